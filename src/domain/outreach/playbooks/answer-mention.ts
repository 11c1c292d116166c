import { phrase } from "../../phrase.ts";
import { dayOf, wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

/** A complaint in public that nobody answered: everybody reads that, too. */
export const answerMention = playbook({
  key: "answer-mention",
  needs: ["lastTouch", "openMention"],
  priority: "urgent",
  saves: 0.05,
  minutes: 15,
  restsOnKnownDays: true,
  eligible({ openMention, lastTouch }, now) {
    if (openMention === null) return null;
    if (lastTouch !== null && lastTouch.at > openMention.at) return null;
    return {
      action: phrase("answer-mention.action", { network: openMention.network }),
      reason: phrase("answer-mention.reason", { days: wholeDays(openMention.at, now) }),
      occasion: dayOf(openMention.at),
    };
  },
});
