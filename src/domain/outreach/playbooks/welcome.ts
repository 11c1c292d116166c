import { phrase } from "../../phrase.ts";
import { dayOf, wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

/** What they bought has arrived and been tried. Chosen by the product. */
const NOT_BEFORE_DAYS = 3;
/** Later the first impression is made. Chosen by the product. */
const WITHIN_DAYS = 14;

/** After the very first purchase: whoever knows how to use it buys again. */
export const welcome = playbook({
  key: "welcome",
  needs: ["lastTouch", "purchases"],
  priority: "due",
  saves: 0.05,
  minutes: 15,
  restsOnKnownDays: true,
  eligible({ purchases, lastTouch }, now) {
    if (purchases === null || purchases.days > 1) return null;
    const days = wholeDays(purchases.firstAt, now);
    if (days < NOT_BEFORE_DAYS || days > WITHIN_DAYS) return null;
    if (lastTouch !== null && lastTouch.at > purchases.firstAt) return null;
    return {
      action: phrase("welcome.action"),
      reason: phrase("welcome.reason", { days }),
      occasion: dayOf(purchases.firstAt),
    };
  },
});
