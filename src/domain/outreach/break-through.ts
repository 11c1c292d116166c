import { type Day, daysBetween } from "../calendar.ts";
import type { FeedbackRecord } from "../customer-records.ts";
import { type Phrase, phrase } from "../phrase.ts";
import { cautiousPercent } from "../risk/percent.ts";
import { dayOf, wholeDays } from "./playbooks/days.ts";

/** What happened since a customer was snoozed. */
export type SinceSnooze = {
  /** Null: of a snooze from before that was kept, of which only the renewal can be told. */
  readonly snoozedAt: Date | null;
  /** P(churn) when the snooze began, 0–1; null where there was none, or the newest is no news. */
  readonly probabilityThen: number | null;
  /** The newest ticket that was opened since and still is. */
  readonly ticket: { readonly subject: string; readonly at: Date } | null;
  /** What they answered since, newest first. */
  readonly ratings: readonly Rating[];
  readonly renewsOn: Day | null;
};

export type Rating = {
  readonly kind: FeedbackRecord["kind"];
  readonly score: number;
  readonly scaleMax: number;
  readonly at: Date;
};

/** Why a nudge comes in spite of a snooze. */
export type BreakThrough = {
  readonly because: Phrase;
  /** Whoever was in touch after this knew of it; null: nothing new, so the usual days of quiet hold. */
  readonly newsAt: Date | null;
};

/** Points of risk, 0–100, after which the reason to be quiet may no longer be one. Chosen by the product. */
export const RISK_ROSE_POINTS = 10;
/** Before a renewal there has to be time for a call and an answer. Chosen by the product. */
export const RENEWAL_WITHIN_DAYS = 14;

/** Why a snooze does not hold, the most pressing first; null: it does. @param probability the newest, 0–1; null: there is none */
export function breakThrough(since: SinceSnooze, probability: number | null, now: Date): BreakThrough | null {
  return complaint(since, now) ?? badRating(since) ?? riskRose(since, probability) ?? renewal(since, now);
}

function complaint({ ticket }: SinceSnooze, now: Date): BreakThrough | null {
  if (ticket === null) return null;
  const because = phrase("break-through.ticket", {
    subject: ticket.subject,
    days: wholeDays(ticket.at, now),
  });
  return { because, newsAt: ticket.at };
}

function badRating({ ratings }: SinceSnooze): BreakThrough | null {
  const bad = ratings.find(isBadRating);
  if (bad === undefined) return null;
  const parameters = { score: bad.score, scale: bad.scaleMax };
  return { because: phrase("break-through.rating", parameters), newsAt: bad.at };
}

/** As reasons tell it: below 3 of 5, a detractor, a thumb down. Of effort no scale says which end is bad. */
export function isBadRating({ kind, score, scaleMax }: Rating): boolean {
  if (scaleMax <= 0 || kind === "ces") return false;
  return kind === "nps" ? score / scaleMax <= 0.6 : score / scaleMax < 0.6;
}

function riskRose(
  { snoozedAt, probabilityThen }: SinceSnooze,
  probability: number | null,
): BreakThrough | null {
  if (probabilityThen === null || snoozedAt === null || probability === null) return null;
  // In whole points, as they are shown.
  const [before, after] = [cautiousPercent(probabilityThen), cautiousPercent(probability)];
  if (after - before < RISK_ROSE_POINTS) return null;
  return { because: phrase("break-through.risk", { before, after: Math.min(after, 99) }), newsAt: snoozedAt };
}

function renewal({ renewsOn }: SinceSnooze, now: Date): BreakThrough | null {
  if (renewsOn === null) return null;
  const days = daysBetween(dayOf(now), renewsOn);
  if (days < 0 || days > RENEWAL_WITHIN_DAYS) return null;
  return { because: phrase("break-through.renewal", { days }), newsAt: null };
}
