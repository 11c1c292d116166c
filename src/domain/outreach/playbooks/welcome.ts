import { phrase } from "../../phrase.ts";
import { dayOf, wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

/** After the very first purchase: whoever knows how to use it buys again. */
export const welcome = playbook({
  key: "welcome",
  needs: ["firstPurchaseAt", "lastPurchaseAt", "lastTouch"],
  priority: "due",
  saves: 0.05,
  minutes: 15,
  restsOnKnownDays: true,
  numbers: {
    // What they bought has arrived and been tried. Chosen by the product.
    notBeforeDays: { default: 3, least: 0, most: 13, unit: "days" },
    // Later the first impression is made. Chosen by the product.
    withinDays: { default: 14, least: 14, most: 90, unit: "days" },
  },
  eligible({ firstPurchaseAt, lastPurchaseAt, lastTouch }, now, _kind, { notBeforeDays, withinDays }) {
    if (firstPurchaseAt === null || lastPurchaseAt === null) return null;
    const first = dayOf(firstPurchaseAt);
    if (dayOf(lastPurchaseAt) !== first) return null;
    const days = wholeDays(firstPurchaseAt, now);
    if (days < notBeforeDays || days > withinDays) return null;
    if (lastTouch !== null && lastTouch.at > firstPurchaseAt) return null;
    return {
      action: phrase("welcome.action"),
      reason: phrase("welcome.reason", { days }),
      occasion: first,
    };
  },
});
