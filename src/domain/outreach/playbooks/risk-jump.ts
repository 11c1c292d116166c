import { phrase } from "../../phrase.ts";
import { bandOf, MEDIUM_RISK } from "../../risk/bands.ts";
import { dayOf, lastTouchDay, wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

/** Into another band it takes less: but a risk that wavers about the border is no news. Chosen by the product. */
const LEAST_POINTS_TO_CROSS = 5;
/** Beyond it the two scores are no week apart, and the rise no news. */
const WITHIN_DAYS = 14;

/** The risk has risen a lot within a week, or into another band, whatever it is that shows in it. */
export const riskJump = playbook({
  key: "risk-jump",
  needs: ["earlierScore", "lastTouch", "resting", "score"],
  priority: "due",
  saves: 0.06,
  minutes: 20,
  // Smaller steps within a week come and go. Chosen by the product.
  numbers: { leastPoints: { default: 15, least: 5, most: 60, unit: "points" } },
  eligible(facts, _now, _kind, { leastPoints }) {
    const { score, earlierScore, resting, lastTouch } = facts;
    if (resting?.stopped || score === null || score.probability === null || earlierScore === null)
      return null;
    if (score.probability < MEDIUM_RISK || wholeDays(earlierScore.asOf, score.asOf) > WITHIN_DAYS)
      return null;
    // Another model rates everybody anew: that is no news of a customer.
    if (score.model !== null && score.model.id !== earlierScore.modelId) return null;
    const points = Math.round(100 * (score.probability - earlierScore.probability));
    const band = bandOf(score.probability);
    const crossed = band !== bandOf(earlierScore.probability);
    if (points < (crossed ? Math.min(LEAST_POINTS_TO_CROSS, leastPoints) : leastPoints)) return null;
    if (lastTouch !== null && lastTouch.at > score.asOf) return null;
    return {
      action: phrase("risk-jump.action"),
      reason:
        points >= leastPoints
          ? phrase("risk-jump.reason", { points })
          : phrase("risk-jump.crossed", { points, band }),
      occasion: `${dayOf(score.asOf)}:${lastTouchDay(facts)}`,
    };
  },
});
