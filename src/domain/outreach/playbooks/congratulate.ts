import { addDays, type Day } from "../../calendar.ts";
import { phrase } from "../../phrase.ts";
import { dayOf } from "./days.ts";
import { playbook } from "./playbook.ts";

/** A contact's birthday. Whoever was born on 29 February has theirs on 1 March where the year has none. */
export const congratulate = playbook({
  key: "congratulate",
  needs: ["birthdays"],
  priority: "due",
  saves: 0.02,
  minutes: 5,
  restsOnKnownDays: true,
  // A day before, so that it is not forgotten over a weekend, and a day after, so that it can still be made up for.
  numbers: {
    daysBefore: { default: 1, least: 0, most: 14, unit: "days" },
    daysAfter: { default: 1, least: 0, most: 14, unit: "days" },
  },
  eligible({ birthdays }, now, _kind, { daysBefore, daysAfter }) {
    const today = dayOf(now);
    for (let days = daysBefore; days >= -daysAfter; days -= 1) {
      const day = addDays(today, days);
      const person = birthdays.find(({ birthday }) => isBirthday(birthday, day));
      if (person === undefined) continue;
      return {
        action: phrase("congratulate.action", { name: person.name }),
        reason: phrase("congratulate.reason", { days }),
        occasion: `${person.name}:${day}`,
      };
    }
    return null;
  },
});

function isBirthday(born: Day, day: Day): boolean {
  if (born.slice(5) === day.slice(5)) return true;
  return born.endsWith("-02-29") && day.endsWith("-03-01") && addDays(day, -1).endsWith("-02-28");
}
