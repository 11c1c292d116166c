import { HIGH_RISK, LAPSED_AFTER_DAYS, NOTABLE_CHANGE } from "./bands.ts";

/** What decides whether somebody may be told of a new score without asking. */
export type FreshScore = {
  /** P(churn within the horizon), 0–1; null a week earlier where there was none. */
  readonly probability: number;
  readonly weekEarlier: number | null;
  readonly hasContract: boolean;
  /** NaN: never bought. */
  readonly daysSinceLastPurchase: number;
};

/**
 * Whether nudges or digests may name the customer, reasons and all: at high risk and not lapsed already, or moved by
 * enough. These are explained at once. Who else is named (of all that have lapsed, a digest names five) or looked up
 * is explained then.
 */
export function isToldUnasked(score: FreshScore): boolean {
  const { probability, weekEarlier, hasContract, daysSinceLastPurchase } = score;
  if (weekEarlier !== null && Math.abs(probability - weekEarlier) >= NOTABLE_CHANGE) return true;
  const hasLapsed = !hasContract && daysSinceLastPurchase > LAPSED_AFTER_DAYS;
  return probability >= HIGH_RISK && !hasLapsed;
}
