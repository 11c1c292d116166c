import type { Day } from "../../domain/calendar.ts";
import { playbooksOf } from "../../domain/outreach/dismissal.ts";
import { mayBeSpokenOf } from "../../domain/outreach/nudge-speaking.ts";
import type { KnownCandidate, NudgeCandidate, NudgePolicy } from "../../domain/outreach/nudges.ts";
import {
  ANY_FOR_WHO_LEFT,
  ANY_RISK_NEEDS,
  isToldAtAnyRisk,
  UNASKED_NEEDS,
} from "../../domain/outreach/playbooks/any-risk.ts";
import { type Applying, applyingPlaybooks } from "../../domain/outreach/playbooks/evaluate.ts";
import { withoutFigure } from "../../domain/risk/risk-movement.ts";
import type { FactStore } from "../../store/facts/facts.ts";
import type { ScoreBasisStore } from "../../store/risk/score-basis.ts";
import type { FindRestingSourcesDeps } from "../risk/scoring/find-resting-sources.ts";
import { withStoppedData } from "./stopped-candidates.ts";

export type KnownCandidatesDeps = FindRestingSourcesDeps & {
  readonly facts: FactStore;
  readonly scoreBasis: ScoreBasisStore;
};

export type NudgesAsOf = { readonly policy: NudgePolicy; readonly now: Date; readonly day: Day };

/** Chosen by the product: the facts of so many are held at once, whatever the number of customers. */
const CUSTOMERS_AT_ONCE = 1_000;

/** Candidates with every playbook that applies to them, below the threshold those that are told at any risk. */
export async function knownCandidates(
  deps: KnownCandidatesDeps,
  candidates: readonly NudgeCandidate[],
  asOf: NudgesAsOf,
): Promise<readonly KnownCandidate[]> {
  const basis = await deps.scoreBasis.newest(asOf.now);
  const scored = basis?.serves === "constant" ? candidates.map(withoutFigure) : candidates;
  const known = await withStoppedData(deps, scored, asOf.now);
  const options = new Map<number, readonly Applying[]>();
  const asked = known.filter((one) => isAsked(one, asOf));
  const isAtRisk = ({ probability }: NudgeCandidate) => (probability ?? 0) >= asOf.policy.threshold;
  await readOptions(deps, asked.filter(isAtRisk), { isAtRisk: true, now: asOf.now }, options);
  const others = asked.filter((one) => !isAtRisk(one));
  await readOptions(deps, others, { isAtRisk: false, now: asOf.now }, options);
  return known.map((one) => ({ ...one, options: options.get(one.customerId) ?? [] }));
}

const isAsked = (one: NudgeCandidate, { policy, now, day }: NudgesAsOf): boolean =>
  one.memberId !== null && mayBeSpokenOf(one, policy, { now, today: day, forWhoLeft: ANY_FOR_WHO_LEFT });

/** Reads facts in ranges, and keeps of each what follows from them alone. */
async function readOptions(
  { facts }: Pick<KnownCandidatesDeps, "facts">,
  candidates: readonly NudgeCandidate[],
  { isAtRisk, now }: { readonly isAtRisk: boolean; readonly now: Date },
  options: Map<number, readonly Applying[]>,
): Promise<void> {
  const needs = isAtRisk ? UNASKED_NEEDS : ANY_RISK_NEEDS;
  const only = isAtRisk ? undefined : isToldAtAnyRisk;
  for (let start = 0; start < candidates.length; start += CUSTOMERS_AT_ONCE) {
    const range = candidates.slice(start, start + CUSTOMERS_AT_ONCE);
    const ids = range.map(({ customerId }) => customerId);
    const known = await facts.read(needs, ids, now);
    for (const { customerId, dismissals } of range) {
      const about = known.get(customerId);
      if (about === undefined) continue;
      options.set(customerId, applyingPlaybooks(about, now, "nudge", playbooksOf(dismissals), only));
    }
  }
}
