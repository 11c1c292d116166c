import type { Day } from "../calendar.ts";
import type { Money } from "../money.ts";
import type { Phrase } from "../phrase.ts";
import { HIGH_RISK, LAPSED_AFTER_DAYS } from "../risk/bands.ts";
import { knownStake, type Stakes } from "../value/stake.ts";
import { type BreakThrough, breakThrough, type SinceSnooze } from "./break-through.ts";
import { type Dismissal, isWrongCustomer } from "./dismissal.ts";
import type { ExpectedValue } from "./expected-value.ts";
import { type NudgeBudget, spendBudgets } from "./nudge-budgets.ts";
import { barredBecause, choose, type Option, pressing } from "./nudge-choice.ts";
import { afterCooldown, type ToldCase } from "./nudge-cooldown.ts";
import { contactValue, type NudgeGivens } from "./nudge-givens.ts";
import { mostFirst } from "./nudge-order.ts";
import { type SpeakingPolicy, speaking } from "./nudge-speaking.ts";
import type { OpenNudge } from "./open-nudge.ts";
import type { Applying, PassedOver } from "./playbooks/evaluate.ts";
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
  /** Whether they were to be nudged this quarter and were held out instead. */
  readonly wasHeldOut: boolean;
  /** The nudge about them that can still be answered; null: there is none. */
  readonly openNudge: OpenNudge | null;
  /** Newest score, 0–1; null with the words for it in `silence`, or where there never was one. */
  readonly probability: number | null;
  readonly silence: Phrase | null;
  readonly scoredAt: Date | null;
  readonly lastPurchaseAt: Date | null;
  readonly lastTouchAt: Date | null;
  /** Of nudges that arrived, or still may. */
  readonly lastNudgedAt: Date | null;
  /** What those of the last week told of; left out: nothing. */
  readonly toldCases?: readonly ToldCase[];
  /** Where the source's data have stopped. */
  readonly stopped?: true;
};

/** A candidate, with every playbook that applies to them now, in the order of the list. */
export type KnownCandidate = NudgeCandidate & { readonly options: readonly Applying[] };

/** Every number that nudges go by. */
export type NudgePolicy = Omit<NudgeBudget, "turnsLeft"> &
  SpeakingPolicy & {
    /** Nobody is nudged about a customer whom they or the bot spoke of within these days, unless it is urgent and news to them. */
    readonly cooldownDays: number;
    /** The day's budget of members who have a number of their own, by Slack user id. */
    readonly budgets?: Readonly<Record<string, number>>;
    /** On how many days of the week each is still told, today among them, by Slack user id; left out: today is the last. */
    readonly turnsLeft?: Readonly<Record<string, number>>;
  };

/**
 * Chosen by the product: five calls fit into a morning, and fifteen into a week that holds other work too; a week leaves a
 * customer time to answer; a score may miss one night.
 */
