import { phrase } from "../../phrase.ts";
import { wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

/** After a complaint: "confirm satisfaction after the fix" is the sources' rule. */
export const confirmFix = playbook({
  key: "confirm-fix",
  needs: ["lastTouch", "solvedTicket"],
  priority: "urgent",
  saves: 0.08,
  minutes: 10,
  restsOnKnownDays: true,
  // A fix is confirmed while it is fresh. Chosen by the product.
  numbers: { withinDays: { default: 7, least: 1, most: 60, unit: "days" } },
  eligible({ solvedTicket, lastTouch }, now, _kind, { withinDays }) {
    if (solvedTicket === null) return null;
    const { reference, subject, solvedAt } = solvedTicket;
    const days = wholeDays(solvedAt, now);
    if (days > withinDays) return null;
    if (lastTouch !== null && lastTouch.at > solvedAt) return null;
    return {
      action: phrase("confirm-fix.action"),
      reason: phrase("confirm-fix.reason", { subject, days }),
      occasion: reference,
    };
  },
});
