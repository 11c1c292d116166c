import type { Day } from "../../calendar.ts";
import { type Parameter, type Phrase, phrase } from "../../phrase.ts";

/** Both days inclusive. */
export type Period = { readonly fromDay: Day; readonly toDay: Day };

/** `minor` is money in minor units of the metric's `currency`; `points` are those of the NPS, −100 to 100. */
export type MetricUnit = "percent" | "minor" | "ratio" | "count" | "hours" | "years" | "points" | "score";

/** What a metric of one period rests on. */
export type MetricContext = {
  readonly period: Period;
  /** The newest row the figure could have read; null where there is none. */
  readonly dataUpTo: Date | null;
};

export type MetricDescription = {
  readonly key: string;
  readonly name: Phrase;
  readonly unit: MetricUnit;
  /** Only with the unit `minor`. */
  readonly currency: string | null;
  /** "Retained ÷ customers at the start". */
  readonly formula: Phrase;
  /** Who or what the figure is divided by, and how many. */
  readonly denominator: { readonly what: Phrase; readonly count: number | null };
};

/** A figure with everything it needs to be read rightly; without a value it says why, and never shows 0 instead. */
export type Metric = MetricDescription &
  MetricContext & {
    /** The formula with its numbers in: "180 ÷ 200". */
    readonly working: Phrase | null;
    /** What else has to be known: an assumption, rows left out. */
    readonly note: Phrase | null;
  } & (
    | { readonly value: number; readonly because: null }
    | { readonly value: null; readonly because: Phrase }
  );

type Given = Omit<MetricDescription, "currency"> & {
  readonly currency?: string;
  readonly working?: Phrase | null;
  readonly note?: Phrase | null;
};

/** "180 ÷ 200". */
export const division = (part: Parameter, whole: Parameter): Phrase =>
  phrase("working.division", { part: stated(part), whole: stated(whole) });

const stated = (value: Parameter): Parameter =>
  typeof value === "number" ? phrase("number.plain", { number: value }) : value;

/** A metric that has a value. */
export function metric(context: MetricContext, given: Given & { readonly value: number }): Metric {
  const { value, ...described } = given;
  return { ...described, ...settled(context, given), value, because: null };
}

/** A metric without a value, and why. */
export function noMetric(context: MetricContext, given: Given & { readonly because: Phrase }): Metric {
  const { because, ...described } = given;
  return { ...described, ...settled(context, given), value: null, because };
}

function settled({ period, dataUpTo }: MetricContext, { currency, working, note }: Given) {
  return {
    period,
    dataUpTo,
    currency: currency ?? null,
    working: working ?? null,
    note: note ?? null,
  };
}

/**
 * Part ÷ whole in percent as a metric, or n/a where the whole is 0.
 * @param because why the whole may be empty
 */
export function percentMetric(
  context: MetricContext,
  given: Omit<Given, "unit" | "working" | "currency"> & {
    readonly part: number;
    readonly whole: number;
    readonly because: Phrase;
    /** Of amounts. */
    readonly currency?: string;
  },
): Metric {
  const { part, whole, because, currency, ...described } = given;
  const base = { ...described, unit: "percent" as const };
  if (whole === 0) return noMetric(context, { ...base, because });
  const shown = (value: number) => (currency === undefined ? value : { minor: value, currency });
  return metric(context, {
    ...base,
    value: (100 * part) / whole,
    working: division(shown(part), shown(whole)),
  });
}
