/** What decides whether a customer can be scored at all; days and counts as of the scoring date. */
export type HistoryLength = {
  readonly purchaseDays: number;
  /** NaN where never bought. */
  readonly daysSinceFirstPurchase: number;
  /** NaN where no contract runs. */
  readonly contractAgeDays: number;
};

/** Chosen: about one ordering cycle of a monthly buyer; before it, silence and regularity look the same. */
const LEAST_HISTORY_DAYS = 30;
/** Chosen: two gaps; someone who has ordered on three days shows a rhythm even within the first month. */
const ENOUGH_PURCHASE_DAYS = 3;

/**
 * Why a customer gets no score, in words, or null where there is enough to go by. A false 0 or 100 % would cost more
 * trust than an honest "not yet".
 */
export function silenceReason(history: HistoryLength): string | null {
  const { purchaseDays, daysSinceFirstPurchase, contractAgeDays } = history;
  const known = [daysSinceFirstPurchase, contractAgeDays].filter((days) => !Number.isNaN(days));
  const days = Math.max(0, ...known);
  if (days >= LEAST_HISTORY_DAYS || purchaseDays >= ENOUGH_PURCHASE_DAYS) return null;
  return `not enough history yet: ${counted(purchaseDays, "purchase")}, ${counted(days, "day")}`;
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count === 0 ? "no" : count} ${noun}s`;
}
