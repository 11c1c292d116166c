import { sumOf, type Trace, type TraceRow } from "../figures/trace/trace.ts";
import { roundHalfAway } from "../money.ts";
import { type Parameter, type Phrase, phrase } from "../phrase.ts";
import type { Period } from "./metrics/metric.ts";

/** A figure that is the sum of its rows, in minor units. */
export function summed(figure: string, period: Period, currency: string, rows: readonly TraceRow[]): Trace {
  const amount = sumOf(rows, "amount") ?? 0;
  return {
    ...{ figure, ...period, currency, unit: "minor", overUnit: "count", rows, amount, over: null },
    title: titleOf(figure, period),
    closing: phrase("trace.adds-up", { rows: counted(rows), total: { minor: amount, currency } }),
  };
}

/** Of what is divided by what: numbers, amounts, or an amount by a number. */
export type Quotient = "percent" | "ratio" | "percent-of-money" | "money-each";

/** A quotient of two sums of its rows: percent of counts or amounts, or an amount each. */
export function divided(
  figure: string,
  kind: Quotient,
  period: Period,
  currency: string,
  rows: readonly TraceRow[],
): Trace {
  const amount = sumOf(rows, "amount") ?? 0;
  const over = sumOf(rows, "over") ?? 0;
  const money = (minor: number): Parameter => ({ minor, currency });
  const isCount = kind === "percent" || kind === "ratio";
  const [part, whole] = [isCount ? amount : money(amount), kind === "percent-of-money" ? money(over) : over];
  const given = { rows: counted(rows), part, whole };
  return {
    ...{ figure, ...period, currency, rows, amount, over },
    unit: isCount ? "count" : "minor",
    overUnit: kind === "percent-of-money" ? "minor" : "count",
    title: titleOf(figure, period),
    closing: over === 0 ? phrase("trace.divided.none", given) : quotient(kind, amount, over, currency, given),
  };
}

function quotient(
  kind: Quotient,
  amount: number,
  over: number,
  currency: string,
  given: Phrase["parameters"],
): Phrase {
  const each = amount / over;
  if (kind === "money-each")
    return phrase("trace.divided.each", { ...given, each: { minor: roundHalfAway(each), currency } });
  return kind === "ratio"
    ? phrase("trace.divided.ratio", { ...given, each })
    : phrase("trace.divided.percent", { ...given, percent: 100 * each });
}

const titleOf = (figure: string, { fromDay, toDay }: Period): Phrase =>
  phrase("trace.title", {
    figure: phrase(`trace.figure.${figure.replace(":", ".")}`),
    from: { day: fromDay },
    to: { day: toDay },
  });

/** Rows that are in the figure. */
const counted = (rows: readonly TraceRow[]): number =>
  rows.filter(({ amount, over }) => amount !== null || over !== null).length;
