import { daysBetween } from "../../calendar.ts";
import { phrase } from "../../phrase.ts";
import { dayOf } from "./days.ts";
import { playbook } from "./playbook.ts";

/** They have been a customer for another whole year. */
export const anniversary = playbook({
  key: "anniversary",
  needs: ["firstPurchaseAt", "lastTouch"],
  priority: "due",
  saves: 0.02,
  minutes: 5,
  restsOnKnownDays: true,
  // Told for a few days, so that a weekend or a holiday does not swallow it. Chosen by the product.
  numbers: { forDays: { default: 3, least: 1, most: 14, unit: "days" } },
  eligible({ customer, firstPurchaseAt, lastTouch }, now, _kind, { forDays }) {
    const began = customer.startedOn ?? (firstPurchaseAt === null ? null : dayOf(firstPurchaseAt));
    if (began === null) return null;
    const today = dayOf(now);
    const years = Number(today.slice(0, 4)) - Number(began.slice(0, 4));
    const day = `${today.slice(0, 4)}-${began.slice(5).replace("02-29", "03-01")}`;
    const since = daysBetween(day, today);
    if (years < 1 || since < 0 || since >= forDays) return null;
    if (lastTouch !== null && dayOf(lastTouch.at) >= day) return null;
    return {
      action: phrase("anniversary.action"),
      reason: phrase("anniversary.reason", { years, days: since }),
      occasion: day,
    };
  },
});
