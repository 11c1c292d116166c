import { daysBetween } from "../../calendar.ts";
import { type Phrase, phrase } from "../../phrase.ts";
import type { AllFacts } from "../facts.ts";
import { dayOf } from "./days.ts";
import { playbook } from "./playbook.ts";

/** Two months on, whoever took over has long made up their mind. Chosen by the product. */
export const CHAMPION_LEFT_DAYS = 60;

/** The person we dealt with most has left the customer: whoever takes over does not know us. */
export const championLeft = playbook({
  key: "champion-left",
  needs: ["championLeft", "lastTouch"],
  priority: "due",
  saves: 0.12,
  minutes: 30,
  restsOnKnownDays: true,
  eligible({ championLeft: left, lastTouch }, now) {
    if (left === null) return null;
    const days = daysBetween(left.leftOn, dayOf(now));
    if (days < 0 || days > CHAMPION_LEFT_DAYS) return null;
    // A call that nobody took found no successor.
    const spoke = lastTouch !== null && lastTouch.outcome !== "no_answer";
    if (spoke && dayOf(lastTouch.at) > left.leftOn) return null;
    return {
      action: actionFor(left),
      reason: phrase("champion-left.reason", { name: left.name, days }),
      occasion: `${left.name}:${left.leftOn}`,
    };
  },
});

function actionFor({ others }: NonNullable<AllFacts["championLeft"]>): Phrase {
  const [first, second] = others;
  if (first === undefined) return phrase("champion-left.action");
  if (second === undefined) return phrase("champion-left.action.one", { name: first });
  return phrase("champion-left.action.two", { name: first, other: second });
}
