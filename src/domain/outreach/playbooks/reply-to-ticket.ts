import { phrase } from "../../phrase.ts";
import { lastTouchDay, wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

export const replyToTicket = playbook({
  key: "reply-to-ticket",
  needs: ["lastTouch", "unansweredTicket"],
  priority: "urgent",
  saves: 0.1,
  minutes: 10,
  restsOnKnownDays: true,
  step: "solve-ticket",
  // "Answer at once" is the sources' rule for complaints; by the next day nobody has.
  numbers: { afterDays: { default: 1, least: 0, most: 14, unit: "days" } },
  eligible(facts, now, _kind, { afterDays }) {
    const { unansweredTicket: ticket, lastTouch } = facts;
    if (ticket === null) return null;
    const days = wholeDays(ticket.openedAt, now);
    if (days < afterDays) return null;
    if (lastTouch !== null && lastTouch.at > ticket.openedAt) return null;
    return {
      action: phrase("reply-to-ticket.action", { reference: ticket.reference }),
      reason: phrase("reply-to-ticket.reason", { subject: ticket.subject, days }),
      occasion: `${ticket.reference}:${lastTouchDay(facts)}`,
    };
  },
});