export const DEFAULT_NUDGE_POLICY: NudgePolicy = {
  dailyBudget: 5,
  weeklyBudget: 15,
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
  | "nothing-due"
  | "nothing-to-say"
  | Restraint
  | "snoozed"
  | "cooldown"
  | "dismissed"
  | "held-out"
  | "open-nudge"
  | "not-worth-it"
  | "week-budget"
  | "budget";

export type NudgeDecision =
  | {
      readonly kind: "nudge";
      readonly customerId: number;
      readonly memberId: string;
      /** What is to be said. */
      readonly chosen: Applying;
      /** Every playbook that may speak of them, the chosen among them. */
      readonly options: readonly Applying[];
      /** Null: no risk is told, for there is none or it is too old. */
      readonly probability: number | null;
      readonly scoredAt: Date | null;
      /** The year's margin expected to be lost; null where it is not known. */
      readonly stake: Money | null;
      readonly value: ExpectedValue;
      /** Why it comes in spite of a snooze; null: there is none. */
      readonly inSpiteOfSnooze: Phrase | null;
    }
  | Skip;

type Nudge = Extract<NudgeDecision, { kind: "nudge" }>;

type Skip = {
  readonly kind: "skip";
  readonly customerId: number;
  readonly because: SkipCause;
  /** The words for `no-score`, where there are any. */
  readonly detail: Phrase | null;
  /** Every playbook that may speak of them; left out: none was looked at. */
  readonly options?: readonly Applying[];
  /** What a contact is expected to bring, where that was looked at. */
  readonly value?: ExpectedValue;
  /** Of an open nudge: what presses more by now than what it says. */
  readonly morePressing?: Applying;
};

type Asked = { readonly policy: NudgePolicy; readonly now: Date; readonly today: Day };
type Deciding = Asked & { readonly givens: NudgeGivens };

/** Who would be nudged about whatever a contact brings and however many there are: of them that has to be known. */
export function worthNudging(
  candidates: readonly KnownCandidate[],
  policy: NudgePolicy,
  now: Date,
  today: Day,
): readonly number[] {
  return candidates.flatMap((candidate) => {
    const { customerId, openNudge, dismissals } = candidate;
    const standing = standingOf(candidate, { policy, now, today });
    if (standing.kind === "skip" || openNudge !== null || isWrongCustomer(dismissals)) return [];
    return standing.options.some(isUnbarred) ? [customerId] : [];
  });
}

/**
 * Decides about every candidate: each member gets those customers a contact with whom is expected to bring most, within the
 * budgets of the day and the week (`spendBudgets`); after them those of whom that is not known, most pressing first, then most at stake,
 * then riskiest; everyone else is skipped with the first cause that applies.
 * @param today the member's own day
 */
export function decideNudges(
  candidates: readonly KnownCandidate[],
  policy: NudgePolicy,
  now: Date,
  today: Day,
  givens: NudgeGivens = {},
): readonly NudgeDecision[] {
  const decided = candidates.map((candidate) => decide(candidate, { policy, now, today, givens }));
  const nudges = decided.filter((decision) => decision.kind === "nudge");
  nudges.sort(mostFirst(givens.stakes ?? NO_STAKES));
  const room = spendBudgets(nudges, {
    ...{ budgetOf: (memberId) => budgetOf(memberId, policy), toldThisWeek: givens.toldThisWeek ?? new Map() },
  });
  const within = nudges.map((nudge, place): NudgeDecision => {
    const over = room[place] ?? null;
    const { customerId, options, value } = nudge;
    return over === null ? nudge : skip(customerId, over, { options, value });
  });
  return [...within, ...decided.filter((decision) => decision.kind === "skip")];
}

function budgetOf(memberId: string, policy: NudgePolicy): NudgeBudget {
  const { dailyBudget, weeklyBudget, budgets = {}, turnsLeft = {} } = policy;
  const own = (of: Readonly<Record<string, number>>) =>
    Object.hasOwn(of, memberId) ? of[memberId] : undefined;
  return { dailyBudget: own(budgets) ?? dailyBudget, weeklyBudget, turnsLeft: own(turnsLeft) ?? 1 };
}

const NO_STAKES: Stakes = new Map();

function decide(candidate: KnownCandidate, deciding: Deciding): NudgeDecision {
  const standing = standingOf(candidate, deciding);
  return standing.kind === "skip" ? standing : say(candidate, standing, deciding);
}

/** Whether something may be said, before it is looked at what that would bring. */
function standingOf(candidate: KnownCandidate, { policy, now, today }: Asked): Skip | Speakable {
  const { customerId, memberId, probability } = candidate;
  if (memberId === null) return skip(customerId, "no-owner");
  const { options, because } = speaking(candidate, policy, now, today);
  const detail = because === "no-score" ? candidate.silence : null;
  if (options.length === 0) return skip(customerId, because ?? "nothing-due", { detail });
  const isSnoozed = candidate.snoozedUntil !== null && candidate.snoozedUntil > now;
  const broken =
    isSnoozed && candidate.sinceSnooze ? breakThrough(candidate.sinceSnooze, probability, now) : null;
  if (isSnoozed && broken === null) return skip(customerId, "snoozed", { options });
  const { cooldownDays } = policy;
  const mayBeSaid =
    candidate.openNudge === null ? afterCooldown(candidate, options, { cooldownDays, now, broken }) : options;
  if (mayBeSaid === null) return skip(customerId, "cooldown", { options });
  const isRiskTold = because !== "no-score" && because !== "stale-score";
  return { kind: "speakable", memberId, options: mayBeSaid, broken, isRiskTold };
}

type Speakable = {
  readonly kind: "speakable";
  readonly memberId: string;
  readonly options: readonly Applying[];
  readonly broken: BreakThrough | null;
  readonly isRiskTold: boolean;
};

const isUnbarred = ({ barredBy }: Applying) => barredBy === null;

/** Chooses what to say, and whether to. */
function say(
  candidate: KnownCandidate,
  { memberId, options, broken, isRiskTold }: Speakable,
  { givens }: Deciding,
): NudgeDecision {
  const { customerId, openNudge } = candidate;
  const valued = (applying: Applying): Option => ({
    applying,
    value: contactValue({ customerId, memberId }, applying, givens),
  });
  const [first, ...others] = options.filter(isUnbarred).map(valued);
  if (isWrongCustomer(candidate.dismissals)) return skip(customerId, "dismissed", { options });
  if (first === undefined) return skip(customerId, barredBecause(options), { options });
  const { applying: chosen, value, isWorthIt } = choose([first, ...others]);
  const isHeldOut = givens.isHeldOut?.(customerId, chosen.playbook) ?? false;
  if (openNudge !== null) {
    const isMore = isWorthIt && !isHeldOut && pressing(chosen) < pressing(openNudge);
    return skip(customerId, "open-nudge", { options, ...(isMore && { morePressing: chosen }) });
  }
  if (isHeldOut && candidate.wasHeldOut) return skip(customerId, "held-out");
  if (!isWorthIt) return skip(customerId, "not-worth-it", { options, value });
  const { probability, scoredAt } = candidate;
  return {
    ...{ kind: "nudge", customerId, memberId, chosen, options, value },
    ...(isRiskTold ? { probability, scoredAt } : { probability: null, scoredAt: null }),
    stake: knownStake(givens.stakes ?? NO_STAKES, customerId),
    inSpiteOfSnooze: broken?.because ?? null,
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
  cooldown: "cooldown",
  dismissed: "dismissed",
  overridden: "overridden",
  "do-not-disturb": "do-not-disturb",
  // Those in a dry run are told apart as such.
  "nothing-to-say": "another-first",
  "open-nudge": "open-nudge",
  "not-worth-it": "not-worth-it",
  budget: "over-budget",
  "week-budget": "week-budget",
};

function skip(
  customerId: number,
  because: SkipCause,
  { detail = null, options, value, morePressing }: Partial<Skip> = {},
): Skip {
  const known = {
    ...(options && { options }),
    ...(value && { value }),
    ...(morePressing && { morePressing }),
  };
  return { kind: "skip", customerId, because, detail, ...known };
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
