import type { Playbook } from "./playbook.ts";
import { dayOf, days, wholeDays } from "./words.ts";

/** "Contact at least monthly" is the sources' rule. */
const EVERY_DAYS = 30;

export const monthlyContact: Playbook = {
  name: "monthly-contact",
  suggest({ lastTouch }, now) {
    const action = "Make this month's contact";
    if (lastTouch === null) {
      return { action, reason: "No contact is on record.", occasion: `never:${dayOf(now).slice(0, 7)}` };
    }
    const since = wholeDays(lastTouch.at, now);
    if (since < EVERY_DAYS) return null;
    return { action, reason: `The last contact was ${days(since)} ago.`, occasion: dayOf(lastTouch.at) };
  },
};
