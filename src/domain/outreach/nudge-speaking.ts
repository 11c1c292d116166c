import type { Day } from "../calendar.ts";
import { daysAfter, MS_PER_HOUR } from "../clock.ts";
import type { Applying } from "./playbooks/evaluate.ts";

/** Whom a nudge may speak of. */
export type SpeakingPolicy = {
  /** Least P(churn) worth a nudge that rests on risk, 0–1. */
  readonly threshold: number;
  readonly maxScoreAgeHours: number;
  /** A buyer silent for longer has left already: that is a case for winning back, not for keeping. */
  readonly lapsedAfterDays: number;
};

/** What is asked of a customer before a playbook may speak. */
export type Spoken = {
  readonly endedOn: Day | null;
  readonly hasContract: boolean;
  readonly lastPurchaseAt: Date | null;
  readonly probability: number | null;
  readonly scoredAt: Date | null;
  readonly stopped?: true;
  readonly options: readonly Applying[];
};

/** Why playbooks that rest on risk have no say. */
export type NoSay =
  | "ended"
  | "no-score"
  | "data-stopped"
  | "stale-score"
  | "already-lapsed"
  | "below-threshold";

/**
 * The playbooks that may speak of a customer: from the threshold on all that apply; otherwise those told at any risk, and of
 * whoever has left those for winning back alone.
 * @param today the member's own day
 * @returns with why the others may not; null: all may
 */
export function speaking(
  customer: Spoken,
  policy: SpeakingPolicy,
  now: Date,
  today: Day,
): { readonly options: readonly Applying[]; readonly because: NoSay | null } {
  const { options } = customer;
  const because = whyNoSay(customer, policy, now, today);
  if (because === null) return { options, because };
  const gone = isGone(customer, policy, now, today);
  const left = options.filter(({ atAnyRisk, forWhoLeft }) => (gone ? forWhoLeft : atAnyRisk));
  return { options: left, because };
}

/** Whether a customer has left, so that playbooks for those who did are all that may speak of them, at any risk. */
export const isGone = (
  customer: Pick<Spoken, "endedOn" | "hasContract" | "lastPurchaseAt">,
  policy: SpeakingPolicy,
  now: Date,
  today: Day,
): boolean => hasEnded(customer, today) || hasLapsed(customer, policy, now);

/**
 * Whether any playbook could speak of a customer, as far as that is known before what applies to them: of others nothing has to
 * be read. @param forWhoLeft whether any playbook is for who left
 */
export function mayBeSpokenOf(
  customer: Omit<Spoken, "options">,
  policy: SpeakingPolicy,
  { now, today, forWhoLeft }: { readonly now: Date; readonly today: Day; readonly forWhoLeft: boolean },
): boolean {
  return forWhoLeft || !isGone(customer, policy, now, today);
}

function whyNoSay(
  customer: Omit<Spoken, "options">,
  policy: SpeakingPolicy,
  now: Date,
  today: Day,
): NoSay | null {
  const { probability, scoredAt, stopped } = customer;
  if (hasEnded(customer, today)) return "ended";
  if (probability === null || scoredAt === null) return "no-score";
  if (stopped) return "data-stopped";
  if ((now.getTime() - scoredAt.getTime()) / MS_PER_HOUR > policy.maxScoreAgeHours) return "stale-score";
  if (hasLapsed(customer, policy, now)) return "already-lapsed";
  return probability < policy.threshold ? "below-threshold" : null;
}

const hasEnded = ({ endedOn }: Pick<Spoken, "endedOn">, today: Day) => endedOn !== null && endedOn <= today;

function hasLapsed(
  { hasContract, lastPurchaseAt }: Pick<Spoken, "hasContract" | "lastPurchaseAt">,
  { lapsedAfterDays }: SpeakingPolicy,
  now: Date,
): boolean {
  if (hasContract || lastPurchaseAt === null) return false;
  return lastPurchaseAt < daysAfter(now, -lapsedAfterDays);
}
