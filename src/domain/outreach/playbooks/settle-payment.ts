import { phrase } from "../../phrase.ts";
import { dayOf, wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

/** One payment fails by accident; two within this time will not mend by themselves. Chosen by the product. */
const WITHIN_DAYS = 30;

/** Customers who want to stay are lost over a card that ran out: urgent, and easily put right. */
export const settlePayment = playbook({
  key: "settle-payment",
  needs: ["failedPayments", "lastTouch"],
  priority: "urgent",
  saves: 0.3,
  minutes: 10,
  restsOnKnownDays: true,
  eligible({ failedPayments, lastTouch }, now) {
    const [last, before] = failedPayments;
    if (last === undefined || before === undefined) return null;
    if (wholeDays(before, now) > WITHIN_DAYS) return null;
    if (lastTouch !== null && lastTouch.at > last) return null;
    return {
      action: phrase("settle-payment.action"),
      reason: phrase("settle-payment.reason", { days: wholeDays(last, now) }),
      occasion: dayOf(last),
    };
  },
});
