import type { Day } from "../../calendar.ts";

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
  readonly name: string;
  readonly unit: MetricUnit;
  /** Only with the unit `minor`. */
  readonly currency: string | null;
  /** In words: "retained ÷ customers at the start". */
  readonly formula: string;
  /** Who or what the figure is divided by, in words and as a count. */
  readonly denominator: { readonly what: string; readonly count: number | null };
};

/** A figure with everything it needs to be read rightly; without a value it says why, and never shows 0 instead. */
export type Metric = MetricDescription &
  MetricContext & {
    /** The formula with its numbers in: "180 ÷ 200". */
    readonly working: string | null;
    /** What else has to be known: an assumption, rows left out. */
    readonly note: string | null;
  } & (
    | { readonly value: number; readonly because: null }
    | { readonly value: null; readonly because: string }
  );

type Given = Omit<MetricDescription, "currency"> & {
  readonly currency?: string;
  readonly working?: string | null;
  readonly note?: string | null;
};

/** A metric that has a value. */
export function metric(context: MetricContext, given: Given & { readonly value: number }): Metric {
  const { value, ...described } = given;
  return { ...described, ...settled(context, given), value, because: null };
}

/** A metric without a value, and why. */
export function noMetric(context: MetricContext, given: Given & { readonly because: string }): Metric {
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
  given: Omit<Given, "unit" | "working"> & {
    readonly part: number;
    readonly whole: number;
    readonly because: string;
    readonly workingIn?: (value: number) => string;
  },
): Metric {
  const { part, whole, because, workingIn = String, ...described } = given;
  const base = { ...described, unit: "percent" as const };
  if (whole === 0) return noMetric(context, { ...base, because });
  const working = `${workingIn(part)} ÷ ${workingIn(whole)}`;
  return metric(context, { ...base, value: (100 * part) / whole, working });
}
