import type { Day } from "../calendar.ts";
import { MS_PER_HOUR } from "../clock.ts";
import type { Money } from "../money.ts";
import type { Phrase } from "../phrase.ts";
import { HIGH_RISK, LAPSED_AFTER_DAYS } from "../risk/bands.ts";
import { byStake, knownStake, type Stakes } from "../value/stake.ts";
import { type BreakThrough, breakThrough, type SinceSnooze } from "./break-through.ts";
import { type Dismissal, isWrongCustomer } from "./dismissal.ts";
import type { PassedOver } from "./playbooks/evaluate.ts";
import type { Restraint } from "./restraint.ts";

/** What decides whether a member is told about one of their customers today. */
export type NudgeCandidate = {
  readonly customerId: number;
  readonly source: string;
  /** The owner as an active member; null: nobody can be told. */
  readonly memberId: string | null;
  readonly hasContract: boolean;
  readonly endedOn: Day | null;
  readonly snoozedUntil: Date | null;
  /** What happened since then, of those who are snoozed now; null of all others. */
  readonly sinceSnooze: SinceSnooze | null;
  /** The nudges about them that were not useful of late. */
  readonly dismissals: readonly Dismissal[];
  /** Whether nothing is left to say of them but what was dismissed; left out where that was not looked into. */
  readonly nothingElseToSay?: boolean;
  /** Whether no playbook that is on has anything to say of them; left out where that was not looked into. */
  readonly nothingToSay?: boolean;
  /** Why nothing may be said of them, where somebody decided so; left out where that was not looked into. */
  readonly quietBecause?: Restraint;
  /** Whether they were to be nudged this quarter and were held out instead. */
  readonly wasHeldOut: boolean;
  /** Whether they still are, of what would be said now; left out where that was not looked into. */
  readonly isHeldOut?: boolean;
  /** Newest score, 0–1; null with the words for it in `silence`, or where there never was one. */
  readonly probability: number | null;
  readonly silence: Phrase | null;
  readonly scoredAt: Date | null;
  readonly lastPurchaseAt: Date | null;
  readonly lastTouchAt: Date | null;
  /** Of nudges that arrived, or still may. */
  readonly lastNudgedAt: Date | null;
  /** Where the source's data have stopped: whether a known day calls for something all the same. */
  readonly stopped?: { readonly isDue: boolean };
};

export type NudgePolicy = {
  /** Customers named to one member on one day. */
  readonly dailyBudget: number;
  /** The same of members who have a number of their own, by Slack user id. */
  readonly budgets?: ReadonlyMap<string, number>;
  /** Least P(churn) worth a nudge, 0–1. */
  readonly threshold: number;
  /** Nobody is nudged about a customer whom they or the bot spoke of within these days. */
  readonly cooldownDays: number;
  readonly maxScoreAgeHours: number;
  /** A buyer silent for longer has left already: that is a case for winning back, not for keeping. */
  readonly lapsedAfterDays: number;
};

/**
 * Chosen by the product: five calls fit into a morning; a week leaves a customer time to answer; a score may miss
 * one night.
 */
export const DEFAULT_NUDGE_POLICY: NudgePolicy = {
  dailyBudget: 5,
  threshold: HIGH_RISK,
  cooldownDays: 7,
  maxScoreAgeHours: 36,
  lapsedAfterDays: LAPSED_AFTER_DAYS,
};

export type SkipCause =
  | "no-owner"
  | "ended"
  | "no-score"
  | "stale-score"
  | "data-stopped"
  | "already-lapsed"
  | "below-threshold"
  | "snoozed"
  | Restraint
  | "cooldown"
  | "nothing-to-say"
  | "dismissed"
  | "held-out"
  | "budget";

export type NudgeDecision =
  | {
      readonly kind: "nudge";
      readonly customerId: number;
      readonly memberId: string;
      readonly probability: number;
      readonly scoredAt: Date;
      /** The year's margin expected to be lost; null where it is not known. */
      readonly stake: Money | null;
      /** Why it comes in spite of a snooze; null: there is none. */
      readonly inSpiteOfSnooze: Phrase | null;
      /** Playbooks that were dismissed of late: none of them is the reason again. */
      readonly dismissed: readonly Dismissal[];
    }
  | {
      readonly kind: "skip";
      readonly customerId: number;
      readonly because: SkipCause;
      /** The words for `no-score`, where there are any. */
      readonly detail: Phrase | null;
    };

type Nudge = Extract<NudgeDecision, { kind: "nudge" }>;

/** Who would be nudged about, were there no budget: whose stakes decide who comes first. */
export function worthNudging(
  candidates: readonly NudgeCandidate[],
  policy: NudgePolicy,
  now: Date,
  today: Day,
): readonly number[] {
  return candidates
    .filter((candidate) => decide(candidate, policy, now, today, NO_STAKES).kind === "nudge")
    .map(({ customerId }) => customerId);
}

const NO_STAKES: Stakes = new Map();

/**
 * Decides about every candidate: each member gets those customers with whom most margin is expected to be lost, up to
 * the day's budget, most first, and after them, riskiest first, those of whom that is not known; everyone else is
 * skipped with the first cause that applies.
 * @param today the member's own day
 */
export function decideNudges(
  candidates: readonly NudgeCandidate[],
  policy: NudgePolicy,
  now: Date,
  today: Day,
  stakes: Stakes = NO_STAKES,
): readonly NudgeDecision[] {
  const decisions = candidates.map((candidate) => decide(candidate, policy, now, today, stakes));
  const nudges = decisions.filter((decision): decision is Nudge => decision.kind === "nudge");
  const skips = decisions.filter((decision) => decision.kind === "skip");
  nudges.sort(byStake(stakes));
  return [...withinBudget(nudges, policy), ...skips];
}

