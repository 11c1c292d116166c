import { addDays, type Day, startOfDay } from "../calendar.ts";
import type { Money } from "../money.ts";
import type { Phrase } from "../phrase.ts";
import type { PageOf } from "./at-risk.ts";
import type { NudgeCandidate, NudgeDecision, SkipCause } from "./nudges.ts";
import { ALL_PLAYBOOKS } from "./proof/hold-out.ts";

/** A customer whom their owner is to get back to today, or was before. */
export type DueFollowUp = {
  readonly customerId: number;
  readonly name: string;
  /** What a playbook says; null: only the end of a snooze brings them back. */
  readonly says: { readonly reason: Phrase; readonly action: Phrase } | null;
  /** Of a snooze that ends today; null: there was none. */
  readonly snoozeEnds: Date | null;
  /** When it became due, as far as is known. */
  readonly since: Date;
  /** The year's margin expected to be lost; null: not known, or not for the reader. */
  readonly stake: Money | null;
};

/** A page of those who are due, of the `lookedAt` riskiest of `owned` customers. */
export type DueFollowUps = PageOf<DueFollowUp> & { readonly lookedAt: number; readonly owned: number };

/**
 * Customers of an owner that are looked at, riskiest first. Chosen by the product: few owners have as many, and what applies to
 * them is worked out in well below a second each time Home opens.
 */
export const LOOKED_AT_FOR_DUE = 1_000;

/** Most at stake first, then those of whom that is not known; of equals whoever has waited longest. */
export const mostDueFirst = (a: DueFollowUp, b: DueFollowUp): number => {
  const stakes = (b.stake?.minor ?? -1) - (a.stake?.minor ?? -1);
  return stakes || a.since.getTime() - b.since.getTime() || a.customerId - b.customerId;
};

/** Snoozes that end within a day, by customer. @param day of whoever reads, in their `timeZone` */
export function snoozesEndingOn(
  day: Day,
  timeZone: string,
  candidates: readonly Pick<NudgeCandidate, "customerId" | "snoozedUntil">[],
): ReadonlyMap<number, Date> {
  const [from, to] = [startOfDay(day, timeZone), startOfDay(addDays(day, 1), timeZone)];
  const ending = candidates.flatMap(({ customerId, snoozedUntil: until }) =>
    until !== null && until >= from && until < to ? [[customerId, until] as const] : [],
  );
  return new Map(ending);
}

/** Causes for which nobody is reminded of a customer, though a snooze of them has ended. */
const STAYS_QUIET: readonly SkipCause[] = [
  ...(["held-out", "do-not-disturb", "overridden", "ended", "already-lapsed", "open-nudge"] as const),
];

/**
 * Whether the end of a snooze alone brings a customer back. Not who is held out of anything this quarter: they are compared
 * with those who are told.
 */
export function comesBack(
  { customerId, wasHeldOut }: Pick<NudgeCandidate, "customerId" | "wasHeldOut">,
  decision: NudgeDecision | undefined,
  isHeldOut: (customerId: number, playbook: string) => boolean,
): boolean {
  if (wasHeldOut || isHeldOut(customerId, ALL_PLAYBOOKS)) return false;
  return decision?.kind === "skip" && !STAYS_QUIET.includes(decision.because);
}
