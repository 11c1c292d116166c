import { phrase } from "../../phrase.ts";
import { isBadRating } from "../break-through.ts";
import { dayOf, wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

/** Somebody answered a survey badly and nobody has been in touch since. */
export const closeTheLoop = playbook({
  key: "close-the-loop",
  needs: ["lastAnswers", "lastTouch"],
  priority: "urgent",
  saves: 0.15,
  minutes: 20,
  restsOnKnownDays: true,
  // Whoever complained and heard nothing for two weeks has drawn their conclusion. Chosen by the product. Answers are known
  // for 60 days.
  numbers: { withinDays: { default: 14, least: 1, most: 60, unit: "days" } },
  eligible({ lastAnswers, lastTouch }, now, _kind, { withinDays }) {
    const answer = lastAnswers.find(isBadRating);
    if (answer === undefined) return null;
    const days = wholeDays(answer.at, now);
    if (days > withinDays) return null;
    if (lastTouch !== null && lastTouch.at > answer.at) return null;
    return {
      action: phrase("close-the-loop.action"),
      reason: phrase("close-the-loop.reason", {
        kind: answer.kind,
        score: answer.score,
        scale: answer.scaleMax,
        days,
      }),
      occasion: `${answer.kind}:${dayOf(answer.at)}`,
    };
  },
});
