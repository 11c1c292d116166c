import type { Playbook } from "./playbook.ts";
import { dayOf, days, lastTouchDay, wholeDays } from "./words.ts";

/** Silent is longer than half again the customer's own usual gap. Chosen by the product. */
const BEYOND_GAP = 1.5;
/** With fewer purchase days a gap is no rhythm yet. */
const RHYTHM_NEEDS_PURCHASE_DAYS = 3;
/** Even a daily buyer may pause for a week. */
const AT_LEAST_DAYS = 7;

export const breakSilence: Playbook = {
  name: "break-silence",
  suggest(facts, now) {
    const { purchases } = facts;
    if (purchases === null || purchases.days < RHYTHM_NEEDS_PURCHASE_DAYS) return null;
    const { days: purchaseDays, firstAt, lastAt } = purchases;
    const usualGap = Math.max(1, Math.round(wholeDays(firstAt, lastAt) / (purchaseDays - 1)));
    const silent = wholeDays(lastAt, now);
    if (silent <= usualGap * BEYOND_GAP || silent < AT_LEAST_DAYS) return null;
    return {
      action: "Get in touch and ask what they need",
      reason: `No purchase for ${days(silent)}; they usually buy every ${usualGap === 1 ? "day" : days(usualGap)}.`,
      occasion: `${dayOf(lastAt)}:${lastTouchDay(facts)}`,
    };
  },
};
