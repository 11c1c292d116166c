import { phrase } from "../../phrase.ts";
import { dayOf, wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

/** Customers who want to stay are lost over a card that ran out: urgent, and easily put right. */
export const settlePayment = playbook({
  key: "settle-payment",
  needs: ["failedPayments", "lastTouch"],
  priority: "urgent",
  saves: 0.3,
  minutes: 10,
  restsOnKnownDays: true,
  // One payment fails by accident; two within this time will not mend by themselves. Chosen by the product.
  numbers: { withinDays: { default: 30, least: 1, most: 180, unit: "days" } },
  eligible({ failedPayments, lastTouch }, now, _kind, { withinDays }) {
    const [last, before] = failedPayments;
    if (last === undefined || before === undefined) return null;
    if (wholeDays(before, now) > withinDays) return null;
    if (lastTouch !== null && lastTouch.at > last) return null;
    return {
      action: phrase("settle-payment.action"),
      reason: phrase("settle-payment.reason", { days: wholeDays(last, now) }),
      occasion: dayOf(last),
      // A payment is tried again every few days: whoever called between two tries knows that they fail.
      since: before,
    };
  },
});
