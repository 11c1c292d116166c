import { phrase } from "../../phrase.ts";
import { dayOf, wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

/** What is broken comes before everything else, also right after a contact: that solved nothing yet. */
export const solveTicket = playbook({
  key: "solve-ticket",
  needs: ["lastTouch", "openTicket"],
  priority: "urgent",
  saves: 0.15,
  minutes: 30,
  restsOnKnownDays: true,
  step: "solve-ticket",
  eligible({ openTicket, lastTouch }, now) {
    if (openTicket === null) return null;
    const { reference, subject, openedAt } = openTicket;
    const touched = lastTouch !== null && lastTouch.at > openedAt ? dayOf(lastTouch.at) : "untouched";
    return {
      action: phrase("solve-ticket.action", { reference }),
      reason: phrase("solve-ticket.reason", { subject, days: wholeDays(openedAt, now) }),
      occasion: `${reference}:${touched}`,
      since: openedAt,
    };
  },
});
