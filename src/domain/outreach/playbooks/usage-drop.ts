import { phrase } from "../../phrase.ts";
import { usageTrend } from "../usage-trend.ts";
import { dayOf, lastTouchDay } from "./days.ts";
import { playbook } from "./playbook.ts";

export const usageDrop = playbook({
  key: "usage-drop",
  needs: ["lastTouch", "resting", "weeklyUsage"],
  priority: "due",
  saves: 0.08,
  minutes: 20,
  // A third less in a month is more than holidays explain. Chosen by the product.
  numbers: { leastDropPercent: { default: 33, least: 5, most: 95, unit: "percent" } },
  eligible(facts, now, _kind, { leastDropPercent }) {
    // Where data have stopped nobody knows who uses less.
    if (facts.resting?.stopped) return null;
    const trend = usageTrend(facts.weeklyUsage);
    if (trend === null || trend.percent === null || trend.percent > -leastDropPercent) return null;
    return {
      action: phrase("usage-drop.action"),
      reason: phrase("usage-drop.reason", { percent: -trend.percent }),
      occasion: `${dayOf(now).slice(0, 7)}:${lastTouchDay(facts)}`,
    };
  },
});
