import { phrase } from "../../phrase.ts";
import { MEDIUM_RISK, NOTABLE_CHANGE } from "../../risk/bands.ts";
import { dayOf, lastTouchDay, wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

/** One of the most valuable customers is drifting off: worth a call before the risk is high. */
export const vipCooling = playbook({
  key: "vip-cooling",
  needs: ["earlierScore", "lastTouch", "resting", "score", "valueTier"],
  priority: "due",
  saves: 0.1,
  minutes: 30,
  numbers: {
    leastPoints: { default: Math.round(100 * NOTABLE_CHANGE), least: 3, most: 60, unit: "points" },
    // Whoever was in touch within these days knows. Chosen by the product.
    quietDays: { default: 14, least: 0, most: 90, unit: "days" },
  },
  eligible(facts, now, _kind, { leastPoints, quietDays }) {
    const { valueTier, score, earlierScore, lastTouch, resting } = facts;
    if (valueTier?.tier !== "top" || resting?.stopped) return null;
    if (score === null || score.probability === null || earlierScore === null) return null;
    if (score.probability < MEDIUM_RISK) return null;
    if (score.model !== null && score.model.id !== earlierScore.modelId) return null;
    const rise = score.probability - earlierScore.probability;
    if (rise < leastPoints / 100) return null;
    if (lastTouch !== null && wholeDays(lastTouch.at, now) < quietDays) return null;
    return {
      action: phrase("vip-cooling.action"),
      reason: phrase("vip-cooling.reason", { points: Math.round(100 * rise) }),
      occasion: `${dayOf(now).slice(0, 7)}:${lastTouchDay(facts)}`,
    };
  },
});
