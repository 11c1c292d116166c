import type { Chart } from "../chart.ts";
import { type Phrase, phrase } from "../phrase.ts";
import { knownWeeks, type RiskOverTime } from "./risk-over-time.ts";

/** High and medium risk, week by week; null where there are not two weeks to draw. */
export function riskChart(risks: RiskOverTime): Chart | null {
  const weeks = knownWeeks(risks);
  if (weeks.length < 2) return null;
  return {
    kind: "lines",
    title: phrase("chart.risk.title"),
    finding: riskFinding(risks),
    unit: { kind: "count" },
    categories: weeks.map(({ day }) => phrase("chart.day", { day: { day } })),
    series: [
      { name: phrase("chart.risk.high"), values: weeks.map(({ customers }) => customers.high) },
      { name: phrase("chart.risk.medium"), values: weeks.map(({ customers }) => customers.medium) },
    ],
  };
}

/** How many are at high risk, against the first week that is drawn. */
function riskFinding(risks: RiskOverTime): Phrase {
  const weeks = knownWeeks(risks);
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("no week to tell of");
  const change = last.customers.high - first.customers.high;
  const days = { day: { day: last.day }, before: { day: first.day } };
  const told = { high: last.customers.high, ...days };
  if (change === 0) return phrase("chart.risk.same", told);
  const code = change > 0 ? "chart.risk.more" : "chart.risk.fewer";
  return phrase(code, { ...told, change: Math.abs(change) });
}
