import { phrase } from "../../phrase.ts";
import { dayOf, wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

/** "Contact at least monthly" is the sources' rule. */
const EVERY_DAYS = 30;

export const monthlyContact = playbook({
  key: "monthly-contact",
  needs: ["lastTouch"],
  priority: "due",
  saves: 0.04,
  minutes: 15,
  eligible({ lastTouch }, now) {
    const action = phrase("monthly-contact.action");
    if (lastTouch === null) {
      return { action, reason: phrase("monthly-contact.never"), occasion: `never:${dayOf(now).slice(0, 7)}` };
    }
    const days = wholeDays(lastTouch.at, now);
    if (days < EVERY_DAYS) return null;
    return { action, reason: phrase("monthly-contact.reason", { days }), occasion: dayOf(lastTouch.at) };
  },
});
