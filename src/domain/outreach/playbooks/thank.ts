import { phrase } from "../../phrase.ts";
import { dayOf, wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

export const thank = playbook({
  key: "thank",
  needs: ["lastTouch", "purchases"],
  priority: "due",
  saves: 0.02,
  minutes: 5,
  restsOnKnownDays: true,
  // A purchase is thanked for while it is fresh: "within 7 days" is the sources' rule.
  numbers: { withinDays: { default: 7, least: 1, most: 60, unit: "days" } },
  eligible({ purchases, lastTouch }, now, _kind, { withinDays }) {
    if (purchases === null) return null;
    const { lastAt } = purchases;
    const days = wholeDays(lastAt, now);
    if (days > withinDays) return null;
    if (lastTouch !== null && lastTouch.at > lastAt) return null;
    return {
      action: phrase("thank.action"),
      reason: phrase("thank.reason", { days }),
      occasion: dayOf(lastAt),
    };
  },
});
