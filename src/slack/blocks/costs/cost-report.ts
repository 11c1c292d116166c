import { costNotePhrase, leavesOutCosts } from "../../../domain/costs/allocation-notes.ts";
import { COST_CATEGORIES } from "../../../domain/costs/cost-entry.ts";
import {
  type CostReport,
  type CostRow,
  NO_CHANNEL,
  NO_OWNER,
  NO_SEGMENT,
  UNALLOCATED,
} from "../../../domain/costs/cost-report.ts";
import type { PerCustomer } from "../../../domain/costs/per-customer.ts";
import { currencyExponent } from "../../../domain/money.ts";
import { type Phrase, phrase } from "../../../domain/phrase.ts";
import type { Locale } from "../../../words/locale.ts";
import { moneyText } from "../../../words/money.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { chart, type MessageBlock } from "../chart.ts";
import { type Cell, type DataTable, dataTable } from "../data-table.ts";
import { actions, button, context, fields, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { dateToken } from "../report-parts.ts";
import { tableFile } from "../table-file.ts";
import { encodeAsked } from "./asked-costs.ts";
import { rowsButton } from "./asked-rows.ts";
import { costValueChart } from "./cost-value-chart.ts";
import { rowChoice } from "./row-choice.ts";

const MOST_BARS = 12;
const MOST_NOTES = 5;
const NOTE_LENGTH = 400;
const LABEL_LENGTH = 80;

export type CostReportView = {
  readonly report: CostReport;
  /** What the report covers, e.g. the third quarter. */
  readonly period: Phrase;
  readonly locale: Locale;
};
type Told = CostReportView & { readonly say: Say };

/** What keeping customers cost in a period: the total and its divisions, a chart, and a table by the dimension asked for. */
export function costReportMessage(view: CostReportView): SlackMessage {
  const told = { ...view, say: sayIn(view.locale) };
  const { report, say } = told;
  if (report.totalMinor === 0 && report.rows.length === 0 && !leavesOutCosts(report.notes))
    return nothingRecorded(told);
  const { block, leftOut } = dataTable(rowTable(told));
  const notShown = leftOut + report.rowsLeftOut;
  return {
    blocks: [
      header(title(told)),
      section(say("cost-report.total", { ...totals(report), change: changeText(told) })),
      fields(figures(told)),
      ...costChart(told),
      ...costValueChart({ report, locale: told.locale, labelOf: (row) => rowLabel(row, told) }),
      block,
      actions("as_file", [
        ...(notShown > 0 ? [fileButton(report, say)] : []),
        ...rowsButtons(report, say),
        ...rowChoice(report, (row) => rowLabel(row, told), say),
      ]),
      ...notes(told),
      context(footnote(told, notShown)),
    ],
    text: `${notification(told)}${mostText(told)}`,
  };
}

const notification = (told: Told) =>
  told.say("cost-report.notification", {
    title: title(told),
    total: money(told.report, told.report.totalMinor),
    change: changeText(told),
  });

/** Where most of it went; empty where nothing stands beside it. */
function mostText(told: Told): string {
  const { report, say } = told;
  const [first, second] = report.rows;
  if (first === undefined || second === undefined || first.totalMinor <= 0) return "";
  return say("cost-report.notification.most", {
    label: escapeMrkdwn(rowLabel(first, told), LABEL_LENGTH),
    amount: money(report, first.totalMinor),
  });
}

const title = ({ report: { dimension }, period, say }: Told) =>
  say("cost-report.title", { dimension, period });

function nothingRecorded(told: Told): SlackMessage {
  const { say, period } = told;
  return {
    blocks: [header(title(told)), section(say("cost-report.nothing-recorded", { period }))],
    text: say("cost-report.nothing-notification", { title: title(told) }),
  };
}

const totals = (report: CostReport) => ({
  total: money(report, report.totalMinor),
  direct: money(report, report.directMinor),
  indirect: money(report, report.indirectMinor),
});

/** Empty where the period before could not be worked out; the notes say why. */
function changeText({ report, say }: Told): string {
  const { changePercent, totalMinor, fromDay, toDay } = report.previous;
  if (totalMinor === null) return "";
  const before = { before: money(report, totalMinor), from: { day: fromDay }, to: { day: toDay } };
  if (changePercent === null)
    return totalMinor === 0
      ? say("cost-report.change.none-before")
      : say("cost-report.change.not-comparable", before);
  if (Math.abs(changePercent) < 0.05) return say("cost-report.change.as-before");
  const given = { ...before, percent: Math.abs(changePercent) };
  return say(changePercent > 0 ? "cost-report.change.more" : "cost-report.change.less", given);
}

/** Every figure with the division behind it. */
function figures({ report, say }: Told): [string, string][] {
  const { perServed, perRetained, servedCustomers, retainedCustomers, retention } = report;
  const total = money(report, report.totalMinor);
  const division = (figure: PerCustomer, customers: number, nobody: string) =>
    figure.kind === "amount"
      ? say("cost-report.per-customer", { each: figure.money, total, customers })
      : say(nobody);
  const rate =
    retention.kind === "rate"
      ? say("cost-report.retention-rate", {
          percent: retention.retainedPercent,
          retained: retainedCustomers,
          atStart: report.customersAtStart,
        })
      : say("cost-report.nobody-at-start");
  const moved = {
    atStart: report.customersAtStart,
    joined: report.newCustomers,
    reactivated: report.reactivatedCustomers,
    left: report.leftCustomers,
    atEnd: report.customersAtEnd,
  };
  return [
    [say("cost-report.per-served"), division(perServed, servedCustomers, "cost-report.nobody-served")],
    [
      say("cost-report.per-retained"),
      division(perRetained, retainedCustomers, "cost-report.nobody-retained"),
    ],
    [say("cost-report.retention"), rate],
    [say("cost-report.customers"), say("cost-report.customers-moved", moved)],
  ];
}

function costChart(told: Told): MessageBlock[] {
  const { report, period, say } = told;
  const shown = report.rows.filter(({ totalMinor }) => totalMinor > 0).slice(0, MOST_BARS);
  if (shown.length < 2) return [];
  const values = (of: (row: CostRow) => number) => shown.map((row) => major(report, of(row)));
  return chart({
    title: say("cost-report.chart", { dimension: report.dimension, period }),
    type: "bar",
    locale: told.locale,
    categories: shown.map((row) => rowLabel(row, told)),
    series: [
      { name: say("cost-report.direct"), values: values(({ directMinor }) => directMinor) },
      { name: say("cost-report.indirect"), values: values(({ indirectMinor }) => indirectMinor) },
    ],
    yLabel: report.currency,
  });
}

/** Revenue and what is left of it only where customers stand behind the rows. */
function rowTable(told: Told): DataTable {
  const { report, say, locale } = told;
  const { currency, dimension, fromDay, toDay } = report;
  const withRevenue = report.rows.some(({ revenueMinor }) => revenueMinor !== null);
  const amount = (minor: number | null): Cell =>
    minor === null
      ? { text: say("cost-report.not-known") }
      : { text: moneyText({ minor, currency }, locale), value: major(report, minor) };
  const columns = [
    "total",
    "direct",
    "indirect",
    ...(withRevenue ? ["revenue", "acquisition", "profitability"] : []),
  ];
  return {
    caption: say("cost-report.table", { dimension, currency, from: { day: fromDay }, to: { day: toDay } }),
    head: [
      say("cost-report.dimension", { dimension }),
      ...columns.map((column) => say(`cost-report.${column === "total" ? "all" : column}`)),
    ],
    rows: report.rows.map((row) => [
      { text: rowLabel(row, told) },
      amount(row.totalMinor),
      amount(row.directMinor),
      amount(row.indirectMinor),
      ...(withRevenue ? [row.revenueMinor, row.acquisitionMinor, row.profitabilityMinor].map(amount) : []),
    ]),
  };
}

/** Every row of the report for a spreadsheet, and what the file is called. */
export function costReportFile(view: Omit<CostReportView, "period">): { name: string; content: string } {
  const { report, locale } = view;
  const { dimension, fromDay, toDay, currency } = report;
  const table = rowTable({ ...view, period: phrase("cost.period.year", { year: "" }), say: sayIn(locale) });
  return { name: `costs-${dimension}-${fromDay}-${toDay}-${currency}.csv`, content: tableFile(table) };
}

/** By which the same question is asked again, in the days it covered. */
function fileButton({ fromDay, toDay, dimension, currency }: CostReport, say: Say) {
  const asked = encodeAsked({ fromDay, toDay, dimension, currency });
  return button(ACTION.costsAsFile, say("table.as-file"), asked);
}

/** What the figures above are made of. */
function rowsButtons({ fromDay, toDay, currency }: CostReport, say: Say) {
  const asked = { fromDay, toDay, currency, customerId: null };
  return [
    rowsButton({ ...asked, figure: "cost" }, say),
    rowsButton({ ...asked, figure: "profitability" }, say, "trace.button.profitability"),
    rowsButton({ ...asked, figure: "retention-rate" }, say, "trace.button.retention-rate"),
  ];
}

/** Rows without a name of their own, and the categories, have words; any other label is a name from the file. */
const ROW_CODES: ReadonlyMap<string, string> = new Map([
  [NO_SEGMENT, "cost-report.row.no-segment"],
  [NO_OWNER, "cost-report.row.no-owner"],
  [NO_CHANNEL, "cost-report.row.no-channel"],
  [UNALLOCATED, "cost-report.row.for-nobody"],
]);

/** What a row is called: by its own name, or in our words where it has none. */
export function rowLabel(
  { key, label }: Pick<CostRow, "key" | "label">,
  { report, say }: Pick<Told, "report" | "say">,
): string {
  const category = COST_CATEGORIES.find((known) => report.dimension === "category" && known === key);
  const code = category === undefined ? ROW_CODES.get(key) : `cost.category.${category}`;
  return code === undefined ? label : say(code);
}

function notes({ report: { notes: all }, say, locale }: Told): MessageBlock[] {
  if (all.length === 0) return [];
  const lines = all
    .slice(0, MOST_NOTES)
    .map((note) => `• ${escapeMrkdwn(textOf(costNotePhrase(note), locale), NOTE_LENGTH)}`);
  const more = all.length - lines.length;
  if (more > 0) lines.push(`• ${say("cost-report.more-notes", { more })}`);
  return [section([`*${say("cost-report.worth-knowing")}*`, ...lines].join("\n"))];
}

function footnote({ report, say, locale }: Told, rowsLeftOut: number): string {
  const { activityWindowDays, dataUpTo, fromDay, readAt, timeZone, toDay } = report;
  const days = { from: { day: fromDay }, to: { day: toDay }, window: activityWindowDays };
  const read = { timeZone, readAt: dateToken(readAt, locale) };
  return [
    say("cost-report.foot.customers", days),
    say("cost-report.foot.profitability"),
    ...(rowsLeftOut > 0 ? [say("cost-report.foot.rows-left-out", { rows: rowsLeftOut })] : []),
    dataUpTo === null
      ? say("cost-report.foot.no-activity", read)
      : say("cost-report.foot.read", { ...read, dataUpTo: dateToken(dataUpTo, locale) }),
  ].join("\n");
}

const money = ({ currency }: CostReport, minor: number) => ({ minor, currency });
const major = ({ currency }: CostReport, minor: number) => minor / 10 ** currencyExponent(currency);