function withinBudget(nudges: readonly Nudge[], { dailyBudget, budgets }: NudgePolicy): NudgeDecision[] {
  const spent = new Map<string, number>();
  return nudges.map((nudge) => {
    const used = spent.get(nudge.memberId) ?? 0;
    if (used >= (budgets?.get(nudge.memberId) ?? dailyBudget)) return skip(nudge.customerId, "budget");
    spent.set(nudge.memberId, used + 1);
    return nudge;
  });
}

function decide(
  candidate: NudgeCandidate,
  policy: NudgePolicy,
  now: Date,
  today: Day,
  stakes: Stakes,
): NudgeDecision {
  const { customerId, memberId, probability, scoredAt } = candidate;
  if (memberId === null) return skip(customerId, "no-owner");
  if (candidate.endedOn !== null && candidate.endedOn <= today) return skip(customerId, "ended");
  if (probability === null || scoredAt === null) return skip(customerId, "no-score", candidate.silence);
  if (candidate.stopped?.isDue === false) return skip(customerId, "data-stopped");
  const isOld = hoursBetween(scoredAt, now) > policy.maxScoreAgeHours;
  if (isOld && candidate.stopped === undefined) return skip(customerId, "stale-score");
  if (hasLapsed(candidate, policy, now)) return skip(customerId, "already-lapsed");
  if (probability < policy.threshold) return skip(customerId, "below-threshold");
  const isSnoozed = candidate.snoozedUntil !== null && candidate.snoozedUntil > now;
  const broken =
    isSnoozed && candidate.sinceSnooze ? breakThrough(candidate.sinceSnooze, probability, now) : null;
  if (isSnoozed && broken === null) return skip(customerId, "snoozed");
  if (candidate.quietBecause !== undefined) return skip(customerId, candidate.quietBecause);
  if (isCoolingDown(candidate, policy, now, broken)) return skip(customerId, "cooldown");
  if (candidate.nothingToSay) return skip(customerId, "nothing-to-say");
  if (isWrongCustomer(candidate.dismissals) || candidate.nothingElseToSay)
    return skip(customerId, "dismissed");
  if (candidate.isHeldOut) return skip(customerId, "held-out");
  return {
    kind: "nudge",
    customerId,
    memberId,
    probability,
    scoredAt,
    stake: knownStake(stakes, customerId),
    inSpiteOfSnooze: broken?.because ?? null,
    dismissed: candidate.dismissals,
  };
}

/**
 * Takes those out who are held out. After the budget: whoever would have been nudged is compared with whoever was, and
 * the place stays empty.
 * @param isHeldOut whether a customer is, of what they would be nudged about
 */
export const withoutHeldOut = (
  decisions: readonly NudgeDecision[],
  isHeldOut: (nudge: Nudge) => boolean,
): readonly NudgeDecision[] =>
  decisions.map((decision) =>
    decision.kind === "nudge" && isHeldOut(decision) ? skip(decision.customerId, "held-out") : decision,
  );

/** Why somebody worth a nudge gets none; null: they got one, or were not worth it. */
export function heldBackBecause(decision: NudgeDecision): PassedOver | null {
  return decision.kind === "nudge" ? null : (HELD_BACK[decision.because] ?? null);
}

const HELD_BACK: Partial<Record<SkipCause, PassedOver>> = {
  snoozed: "snoozed",
  overridden: "overridden",
  "do-not-disturb": "do-not-disturb",
  cooldown: "cooldown",
  dismissed: "dismissed",
  // Those in a dry run are told apart as such: what is left waits for the answer to a contact.
  "nothing-to-say": "recently-contacted",
  budget: "over-budget",
};

function hasLapsed({ hasContract, lastPurchaseAt }: NudgeCandidate, policy: NudgePolicy, now: Date): boolean {
  if (hasContract || lastPurchaseAt === null) return false;
  return hoursBetween(lastPurchaseAt, now) > 24 * policy.lapsedAfterDays;
}

/** What broke a snooze is news: who was in touch before it, or was told, did not know of it. */
function isCoolingDown(
  candidate: NudgeCandidate,
  policy: NudgePolicy,
  now: Date,
  broken: BreakThrough | null,
): boolean {
  const newsAt = broken?.newsAt ?? null;
  return [candidate.lastTouchAt, candidate.lastNudgedAt].some(
    (at) =>
      at !== null && hoursBetween(at, now) < 24 * policy.cooldownDays && (newsAt === null || at > newsAt),
  );
}

function skip(customerId: number, because: SkipCause, detail: Phrase | null = null): NudgeDecision {
  return { kind: "skip", customerId, because, detail };
}

function hoursBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / MS_PER_HOUR;
}

/** How often each cause kept the bot silent. */
export function countSkips(decisions: readonly NudgeDecision[]): Partial<Record<SkipCause, number>> {
  const counts: Partial<Record<SkipCause, number>> = {};
  for (const decision of decisions) {
    if (decision.kind === "skip") counts[decision.because] = (counts[decision.because] ?? 0) + 1;
  }
  return counts;
}

/** The keys under which a day's advice is kept: a rerun of the same day changes nothing. */
export const nudgeKeys = {
  suggestion: (customerId: number, day: Day) => `nudge:${customerId}:${day}`,
  message: (memberId: string, day: Day) => `nudges:${memberId}:${day}`,
};

/** What became of the advice of one week. */
export type NudgeOutcomes = {
  /** Those that were posted: neither failed nor still waiting. */
  readonly sent: number;
  readonly reachedOut: number;
  readonly snoozed: number;
  readonly notUseful: number;
  /** Not answered, whether that is still possible or not. */
  readonly open: number;
  /** Never arrived; left out in messages from when they counted as sent. */
  readonly failed?: number;
};
