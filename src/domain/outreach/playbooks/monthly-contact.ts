import { phrase } from "../../phrase.ts";
import { dayOf, wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

export const monthlyContact = playbook({
  key: "monthly-contact",
  needs: ["lastTouch"],
  priority: "due",
  saves: 0.04,
  minutes: 15,
  // "Contact at least monthly" is the sources' rule.
  numbers: { everyDays: { default: 30, least: 7, most: 365, unit: "days" } },
  eligible({ lastTouch }, now, _kind, { everyDays }) {
    const action = phrase("monthly-contact.action");
    if (lastTouch === null) {
      return { action, reason: phrase("monthly-contact.never"), occasion: `never:${dayOf(now).slice(0, 7)}` };
    }
    const days = wholeDays(lastTouch.at, now);
    if (days < everyDays) return null;
    return { action, reason: phrase("monthly-contact.reason", { days }), occasion: dayOf(lastTouch.at) };
  },
});
