import type { Chart } from "../chart.ts";
import { type Phrase, phrase } from "../phrase.ts";
import type { ValueBridge } from "./value-bridge.ts";

/** Steps that touched somebody; what did not happen is not drawn. */
export const stepsTaken = ({ steps }: ValueBridge) => steps.filter(({ customers }) => customers > 0);

/** From the value at risk a week before to that of now, step by step. */
export function bridgeChart(bridge: ValueBridge): Chart {
  const steps = stepsTaken(bridge);
  return {
    kind: "bridge",
    title: phrase("chart.bridge.title"),
    finding: bridgeFinding(bridge),
    unit: { kind: "money", currency: bridge.currency },
    categories: [
      phrase("chart.bridge.start"),
      ...steps.map(({ kind }) => phrase(`chart.bridge.${kind}`)),
      phrase("chart.bridge.end"),
    ],
    series: [
      {
        name: phrase("chart.bridge.series"),
        values: [bridge.startMinor, ...steps.map(({ minor }) => minor), bridge.endMinor],
      },
    ],
  };
}

/** "Value at risk rose by €11,474.38 in 7 days, from €128,400.12 to €139,874.50." */
export function bridgeFinding({ currency, startMinor, endMinor }: ValueBridge): Phrase {
  const money = (minor: number) => ({ minor, currency });
  const [start, end] = [money(startMinor), money(endMinor)];
  if (startMinor === endMinor) return phrase("chart.bridge.same", { end });
  const change = money(Math.abs(endMinor - startMinor));
  return phrase(endMinor > startMinor ? "chart.bridge.rose" : "chart.bridge.fell", { change, start, end });
}
