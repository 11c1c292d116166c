import { z } from "zod";
import { costNotePhrase } from "../../domain/costs/allocation-notes.ts";
import { COST_DIMENSIONS, type CostReport } from "../../domain/costs/cost-report.ts";
import type { Phrase } from "../../domain/phrase.ts";
import { rowLabel } from "../../slack/blocks/costs/cost-report.ts";
import { money, moneyOf } from "../money.ts";
import { currencyInput, freshness, noReport, periodInput, periodOf, reportMessage } from "../told-report.ts";
import { type Asked, defineTool, message } from "../tool.ts";
import { asData, inWords, sentence, untrustedText } from "../untrusted-text.ts";

/** As many as a program puts into an answer. Chosen by the product. */
const MOST_ROWS = 50;

const row = z.object({
  label: untrustedText,
  cost: money,
  direct: money,
  indirect: money,
  revenue: money.nullable(),
  profitability: money.nullable().describe("Null: not known; never take it for 0."),
});

const report = z.object({
  from: z.string(),
  to: z.string(),
  currency: z.string(),
  total: money,
  direct: money,
  indirect: money,
  for_nobody_known: money,
  before: z.object({
    from: z.string(),
    to: z.string(),
    total: money.nullable(),
    change_percent: z.number().nullable(),
  }),
  customers_served: z.number(),
  customers_retained: z.number(),
  retention_percent: z.number().nullable(),
  cost_per_customer_served: money.nullable(),
  cost_per_customer_retained: money.nullable(),
  by_category: z.array(z.object({ category: z.string(), cost: money })),
  rows: z.array(row),
});

/** What keeping customers cost in a period. */
export const costReport = defineTool({
  name: "cost_report",
  title: "Cost report",
  description:
    "What keeping customers cost in a period: the total, per customer served and retained, by category, and rows by segment, category, owner, customer or channel (the 50 largest). For managers and operations. Name the period and the notes with any figure.",
  surface: "costs",
  changes: false,
  input: z.strictObject({
    period: periodInput,
    by: z.enum(COST_DIMENSIONS).default("segment"),
    currency: currencyInput,
  }),
  output: z.object({
    message,
    freshness: z.string().optional(),
    report: report.optional(),
    rows_left_out: z.number().optional(),
    notes: z.array(sentence).optional(),
  }),
  async run({ period: typed, by: dimension, currency = null }, asked) {
    const period = periodOf(typed, asked);
    if ("outcome" in period) return period;
    const { flows, reader } = asked;
    const shown = await flows.showCosts({ reader, period, dimension, currency, mostRows: MOST_ROWS });
    if (shown.kind === "no-answer") return noReport(shown.problem, asked);
    return { outcome: "told", customerId: null, body: bodyOf(shown.report, period.name, asked) };
  },
});

function bodyOf(told: CostReport, name: Phrase, asked: Asked) {
  return {
    message: reportMessage({ ...told, name }, asked),
    freshness: freshness(told.dataUpTo === null ? null : new Date(told.dataUpTo), asked),
    report: reportOf(told, asked),
    rows_left_out: told.rowsLeftOut,
    notes: told.notes.map((note) => inWords(costNotePhrase(note), asked.locale)),
  };
}

function reportOf(told: CostReport, asked: Asked): z.output<typeof report> {
  const { locale, say } = asked;
  const { currency } = told;
  const amount = (minor: number) => moneyOf({ minor, currency }, locale);
  const known = (minor: number | null) => (minor === null ? null : amount(minor));
  return {
    from: told.fromDay,
    to: told.toDay,
    currency,
    total: amount(told.totalMinor),
    direct: amount(told.directMinor),
    indirect: amount(told.indirectMinor),
    for_nobody_known: amount(told.unallocatedMinor),
    before: {
      from: told.previous.fromDay,
      to: told.previous.toDay,
      total: known(told.previous.totalMinor),
      change_percent: told.previous.changePercent,
    },
    customers_served: told.servedCustomers,
    customers_retained: told.retainedCustomers,
    retention_percent: told.retentionRatePercent,
    cost_per_customer_served: known(told.costPerCustomerMinor),
    cost_per_customer_retained: known(told.costPerRetainedCustomerMinor),
    by_category: told.byCategory.map(({ category, totalMinor }) => ({
      category: say(`cost.category.${category}`),
      cost: amount(totalMinor),
    })),
    rows: rowsOf(told, asked),
  };
}

function rowsOf(told: CostReport, { locale, say }: Asked): Array<z.output<typeof row>> {
  const { currency } = told;
  const amount = (minor: number) => moneyOf({ minor, currency }, locale);
  const known = (minor: number | null) => (minor === null ? null : amount(minor));
  return told.rows.map((one) => ({
    label: asData(rowLabel(one, { report: told, say })),
    cost: amount(one.totalMinor),
    direct: amount(one.directMinor),
    indirect: amount(one.indirectMinor),
    revenue: known(one.revenueMinor),
    profitability: known(one.profitabilityMinor),
  }));
}
