import { phrase } from "../../phrase.ts";
import { promoterPoint } from "../../value/metrics/satisfaction.ts";
import { dayOf, wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

/** A promoter is asked for a recommendation while the answer is fresh. */
export const askReferral = playbook({
  key: "ask-referral",
  needs: ["lastAnswers", "lastTouch", "openTicket"],
  priority: "due",
  saves: 0.01,
  minutes: 10,
  restsOnKnownDays: true,
  // While they still mean what they said. Chosen by the product. Answers are known for 60 days.
  numbers: { withinDays: { default: 30, least: 1, most: 60, unit: "days" } },
  eligible({ lastAnswers, lastTouch, openTicket }, now, _kind, { withinDays }) {
    const answer = lastAnswers.find(({ kind }) => kind === "nps");
    // Nobody recommends while they wait for us.
    if (answer === undefined || openTicket !== null || promoterPoint(answer.score) < 1) return null;
    const days = wholeDays(answer.at, now);
    if (days > withinDays) return null;
    if (lastTouch !== null && lastTouch.at > answer.at) return null;
    return {
      action: phrase("ask-referral.action"),
      reason: phrase("ask-referral.reason", { score: answer.score, days }),
      occasion: dayOf(answer.at),
    };
  },
});
