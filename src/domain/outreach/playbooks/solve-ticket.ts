import type { Playbook } from "./playbook.ts";
import { dayOf, days, wholeDays } from "./words.ts";

/** What is broken comes before everything else. */
export const solveTicket: Playbook = {
  name: "solve-ticket",
  urgent: true,
  suggest({ openTicket, lastTouch }, now) {
    if (openTicket === null) return null;
    const isTouched = lastTouch !== null && lastTouch.at > openTicket.openedAt;
    const touched = isTouched ? dayOf(lastTouch.at) : "untouched";
    if (touched === dayOf(now)) return null;
    return {
      action: `Get ticket ${openTicket.reference} solved and tell them when`,
      reason: `“${openTicket.subject}” has been open for ${days(wholeDays(openTicket.openedAt, now))}.`,
      occasion: `${openTicket.reference}:${touched}`,
    };
  },
};
