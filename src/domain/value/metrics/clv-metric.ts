import { asWritten, type Phrase, phrase } from "../../phrase.ts";
import { phraseList } from "../../phrase-list.ts";
import type { ClvParameters, MarginClv } from "./margin-clv.ts";
import { division, type Metric, type MetricContext, metric, noMetric } from "./metric.ts";

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

/** The mean margin CLV at the period's end. */
export function clvMetric(
  context: MetricContext,
  totals: ClvTotals,
  parameters: ClvParameters,
  currency: string,
): Metric {
  const { known, customers } = totals;
  const given = {
    key: "margin-clv",
    name: phrase("metric.margin-clv.name"),
    unit: "minor" as const,
    formula: phrase("metric.margin-clv.formula", {
      years: parameters.years,
      discount: parameters.discountRatePercent,
    }),
    denominator: { what: phrase("metric.of.valued"), count: known },
    note: phraseList(notes(totals, currency), "sentence"),
  };
  if (known > 0)
    return metric(context, {
      ...given,
      currency,
      value: Math.round(totals.minor / known),
      working: division({ minor: totals.minor, currency }, known),
    });
  return noMetric(context, {
    ...given,
    because: customers === 0 ? phrase("metric.none.customers") : whyNone(totals),
  });
}

const whyNone = ({ missing }: ClvTotals): Phrase =>
  phrase("metric.none.margin-clv", { missing: missingOnes(missing) });

/** "12 without a score, 3 without a known margin". */
function missingOnes(missing: Readonly<Record<string, number>>): Phrase {
  const ones = Object.entries(missing).map(([because, customers]) =>
    phrase(`metric.margin-clv.${because}`, { customers }),
  );
  return phraseList(ones, "comma") ?? asWritten("");
}

function notes(totals: ClvTotals, currency: string): Phrase[] {
  const { known, lowMinor, highMinor, missing, assumedMargin, repeated } = totals;
  if (known === 0) return [];
  const each = (minor: number) => ({ minor: Math.round(minor / known), currency });
  return [
    phrase("metric.margin-clv.note.range", { low: each(lowMinor), high: each(highMinor) }),
    ...(Object.keys(missing).length > 0
      ? [phrase("metric.margin-clv.note.left-out", { missing: missingOnes(missing) })]
      : []),
    ...(repeated > 0 ? [phrase("metric.margin-clv.note.repeated", { customers: repeated })] : []),
    ...(assumedMargin > 0 ? [phrase("metric.margin-clv.note.assumed", { customers: assumedMargin })] : []),
  ];
}
