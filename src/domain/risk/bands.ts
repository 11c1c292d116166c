/** From here on more likely to leave than to stay. */
export const HIGH_RISK = 0.5;

/** Half of what counts as high. Chosen by the product. */
export const MEDIUM_RISK = HIGH_RISK / 2;

/** Ten points: smaller steps come and go with the calendar. Chosen by the product. */
export const NOTABLE_CHANGE = 0.1;

/** Two default horizons without a purchase are churn twice over: a case for winning back. Chosen by the product. */
export const LAPSED_AFTER_DAYS = 180;

export type Band = "high" | "medium" | "low";

/** @param probability P(churn within the horizon), 0–1 */
export function bandOf(probability: number): Band {
  if (probability >= HIGH_RISK) return "high";
  return probability >= MEDIUM_RISK ? "medium" : "low";
}
