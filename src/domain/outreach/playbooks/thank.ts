import type { Playbook } from "./playbook.ts";
import { ago, dayOf, wholeDays } from "./words.ts";

/** A purchase is thanked for while it is fresh: "within 7 days" is the sources' rule. */
const WITHIN_DAYS = 7;

export const thank: Playbook = {
  name: "thank",
  suggest({ purchases, lastTouch }, now) {
    if (purchases === null || wholeDays(purchases.lastAt, now) > WITHIN_DAYS) return null;
    const lastPurchaseAt = purchases.lastAt;
    if (lastTouch !== null && lastTouch.at > lastPurchaseAt) return null;
    return {
      action: "Say thanks and ask whether everything arrived",
      reason: `They bought ${ago(wholeDays(lastPurchaseAt, now))}.`,
      occasion: dayOf(lastPurchaseAt),
    };
  },
};
