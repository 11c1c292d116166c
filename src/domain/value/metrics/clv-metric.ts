import type { ClvParameters, MarginClv } from "./margin-clv.ts";
import { type Metric, type MetricContext, metric, noMetric } from "./metric.ts";

/** The margin CLV of many customers, added up one at a time. */
export function clvTotals() {
  const sums = { customers: 0, known: 0, minor: 0, lowMinor: 0, highMinor: 0, assumedMargin: 0, repeated: 0 };
  const missing = new Map<string, number>();
  return {
    add(clv: MarginClv): void {
      sums.customers += 1;
      if (clv.kind === "not-applicable") {
        missing.set(clv.because, (missing.get(clv.because) ?? 0) + 1);
        return;
      }
      sums.known += 1;
      sums.minor += clv.money.minor;
      sums.lowMinor += clv.lowMinor;
      sums.highMinor += clv.highMinor;
      sums.assumedMargin += clv.marginAssumed ? 1 : 0;
      sums.repeated += clv.basis === "last-12-months" ? 1 : 0;
    },
    totals: () => ({ ...sums, missing: Object.fromEntries(missing) }),
  };
}

export type ClvTotals = ReturnType<ReturnType<typeof clvTotals>["totals"]>;

const MISSING_WORDS: Readonly<Record<string, string>> = {
  "no-score": "without a score",
  "no-margin": "without a known margin",
  "no-revenue": "without expected revenue",
};

/** The mean margin CLV at the period's end. @param say an amount as its reader sees it */
export function clvMetric(
  context: MetricContext,
  totals: ClvTotals,
  parameters: ClvParameters,
  { currency, say }: { readonly currency: string; readonly say: (minor: number) => string },
): Metric {
  const { known, customers } = totals;
  const given = {
    key: "margin-clv",
    name: "Margin CLV, mean",
    unit: "minor" as const,
    formula:
      `Σ over ${parameters.years} years of margin % × expected revenue × survival ÷ ` +
      `(1 + ${parameters.discountRatePercent} %)^years; survival from the predicted risk`,
    denominator: { what: "customers at the period's end with a score, a margin and revenue", count: known },
    note: notes(totals, say).join("; ") || null,
  };
  if (known > 0)
    return metric(context, {
      ...given,
      currency,
      value: Math.round(totals.minor / known),
      working: `${say(totals.minor)} ÷ ${known}`,
    });
  return noMetric(context, {
    ...given,
    because: customers === 0 ? "there were no customers" : whyNone(totals),
  });
}

function whyNone({ missing }: ClvTotals): string {
  return `of all customers: ${missingWords(missing)}; \`score\` gives scores, margin_percent or MARGIN_PERCENT a margin`;
}

function missingWords(missing: Readonly<Record<string, number>>): string {
  return Object.entries(missing)
    .map(([because, count]) => `${count} ${MISSING_WORDS[because] ?? because}`)
    .join(", ");
}

function notes(totals: ClvTotals, say: (minor: number) => string): string[] {
  const { known, lowMinor, highMinor, missing, assumedMargin, repeated } = totals;
  if (known === 0) return [];
  const each = (minor: number) => say(Math.round(minor / known));
  return [
    `${each(lowMinor)} to ${each(highMinor)} over the range of the probabilities`,
    ...(Object.keys(missing).length > 0 ? [`left out: ${missingWords(missing)}`] : []),
    ...(repeated > 0 ? [`${repeated} by the last 12 months' revenue, no model says what to expect`] : []),
    ...(assumedMargin > 0 ? [`${assumedMargin} with the assumed margin`] : []),
  ];
}
