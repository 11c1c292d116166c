import { phrase } from "../../phrase.ts";
import { dayOf, wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

export const thank = playbook({
  key: "thank",
  needs: ["lastPurchaseAt", "lastTouch"],
  priority: "due",
  saves: 0.02,
  minutes: 5,
  restsOnKnownDays: true,
  // A purchase is thanked for while it is fresh: "within 7 days" is the sources' rule.
  numbers: { withinDays: { default: 7, least: 1, most: 60, unit: "days" } },
  eligible({ lastPurchaseAt, lastTouch }, now, _kind, { withinDays }) {
    if (lastPurchaseAt === null) return null;
    const days = wholeDays(lastPurchaseAt, now);
    if (days > withinDays) return null;
    if (lastTouch !== null && lastTouch.at > lastPurchaseAt) return null;
    return {
      action: phrase("thank.action"),
      reason: phrase("thank.reason", { days }),
      occasion: dayOf(lastPurchaseAt),
    };
  },
});
