import type { ChartSupport, DrawChart } from "../domain/chart.ts";
import { drawChart } from "./draw-chart.ts";

/**
 * What is known of charts in this workspace. Slack rolls the block out workspace by workspace: until something was learnt, each
 * message is tried with its charts. A restart learns anew.
 */
export function chartSupport(draw: DrawChart = drawChart): ChartSupport {
  let takes = true;
  return {
    takesCharts: () => takes,
    learn(taken) {
      takes = taken;
    },
    draw,
  };
}
