import { NO_CHANNEL, NO_OWNER, NO_SEGMENT } from "../../costs/cost-report.ts";
import { effortScale } from "../../costs/trace/traced-figure.ts";
import { type GatheredRows, gathered } from "../../figures/trace/gathered-rows.ts";
import type { RowGroup } from "../../figures/trace/row-group.ts";
import type { Trace, TraceRow, TraceShape, TraceUnit } from "../../figures/trace/trace.ts";
import { roundHalfAway } from "../../money.ts";
import { type Parameter, type Phrase, phrase } from "../../phrase.ts";
import type { Period } from "../metrics/metric.ts";

/** A figure that is the sum of its rows, in minor units. */
export const summed = (figure: string, period: Period, currency: string, rows: readonly TraceRow[]): Trace =>
  summedUp(figure, period, currency, gathered(rows));

export function summedUp(figure: string, period: Period, currency: string, sums: GatheredRows): Trace {
  const { rows, rowCount, counted, amount } = sums;
  const total = amount ?? 0;
  return {
    ...{ figure, part: null, ...period, rows, rowCount, amount: total, over: null },
    ...shapeOf("sum", currency),
    title: titleOf(figure, period),
    closing: phrase("trace.adds-up", { rows: counted, total: { minor: total, currency } }),
  };
}

/** Of what is divided by what: numbers, amounts, or an amount by a number. */
export type Quotient = "percent" | "points" | "ratio" | "percent-of-money" | "return" | "money-each";

/** What the numbers of rows are that are added up, or added up and divided. */
export function shapeOf(kind: Quotient | "sum", currency: string): TraceShape {
  const isCount = kind === "percent" || kind === "points" || kind === "ratio";
  const isOfMoney = kind === "percent-of-money" || kind === "return";
  return { currency, unit: isCount ? "count" : "minor", overUnit: isOfMoney ? "minor" : "count" };
}

/** A quotient of two sums of its rows: percent of counts or amounts, or an amount each. There is none of nothing or less. */
export const divided = (
  figure: string,
  kind: Quotient,
  period: Period,
  currency: string,
  rows: readonly TraceRow[],
): Trace => dividedUp(figure, kind, period, currency, gathered(rows));

export function dividedUp(
  figure: string,
  kind: Quotient,
  period: Period,
  currency: string,
  sums: GatheredRows,
): Trace {
  const { rows, rowCount, counted } = sums;
  const amount = sums.amount ?? 0;
  const over = sums.over ?? 0;
  const shape = shapeOf(kind, currency);
  const shown = (value: number, unit: TraceUnit): Parameter =>
    unit === "minor" ? { minor: value, currency } : value;
  const given = { rows: counted, part: shown(amount, shape.unit), whole: shown(over, shape.overUnit) };
  return {
    ...{ figure, part: null, ...period, ...shape, rows, rowCount, amount, over },
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
