import type { Day } from "../../domain/calendar.ts";
import { playbooksOf } from "../../domain/outreach/dismissal.ts";
import type { Facts } from "../../domain/outreach/facts.ts";
import { isGone, mayBeSpokenOf } from "../../domain/outreach/nudge-speaking.ts";
import type { KnownCandidate, NudgeCandidate, NudgePolicy } from "../../domain/outreach/nudges.ts";
import {
  ANY_FOR_WHO_LEFT,
  ANY_RISK_NEEDS,
  isToldAtAnyRisk,
  UNASKED_NEEDS,
  WHO_LEFT_NEEDS,
} from "../../domain/outreach/playbooks/any-risk.ts";
import { type Applying, applyingPlaybooks } from "../../domain/outreach/playbooks/evaluate.ts";
import type { Playbook } from "../../domain/outreach/playbooks/playbook.ts";
import { PLAYBOOKS, type PlaybookNeed } from "../../domain/outreach/playbooks/playbooks.ts";
import { withoutFigure } from "../../domain/risk/risk-movement.ts";
import type { FactStore } from "../../store/facts/facts.ts";
import type { GivenFacts } from "../../store/facts/given-facts.ts";
import type { ListedCandidate } from "../../store/outreach/risk-list.ts";
import type { ScoreBasisStore } from "../../store/risk/score-basis.ts";
import type { FindRestingSourcesDeps } from "../risk/scoring/find-resting-sources.ts";
import { withStoppedData } from "./stopped-candidates.ts";

export type KnownCandidatesDeps = FindRestingSourcesDeps & {
  readonly facts: FactStore;
  readonly scoreBasis: ScoreBasisStore;
};

export type NudgesAsOf = { readonly policy: NudgePolicy; readonly now: Date; readonly day: Day };

/** Candidates with every playbook that applies to them, below the threshold those that are told at any risk, of who left those for them. */
export async function knownCandidates(
  deps: KnownCandidatesDeps,
  candidates: readonly ListedCandidate[],
  asOf: NudgesAsOf,
): Promise<readonly KnownCandidate[]> {
  const basis = await deps.scoreBasis.newest(asOf.now);
  const scored = basis?.serves === "constant" ? candidates.map(withoutFigure) : candidates;
  const known = await withStoppedData(deps, scored, asOf.now);
  const options = new Map<number, readonly Applying[]>();
  const given = givenOf(candidates);
  const asked = known.filter((one) => isAsked(one, asOf));
  for (const { of, looked } of byWhatMaySpeak(asked, asOf)) {
    await readOptions(deps, { of, given, ...looked }, asOf.now, options);
  }
  return known.map((one) => ({ ...one, options: options.get(one.customerId) ?? [] }));
}

const isAsked = (one: NudgeCandidate, { policy, now, day }: NudgesAsOf): boolean =>
  one.memberId !== null && mayBeSpokenOf(one, policy, { now, today: day, forWhoLeft: ANY_FOR_WHO_LEFT });

/** The playbooks that may speak of somebody, and the facts they go by. */
type Looked = {
  readonly needs: readonly PlaybookNeed[];
  readonly among: ReadonlyArray<Playbook<PlaybookNeed>>;
};

const ALL: Looked["among"] = PLAYBOOKS;
const OF_WHO_LEFT: Looked = {
  needs: WHO_LEFT_NEEDS,
  among: ALL.filter(({ forWhoLeft }) => forWhoLeft === true),
};
const AT_ANY_RISK: Looked = { needs: ANY_RISK_NEEDS, among: ALL.filter(isToldAtAnyRisk) };
const AT_RISK: Looked = { needs: UNASKED_NEEDS, among: ALL };

function byWhatMaySpeak(candidates: readonly NudgeCandidate[], { policy, now, day }: NudgesAsOf) {
  const by = new Map<Looked, NudgeCandidate[]>([AT_RISK, AT_ANY_RISK, OF_WHO_LEFT].map((one) => [one, []]));
  for (const one of candidates) {
    const isAtRisk = (one.probability ?? 0) >= policy.threshold;
    const looked = isGone(one, policy, now, day) ? OF_WHO_LEFT : isAtRisk ? AT_RISK : AT_ANY_RISK;
    by.get(looked)?.push(one);
  }
  return [...by].map(([looked, of]) => ({ looked, of }));
}

/** Facts that candidates are listed with. */
function givenOf(candidates: readonly ListedCandidate[]): Listed {
  const listed = new Map(
    candidates.map(({ customerId, lastPurchaseAt, lastTouch }) => [
      customerId,
      { lastPurchaseAt, lastTouch },
    ]),
  );
  return {
    keys: ["lastPurchaseAt", "lastTouch"],
    of: (customerId) => listed.get(customerId) ?? { lastPurchaseAt: null, lastTouch: null },
  };
}

type Listed = GivenFacts<"lastPurchaseAt" | "lastTouch">;

/** Keeps of each customer's facts what follows from them alone. */
async function readOptions(
  { facts }: Pick<KnownCandidatesDeps, "facts">,
  { of, given, needs, among }: Looked & { readonly of: readonly NudgeCandidate[]; readonly given: Listed },
  now: Date,
  options: Map<number, readonly Applying[]>,
): Promise<void> {
  const dismissed = new Map(of.map(({ customerId, dismissals }) => [customerId, dismissals]));
  const ids = [...dismissed.keys()];
  const keep = (customerId: number, about: Facts<PlaybookNeed>) => {
    const dismissals = playbooksOf(dismissed.get(customerId) ?? []);
    options.set(customerId, applyingPlaybooks(about, now, "nudge", dismissals, among));
  };
  await facts.visit(needs, ids, now, keep, given);
}
