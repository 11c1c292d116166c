import { type Day, quarterOf } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { choicesByMember, type NudgeChoice } from "../../domain/messages/message-inputs.ts";
import {
  NUDGE_NEEDS,
  type NudgeFacts,
  type NudgePlan,
  nudgePlan,
  type OverBudgetCount,
} from "../../domain/messages/nudge-message.ts";
import {
  DEFAULT_NUDGE_POLICY,
  decideNudges,
  heldBackBecause,
  type KnownCandidate,
  type NudgeDecision,
  type NudgePolicy,
  type SkipCause,
  withoutHeldOut,
} from "../../domain/outreach/nudges.ts";
import {
  casesOf,
  casesToKeep,
  heldOutCases,
  type NewPlaybookCase,
} from "../../domain/outreach/playbooks/evaluate.ts";
import { HIGH_RISK } from "../../domain/risk/bands.ts";
import type { RiskListStore } from "../../store/outreach/risk-list.ts";
import type { PressedNudge } from "../../store/outreach/suggestions.ts";
import { type KnownCandidatesDeps, knownCandidates, type NudgesAsOf } from "../outreach/known-candidates.ts";
import { type NudgeGivensDeps, nudgeGivens } from "../outreach/nudge-givens.ts";
import { type ReadExplainedFactsDeps, readExplainedFacts } from "../outreach/read-explained-facts.ts";

export type ComposeNudgesDeps = ReadExplainedFactsDeps &
  KnownCandidatesDeps &
  NudgeGivensDeps & {
    readonly riskList: Pick<RiskListStore, "candidatesIn" | "toldSince">;
    readonly clock: Clock;
  };

export type NudgeOccasion = {
  readonly timeZone: string;
  /** The day it is there. */
  readonly day: Day;
  readonly policy?: NudgePolicy;
  /** Whose turn it is; left out: everybody's there. */
  readonly memberIds?: readonly string[];
  /** The night's scoring is not through: the message says so. Left out: it is. */
  readonly isScoringLate?: true;
};

export type ComposedNudges = {
  readonly plans: readonly NudgePlan[];
  readonly decisions: readonly NudgeDecision[];
  /** What each member's were chosen from, by Slack user id. */
  readonly choices: ReadonlyMap<string, NudgeChoice>;
  /** Of those who were held back, and of those who would have been nudged and are held out. */
  readonly passedOver: readonly NewPlaybookCase[];
  /** Open nudges of which something presses more by now. */
  readonly pressed: readonly PressedNudge[];
};

/** What `planNudges` would keep, without keeping it. */
export async function composeNudges(
  deps: ComposeNudgesDeps,
  { timeZone, day, memberIds, policy = DEFAULT_NUDGE_POLICY, isScoringLate }: NudgeOccasion,
): Promise<ComposedNudges> {
  const now = deps.clock();
  const asOf = { policy, now, day };
  const owned = await deps.riskList.candidatesIn(timeZone, now, memberIds);
  const candidates = await knownCandidates(deps, owned, asOf);
  const givens = await nudgeGivens(deps, candidates, { ...asOf, timeZone });
  const decided = decideNudges(candidates, policy, now, day, givens);
  const isOut = ({ customerId, chosen }: Nudge) => givens.isHeldOut?.(customerId, chosen.playbook) ?? false;
  const decisions = withoutHeldOut(decided, isOut);
  const nudges = decisions.filter((decision) => decision.kind === "nudge");
  const ids = nudges.map(({ customerId }) => customerId);
  const facts = await readExplainedFacts(deps, NUDGE_NEEDS, ids, now);
  const overBudget = countOverBudget(candidates, decided);
  const plans = [...nudgesByMember(nudges)].flatMap(([memberId, own]) => {
    const known = withFacts(own, facts);
    if (known.length === 0) return [];
    const about = { memberId, day, now, ...(isScoringLate && { isScoringLate }) };
    return [nudgePlan(about, known, overBudget.get(memberId) ?? { all: 0, atRisk: 0 })];
  });
  const heldOut = decided.filter((decision) => decision.kind === "nudge").filter(isOut);
  return {
    ...{ plans, decisions, pressed: pressedNudges(candidates, decisions, now) },
    choices: choicesByMember(candidates, decisions, policy),
    passedOver: [...heldOut.flatMap((nudge) => casesHeldOut(nudge, asOf)), ...casesHeldBack(decisions, now)],
  };
}

type Nudge = Extract<NudgeDecision, { kind: "nudge" }>;

function casesHeldOut({ customerId, options, chosen }: Nudge, { now, day }: NudgesAsOf): NewPlaybookCase[] {
  const cases = heldOutCases(casesOf(options, chosen), chosen.playbook, quarterOf(day));
  return casesToKeep(cases, { customerId, kind: "nudge", at: now }, null);
}

function casesHeldBack(decisions: readonly NudgeDecision[], now: Date): NewPlaybookCase[] {
  return decisions.flatMap((decision) => {
    const because = heldBackBecause(decision);
    if (decision.kind === "nudge" || because === null) return [];
    const about = { customerId: decision.customerId, kind: "nudge", at: now } as const;
    return casesToKeep(casesOf(decision.options ?? [], null, because), about, null);
  });
}

/** What presses more by now than what is open. */
function pressedNudges(
  candidates: readonly KnownCandidate[],
  decisions: readonly NudgeDecision[],
  now: Date,
): PressedNudge[] {
  const open = new Map(candidates.map(({ customerId, openNudge }) => [customerId, openNudge]));
  return decisions.flatMap((decision) => {
    const nudge = open.get(decision.customerId);
    if (decision.kind === "nudge" || decision.morePressing === undefined || !nudge) return [];
    const { playbook, reason, action } = decision.morePressing;
    const morePressing = { playbook, reason, action, at: now.toISOString() };
    return [{ suggestionKey: nudge.suggestionKey, morePressing }];
  });
}

function nudgesByMember(nudges: readonly Nudge[]): Map<string, Nudge[]> {
  const byMember = new Map<string, Nudge[]>();
  for (const nudge of nudges) {
    byMember.set(nudge.memberId, [...(byMember.get(nudge.memberId) ?? []), nudge]);
  }
  return byMember;
}

function countOverBudget(candidates: readonly KnownCandidate[], decisions: readonly NudgeDecision[]) {
  const byId = new Map(candidates.map((candidate) => [candidate.customerId, candidate]));
  const counts = new Map<string, OverBudgetCount>();
  for (const decision of decisions) {
    const { memberId, probability } = byId.get(decision.customerId) ?? {};
    if (decision.kind === "nudge" || !OVER_BUDGET.includes(decision.because) || !memberId) continue;
    const { all, atRisk } = counts.get(memberId) ?? { all: 0, atRisk: 0 };
    const isHigh = (probability ?? 0) >= HIGH_RISK;
    counts.set(memberId, { all: all + 1, atRisk: atRisk + Number(isHigh) });
  }
  return counts;
}

const OVER_BUDGET: readonly SkipCause[] = ["budget", "week-budget"];

/** Without those who are no customers any more. */
function withFacts(nudges: readonly Nudge[], found: ReadonlyMap<number, NudgeFacts>) {
  return nudges.flatMap((nudge) => {
    const facts = found.get(nudge.customerId);
    return facts ? [{ nudge, facts }] : [];
  });
}
