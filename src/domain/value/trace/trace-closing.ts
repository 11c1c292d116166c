import { NO_CHANNEL, NO_OWNER, NO_SEGMENT } from "../../costs/cost-report.ts";
import { effortScale } from "../../costs/trace/traced-figure.ts";
import type { RowGroup } from "../../figures/trace/row-group.ts";
import { sumOf, type Trace, type TraceRow } from "../../figures/trace/trace.ts";
import { roundHalfAway } from "../../money.ts";
import { type Parameter, type Phrase, phrase } from "../../phrase.ts";
import type { Period } from "../metrics/metric.ts";

/** A figure that is the sum of its rows, in minor units. */
export function summed(figure: string, period: Period, currency: string, rows: readonly TraceRow[]): Trace {
  const amount = sumOf(rows, "amount") ?? 0;
  return {
    ...{ figure, part: null, ...period, currency, rows, amount, over: null },
    ...{ unit: "minor", overUnit: "count" },
    title: titleOf(figure, period),
    closing: phrase("trace.adds-up", { rows: counted(rows), total: { minor: amount, currency } }),
  };
}

/** Of what is divided by what: numbers, amounts, or an amount by a number. */
export type Quotient = "percent" | "points" | "ratio" | "percent-of-money" | "return" | "money-each";

/** A quotient of two sums of its rows: percent of counts or amounts, or an amount each. There is none of nothing or less. */
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
  const isCount = kind === "percent" || kind === "points" || kind === "ratio";
  const isOfMoney = kind === "percent-of-money" || kind === "return";
  const [part, whole] = [isCount ? amount : money(amount), isOfMoney ? money(over) : over];
  const given = { rows: counted(rows), part, whole };
  return {
    ...{ figure, part: null, ...period, currency, rows, amount, over },
    unit: isCount ? "count" : "minor",
    overUnit: isOfMoney ? "minor" : "count",
    title: titleOf(figure, period),
    closing: over <= 0 ? phrase("trace.divided.none", given) : quotient(kind, amount, over, currency, given),
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
  if (kind === "ratio") return phrase("trace.divided.ratio", { ...given, each });
  const of = kind === "percent-of-money" ? "percent" : kind;
  return phrase(`trace.divided.${of}`, { ...given, percent: 100 * each });
}

/** A figure that has no value. @param because why */
export const withoutValue = (trace: Trace, because: Phrase): Trace => ({
  ...trace,
  closing: phrase("trace.none", { because }),
});

/** The same of one row of the cost report. */
export function ofRow(trace: Trace, group: RowGroup): Trace {
  const part = group.by === "nobody" ? group.by : `${group.by} ${group.key}`;
  const { parameters } = trace.title;
  return { ...trace, part, title: phrase("trace.title.of-row", { ...parameters, row: rowPhrase(group) }) };
}

function rowPhrase(group: RowGroup): Phrase {
  if (group.by === "nobody") return phrase("trace.row.nobody");
  const { by, key } = group;
  if (by === "segment" && key === NO_SEGMENT) return phrase("trace.row.no-segment");
  if (by === "owner" && key === NO_OWNER) return phrase("trace.row.no-owner");
  if (by === "channel" && key === NO_CHANNEL) return phrase("trace.row.no-channel");
  return phrase(`trace.row.${by}`, { key });
}

export const titleOf = (figure: string, { fromDay, toDay }: Period): Phrase =>
  phrase("trace.title", { figure: nameOf(figure), from: { day: fromDay }, to: { day: toDay } });

function nameOf(figure: string): Phrase {
  const scale = effortScale(figure);
  if (scale !== null) return phrase("trace.figure.ces.scale", { scale });
  return phrase(`trace.figure.${figure.replace(":", ".")}`);
}

/** Rows that are in the figure. */
export const counted = (rows: readonly TraceRow[]): number =>
  rows.filter(({ amount, over }) => amount !== null || over !== null).length;
