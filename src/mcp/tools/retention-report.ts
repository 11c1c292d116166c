import { z } from "zod";
import type { Phrase } from "../../domain/phrase.ts";
import type { Metric } from "../../domain/value/metrics/metric.ts";
import type { MetricsAnswer } from "../../flows/value/read-metrics.ts";
import { majorOf } from "../money.ts";
import { currencyInput, freshness, noReport, periodInput, periodOf, reportMessage } from "../told-report.ts";
import { type Asked, defineTool, message } from "../tool.ts";
import { inWords, sentence } from "../untrusted-text.ts";

const figure = z.object({
  key: z.string(),
  name: sentence,
  value: z
    .number()
    .nullable()
    .describe("In the unit; money in whole units of the currency. Null: see because."),
  unit: z.enum(["percent", "money", "ratio", "count", "hours", "years", "points", "score"]),
  currency: z.string().nullable(),
  formula: sentence,
  working: sentence.nullable(),
  divided_by: sentence,
  divided_by_count: z.number().nullable(),
  data_up_to: z.string().nullable(),
  note: sentence.nullable(),
  because: sentence.nullable().describe("Why there is no value; never take it for 0."),
});

/** Retention, revenue, value, satisfaction and service of a period. */
export const retentionReport = defineTool({
  name: "retention_report",
  title: "Retention report",
  description:
    "Retention, revenue kept, orders, value, satisfaction and service of a period, each figure with its formula, its denominator and why it is missing where it is. For managers and operations. Name the period and the notes with any figure.",
  surface: "metrics",
  changes: false,
  input: z.strictObject({ period: periodInput, currency: currencyInput }),
  output: z.object({
    message,
    freshness: z.string().optional(),
    from: z.string().optional(),
    to: z.string().optional(),
    currency: z.string().optional(),
    figures: z.array(figure).optional(),
    notes: z.array(sentence).optional(),
  }),
  async run({ period: typed, currency = null }, asked) {
    const period = periodOf(typed, asked);
    if ("outcome" in period) return period;
    const { flows, reader } = asked;
    const { fromDay, toDay } = period;
    const answer = await flows.showMetrics({ reader, period: { fromDay, toDay }, currency });
    if (answer.kind !== "report") return noReport(answer.reason, asked);
    return { outcome: "told", customerId: null, body: bodyOf(answer, period.name, asked) };
  },
});

type Report = Extract<MetricsAnswer, { kind: "report" }>;

function bodyOf({ report, dataUpTo, activityWindowDays }: Report, name: Phrase, asked: Asked) {
  const { fromDay, toDay } = report.period;
  return {
    message: reportMessage({ name, fromDay, toDay, activityWindowDays }, asked),
    freshness: freshness(dataUpTo, asked),
    from: fromDay,
    to: toDay,
    currency: report.currency,
    figures: report.metrics.map((metric) => figureOf(metric, asked)),
    notes: report.notes.map((note) => inWords(note, asked.locale)),
  };
}

function figureOf(metric: Metric, { locale }: Asked): z.output<typeof figure> {
  const { key, name, unit, formula, working, denominator, note, because, dataUpTo } = metric;
  const maybe = (told: typeof note) => (told === null ? null : inWords(told, locale));
  return {
    key,
    name: inWords(name, locale),
    value: amountOf(metric),
    unit: unit === "minor" ? "money" : unit,
    currency: metric.currency,
    formula: inWords(formula, locale),
    working: maybe(working),
    divided_by: inWords(denominator.what, locale),
    divided_by_count: denominator.count,
    data_up_to: dataUpTo?.toISOString().slice(0, 10) ?? null,
    note: maybe(note),
    because: maybe(because),
  };
}

function amountOf({ value, unit, currency }: Metric): number | null {
  if (value === null || unit !== "minor") return value;
  return currency === null ? null : Number(majorOf({ minor: value, currency }));
}
