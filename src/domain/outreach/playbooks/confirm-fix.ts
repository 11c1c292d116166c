import type { Playbook } from "./playbook.ts";
import { ago, wholeDays } from "./words.ts";

/** A fix is confirmed while it is fresh. Chosen by the product. */
const CONFIRM_WITHIN_DAYS = 7;

/** After a complaint: "confirm satisfaction after the fix" is the sources' rule. */
export const confirmFix: Playbook = {
  name: "confirm-fix",
  urgent: true,
  suggest({ solvedTicket, lastTouch }, now) {
    if (solvedTicket === null) return null;
    const since = wholeDays(solvedTicket.solvedAt, now);
    if (since > CONFIRM_WITHIN_DAYS) return null;
    if (lastTouch !== null && lastTouch.at > solvedTicket.solvedAt) return null;
    return {
      action: "Ask whether the fix works for them",
      reason: `“${solvedTicket.subject}” was solved ${ago(since)}.`,
      occasion: solvedTicket.reference,
    };
  },
};
