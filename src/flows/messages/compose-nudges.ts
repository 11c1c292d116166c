import { type Day, quarterOf } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { choicesByMember, type NudgeChoice } from "../../domain/messages/message-inputs.ts";
import {
  NUDGE_NEEDS,
  type NudgeFacts,
  type NudgePlan,
  nudgedAbout,
  nudgePlan,
} from "../../domain/messages/nudge-message.ts";
import { nothingElseToSay } from "../../domain/outreach/dismissal.ts";
import type { Facts } from "../../domain/outreach/facts.ts";
import {
  DEFAULT_NUDGE_POLICY,
  decideNudges,
  type NudgeCandidate,
  type NudgeDecision,
  type NudgePolicy,
  withoutHeldOut,
  worthNudging,
} from "../../domain/outreach/nudges.ts";
import { casesToKeep, heldOutCases, type NewPlaybookCase } from "../../domain/outreach/playbooks/evaluate.ts";
import { PLAYBOOK_NEEDS, type PlaybookNeed } from "../../domain/outreach/playbooks/playbooks.ts";
import { type HoldOut, isHeldOut } from "../../domain/outreach/proof/hold-out.ts";
import { withoutFigure } from "../../domain/risk/risk-movement.ts";
import type { RiskListStore } from "../../store/outreach/risk-list.ts";
import type { ScoreBasisStore } from "../../store/risk/score-basis.ts";
import { type ReadExplainedFactsDeps, readExplainedFacts } from "../outreach/read-explained-facts.ts";
import type { FindRestingSourcesDeps } from "../risk/scoring/find-resting-sources.ts";
import { type ReadStakesDeps, readStakes } from "../value/read-stakes.ts";
import { type WithRestraintsDeps, withRestraints } from "./restrained-candidates.ts";
import { withStoppedData } from "./stopped-candidates.ts";
import { withoutUnspoken } from "./unspoken-candidates.ts";

export type ComposeNudgesDeps = ReadExplainedFactsDeps &
  FindRestingSourcesDeps &
  WithRestraintsDeps &
  ReadStakesDeps & {
    readonly riskList: Pick<RiskListStore, "candidatesIn">;
    readonly scoreBasis: ScoreBasisStore;
    readonly clock: Clock;
    /** Left out: nobody is held out. */
    readonly holdOut?: HoldOut;
  };

export type NudgeOccasion = {
  readonly timeZone: string;
  /** The day it is there. */
  readonly day: Day;
  /** Whose turn it is; left out: everybody's there. */
  readonly memberIds?: readonly string[];
  readonly policy?: NudgePolicy;
};

export type ComposedNudges = {
  readonly plans: readonly NudgePlan[];
  readonly decisions: readonly NudgeDecision[];
  /** Of those who would have been nudged and are held out. */
  readonly heldOut: readonly NewPlaybookCase[];
  /** What each member's were chosen from, by Slack user id. */
  readonly choices: ReadonlyMap<string, NudgeChoice>;
};

/** What `planNudges` would keep, without keeping it. */
export async function composeNudges(
  deps: ComposeNudgesDeps,
  { timeZone, day, memberIds, policy = DEFAULT_NUDGE_POLICY }: NudgeOccasion,
): Promise<ComposedNudges> {
  const now = deps.clock();
  const asOf = { policy, now, day };
  const candidates = await knownCandidates(
    deps,
    await deps.riskList.candidatesIn(timeZone, now, memberIds),
    asOf,
  );
  const stakes = await readStakes(deps, now, worthNudging(candidates, policy, now, day));
  const decided = decideNudges(candidates, policy, now, day, stakes);
  const overBudget = countOverBudget(candidates, decided);
  const nudged = decided.filter(({ kind }) => kind === "nudge").map(({ customerId }) => customerId);
  const facts = await readExplainedFacts(deps, NUDGE_NEEDS, nudged, now);
  const heldOut: NewPlaybookCase[] = [];
  const decisions = withoutHeldOut(decided, (nudge) => {
    const about = facts.get(nudge.customerId);
    if (about === undefined || !isWithheld(deps, nudge, about, asOf)) return false;
    const { due, cases } = nudgedAbout(nudge, about, now);
    const of = { customerId: nudge.customerId, kind: "nudge", at: now } as const;
    heldOut.push(...casesToKeep(heldOutCases(cases, due.playbook, quarterOf(day)), of, null));
    return true;
  });
  const plans = [...nudgesByMember(decisions)].flatMap(([memberId, nudges]) => {
    const known = withFacts(nudges, facts);
    if (known.length === 0) return [];
    return [nudgePlan({ memberId, day, now }, known, overBudget.get(memberId) ?? 0)];
  });
  return { plans, decisions, heldOut, choices: choicesByMember(candidates, decisions, policy) };
}

