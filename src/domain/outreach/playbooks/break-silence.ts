import { phrase } from "../../phrase.ts";
import { knownUpTo } from "../../risk/scores/card-risk.ts";
import { dayOf, lastTouchDay, wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

/** Silent is longer than half again the customer's own usual gap. Chosen by the product. */
const BEYOND_GAP = 1.5;
/** With fewer purchase days a gap is no rhythm yet. */
const RHYTHM_NEEDS_PURCHASE_DAYS = 3;
/** Even a daily buyer may pause for a week. */
const AT_LEAST_DAYS = 7;

export const breakSilence = playbook({
  key: "break-silence",
  needs: ["lastTouch", "purchases", "resting"],
  priority: "due",
  saves: 0.06,
  minutes: 15,
  eligible(facts, now) {
    const { purchases, resting } = facts;
    // Where data have stopped nobody knows who is silent.
    if (resting?.stopped || purchases === null || purchases.days < RHYTHM_NEEDS_PURCHASE_DAYS) return null;
    const { days, firstAt, lastAt } = purchases;
    const usual = Math.max(1, Math.round(wholeDays(firstAt, lastAt) / (days - 1)));
    const silent = wholeDays(lastAt, knownUpTo(facts, now));
    if (silent <= usual * BEYOND_GAP || silent < AT_LEAST_DAYS) return null;
    return {
      action: phrase("break-silence.action"),
      reason: phrase("break-silence.reason", { silent, usual }),
      occasion: `${dayOf(lastAt)}:${lastTouchDay(facts)}`,
    };
  },
});
