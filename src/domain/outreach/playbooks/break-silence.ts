import { phrase } from "../../phrase.ts";
import { knownUpTo } from "../../risk/scores/card-risk.ts";
import { dayOf, lastTouchDay, wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

export const breakSilence = playbook({
  key: "break-silence",
  needs: ["lastTouch", "purchases", "resting"],
  priority: "due",
  saves: 0.06,
  minutes: 15,
  numbers: {
    // Silent is longer than half again the customer's own usual gap. Chosen by the product.
    gapPercent: { default: 150, least: 100, most: 500, unit: "percent" },
    // Even a daily buyer may pause for a week.
    leastDays: { default: 7, least: 1, most: 180, unit: "days" },
    // With fewer purchase days a gap is no rhythm yet.
    leastPurchaseDays: { default: 3, least: 2, most: 50, unit: "count" },
  },
  eligible(facts, now, _kind, { gapPercent, leastDays, leastPurchaseDays }) {
    const { purchases, resting } = facts;
    // Where data have stopped nobody knows who is silent.
    if (resting?.stopped || purchases === null || purchases.days < leastPurchaseDays) return null;
    const { days, firstAt, lastAt } = purchases;
    const usual = Math.max(1, Math.round(wholeDays(firstAt, lastAt) / (days - 1)));
    const silent = wholeDays(lastAt, knownUpTo(facts, now));
    if (100 * silent <= usual * gapPercent || silent < leastDays) return null;
    return {
      action: phrase("break-silence.action"),
      reason: phrase("break-silence.reason", { silent, usual }),
      occasion: `${dayOf(lastAt)}:${lastTouchDay(facts)}`,
    };
  },
});