/** Candidates with all that keeps the bot quiet about them, but for the budget. */
export async function knownCandidates(
  deps: Pick<ComposeNudgesDeps, "facts" | "sourceDays" | "scoreBasis" | "holdOut" | "restraints">,
  candidates: readonly NudgeCandidate[],
  asOf: AsOf,
): Promise<readonly NudgeCandidate[]> {
  const basis = await deps.scoreBasis.newest(asOf.now);
  const scored = basis?.serves === "constant" ? candidates.map(withoutFigure) : candidates;
  const known = await withStoppedData(deps, scored, asOf.policy, asOf.now);
  const allowed = await withRestraints(deps, await withoutUnspoken(deps, known, asOf), asOf);
  return stillHeldOut(deps, await withoutDismissed(deps, allowed, asOf), asOf);
}

/**
 * Marks those of whom all that could be said was dismissed of late, before anybody's budget is spent on them. Facts are
 * read of those alone who would be nudged and were dismissed: few.
 */
async function withoutDismissed(
  { facts }: Pick<ComposeNudgesDeps, "facts">,
  candidates: readonly NudgeCandidate[],
  { policy, now, day }: { readonly policy: NudgePolicy; readonly now: Date; readonly day: Day },
): Promise<readonly NudgeCandidate[]> {
  const dismissed = candidates.filter(({ dismissals }) => dismissals.length > 0);
  const asked = worthNudging(dismissed, policy, now, day);
  if (asked.length === 0) return candidates;
  const known = await facts.read(PLAYBOOK_NEEDS, asked, now);
  return candidates.map((candidate) => {
    const about = known.get(candidate.customerId);
    const isSilent = about !== undefined && nothingElseToSay(about, candidate.dismissals, now);
    return isSilent ? { ...candidate, nothingElseToSay: true } : candidate;
  });
}

type AsOf = { readonly policy: NudgePolicy; readonly now: Date; readonly day: Day };

/**
 * Marks those who were held out this quarter and would be told of the same playbook again, before anybody's budget is
 * spent on them. Facts are read of those alone: few.
 */
async function stillHeldOut(
  deps: Pick<ComposeNudgesDeps, "facts" | "holdOut">,
  candidates: readonly NudgeCandidate[],
  { policy, now, day }: AsOf,
): Promise<readonly NudgeCandidate[]> {
  const heldOut = candidates.filter(({ wasHeldOut }) => wasHeldOut);
  const asked = worthNudging(heldOut, policy, now, day);
  if (asked.length === 0) return candidates;
  const known = await deps.facts.read(PLAYBOOK_NEEDS, asked, now);
  return candidates.map((candidate) => {
    const about = known.get(candidate.customerId);
    const nudge = { ...candidate, inSpiteOfSnooze: null, dismissed: candidate.dismissals };
    return about !== undefined && isWithheld(deps, nudge, about, { now, day })
      ? { ...candidate, isHeldOut: true }
      : candidate;
  });
}

function isWithheld(
  { holdOut }: Pick<ComposeNudgesDeps, "holdOut">,
  nudge: Pick<Nudge, "customerId" | "inSpiteOfSnooze" | "dismissed">,
  about: Facts<PlaybookNeed>,
  { now, day }: Pick<AsOf, "now" | "day">,
): boolean {
  if (holdOut === undefined) return false;
  return isHeldOut(nudge.customerId, nudgedAbout(nudge, about, now).due.playbook, day, holdOut);
}

type Nudge = Extract<NudgeDecision, { kind: "nudge" }>;

function nudgesByMember(decisions: readonly NudgeDecision[]): Map<string, Nudge[]> {
  const byMember = new Map<string, Nudge[]>();
  for (const decision of decisions) {
    if (decision.kind !== "nudge") continue;
    const own = byMember.get(decision.memberId) ?? [];
    byMember.set(decision.memberId, [...own, decision]);
  }
  return byMember;
}

function countOverBudget(candidates: readonly NudgeCandidate[], decisions: readonly NudgeDecision[]) {
  const owners = new Map(candidates.map(({ customerId, memberId }) => [customerId, memberId]));
  const counts = new Map<string, number>();
  for (const decision of decisions) {
    const owner = owners.get(decision.customerId);
    if (decision.kind === "nudge" || decision.because !== "budget" || !owner) continue;
    counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return counts;
}

/** Without those who are no customers any more. */
function withFacts(nudges: readonly Nudge[], found: ReadonlyMap<number, NudgeFacts>) {
  return nudges.flatMap((nudge) => {
    const facts = found.get(nudge.customerId);
    return facts ? [{ nudge, facts }] : [];
  });
}
