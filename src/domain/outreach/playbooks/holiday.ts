import { addDays, daysBetween } from "../../calendar.ts";
import { phrase } from "../../phrase.ts";
import { dayOf } from "./days.ts";
import { playbook } from "./playbook.ts";

/** Of any such five days three are working days, whatever the weekend. Chosen by the product. */
const NOT_BEFORE_DAYS = 5;

/** A greeting before a great feast of the customer's country. On the day itself nobody reads it. */
export const holiday = playbook({
  key: "holiday",
  needs: ["lastTouch", "nextFeast"],
  priority: "due",
  saves: 0.01,
  minutes: 5,
  restsOnKnownDays: true,
  eligible({ nextFeast, lastTouch }, now) {
    if (nextFeast === null) return null;
    const { feast, day } = nextFeast;
    const days = daysBetween(dayOf(now), day);
    if (days < 1 || days > NOT_BEFORE_DAYS) return null;
    if (lastTouch !== null && dayOf(lastTouch.at) >= addDays(day, -NOT_BEFORE_DAYS)) return null;
    return {
      action: phrase("holiday.action", { feast }),
      reason: phrase("holiday.reason", { feast, days }),
      occasion: `${feast}:${day}`,
    };
  },
});
