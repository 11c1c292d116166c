import { currencyExponent } from "../../../domain/money.ts";
import { type Phrase, phrase } from "../../../domain/phrase.ts";
import { aboutAmount } from "../../../domain/value/about-money.ts";
import type { SegmentReport, SegmentRow } from "../../../domain/value/segments/segment-report.ts";
import { careOf } from "../../../domain/value/segments/service-level.ts";
import type { SpendingAdvice, SpendingCandidate } from "../../../domain/value/segments/where-to-spend.ts";
import { valueAtRiskPhrase } from "../../../domain/value/value-at-risk.ts";
import { commaList } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { chart, type MessageBlock } from "../chart.ts";
import { type Cell, type DataTable, dataTable } from "../data-table.ts";
import { actions, button, context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { dateToken } from "../report-parts.ts";
import { stoppedBlocks } from "../risk/stopped-blocks.ts";
import { tableFile } from "../table-file.ts";

const MOST_BARS = 12;
const MOST_NAMED = 3;
const NAME_LENGTH = 80;
const NOTE_LENGTH = 400;

/** `advice` is shown with the value tiers, whose plan it is. */
export type SegmentReportView = {
  readonly report: SegmentReport;
  readonly advice: SpendingAdvice | null;
  readonly locale: Locale;
};

/** Makes the text of a phrase for the reader. */
type Say = (given: Phrase) => string;

/** All customers by one rule: sizes, value, cost, risk, trend and care, and where money works best. */
export function segmentReportMessage({ report, advice, locale }: SegmentReportView): SlackMessage {
  const say: Say = (given) => textOf(given, locale);
  const title = say(phrase(`segment-rule.${report.rule.key}.title`));
  const { block, leftOut } = dataTable(segmentTable(report, title, say));
  const size = { customers: report.customers, description: report.rule.description };
  return {
    blocks: [
      header(title),
      section(say(phrase("segment-report.size", size))),
      ...stoppedBlocks(report.stopped, locale),
      ...(report.noSignal ? [section(say(phrase("segment-report.no-signal")))] : []),
      ...shareChart(report, locale),
      block,
      ...(leftOut > 0 ? [fileButton(report, say)] : []),
      ...careLines(report, say),
      ...(advice === null || report.noSignal ? [] : adviceSections(advice, say)),
      context(footnote(report, leftOut, say, locale)),
    ],
    text: say(
      phrase("segment-report.text", {
        title,
        segments: sizes(report, say, locale),
        high: highRisk(report, say),
      }),
    ),
  };
}

const sizes = ({ segments }: SegmentReport, say: Say, locale: Locale) =>
  commaList(
    segments.map(({ name, customers }) => `${say(name)} ${say(number(customers))}`),
    sayIn(locale),
  );

/** How many are at high risk; without a signal nobody is called that. */
function highRisk({ segments, noSignal }: SegmentReport, say: Say): string {
  const high = segments.reduce((sum, { risk }) => sum + risk.high, 0);
  return noSignal ? "" : say(phrase("segment-report.text.high-risk", { customers: high }));
}

const COLUMNS = [
  "segment",
  "customers",
  "revenue",
  "margin-clv",
  "cost",
  "cost-each",
  "mean-risk",
  "high-risk",
  "value-at-risk",
] as const;

/** Every segment for a spreadsheet, and what the file is called. */
export function segmentReportFile({ report, locale }: Pick<SegmentReportView, "report" | "locale">): {
  name: string;
  content: string;
} {
  const { rule, period, currency } = report;
  const say: Say = (given) => textOf(given, locale);
  const name = `segments-${rule.key}-${period.toDay}-${currency}.csv`;
  return { name, content: tableFile(segmentTable(report, "", say)) };
}

const fileButton = ({ rule }: SegmentReport, say: Say) =>
  actions("as_file", [button(ACTION.segmentsAsFile, say(phrase("table.as-file")), rule.key)]);

function segmentTable(report: SegmentReport, title: string, say: Say): DataTable {
  const major = (minor: number) => minor / 10 ** currencyExponent(report.currency);
  const unknown: Cell = { text: say(phrase("segment-report.unknown")) };
  const amount = (minor: number | null): Cell =>
    minor === null ? unknown : { text: say(amountOf(minor, report.currency)), value: major(minor) };
  return {
    caption: say(
      phrase("segment-report.table", {
        ...{ title, currency: report.currency },
        ...{ from: { day: report.period.fromDay }, to: { day: report.period.toDay } },
      }),
    ),
    head: COLUMNS.map((column) => say(phrase(`segment-report.column.${column}`))),
    rows: report.segments.map((row) => [
      { text: say(row.name) },
      customersCell(row, say),
      amount(row.revenue12mMinor),
      amount(row.marginClv?.minor ?? null),
      amount(row.cost12mMinor),
      amount(row.costPerCustomerMinor),
      riskCell(row, say) ?? unknown,
      row.risk.scored === 0 ? unknown : { text: say(number(row.risk.high)), value: row.risk.high },
      valueAtRiskCell(row, say) ?? unknown,
    ]),
  };
}

/** Nothing is at risk where nobody is at high risk; a sum that leaves somebody out is said to in the footnote. */
function valueAtRiskCell({ risk, valueAtRisk: { customers, money } }: SegmentRow, say: Say): Cell | null {
  if (risk.scored === 0 || (money === null && customers > 0)) return null;
  return money === null
    ? { text: say(number(0)), value: 0 }
    : { text: say(aboutAmount(money)), value: money.minor / 10 ** currencyExponent(money.currency) };
}

/** "36 (+2)": how many, and against a quarter ago. */
function customersCell({ customers, quarterAgo }: SegmentRow, say: Say): Cell {
  const change = quarterAgo === null ? 0 : customers - quarterAgo.customers;
  return { text: `${say(number(customers))}${inBrackets(change, say)}`, value: customers };
}

/** "24 % (+3)": the mean probability, and its points against a quarter ago. */
function riskCell({ risk, quarterAgo }: SegmentRow, say: Say): Cell | null {
  if (risk.meanProbability === null) return null;
  const now = Math.round(100 * risk.meanProbability);
  const before = quarterAgo?.risk.meanProbability ?? null;
  const points = before === null ? 0 : now - Math.round(100 * before);
  return {
    text: `${say(phrase("number.percent", { number: now }))}${inBrackets(points, say)}`,
    value: risk.meanProbability,
  };
}

const inBrackets = (change: number, say: Say) =>
  change === 0 ? "" : ` (${change > 0 ? "+" : "−"}${say(number(Math.abs(change)))})`;

const number = (value: number) => phrase("number.plain", { number: value });
const amountOf = (minor: number, currency: string) =>
  phrase("money.plain", { amount: { minor, currency, digits: "brief" } });

function shareChart(report: SegmentReport, locale: Locale): MessageBlock[] {
  const say = (phrase: Phrase) => textOf(phrase, locale);
  const shown = report.segments.filter(({ customers }) => customers > 0).slice(0, MOST_BARS);
  if (shown.length < 2) return [];
  const customers = shown.map(({ customersPercent }) => Math.round(customersPercent ?? 0));
  return chart({
    title: say(phrase("segment-report.chart")),
    type: "bar",
    locale,
    categories: shown.map(({ name }) => say(name)),
    series: [
      { name: say(phrase("segment-report.column.customers")), values: customers },
      { name: say(phrase("segment-report.column.revenue")), values: revenueShares(shown, report.segments) },
    ],
  });
}

function revenueShares(shown: readonly SegmentRow[], all: readonly SegmentRow[]): number[] {
  const total = all.reduce((sum, { revenue12mMinor }) => sum + Math.max(0, revenue12mMinor), 0);
  return shown.map(({ revenue12mMinor }) =>
    total === 0 ? 0 : Math.round((100 * Math.max(0, revenue12mMinor)) / total),
  );
}

function careLines({ segments, currency }: SegmentReport, say: Say): MessageBlock[] {
  const lines = segments.flatMap(({ name, serviceLevel, costCapPerCustomerMinor: cap }) => {
    if (serviceLevel === null) return [];
    const amount = cap === null ? null : ({ minor: cap, currency, digits: "brief" } as const);
    const care =
      amount === null
        ? careOf(serviceLevel)
        : phrase("segment-report.care.capped", { care: careOf(serviceLevel), cap: amount });
    return [`• *${escapeMrkdwn(say(name), NAME_LENGTH)}*: ${say(care)}`];
  });
  return lines.length === 0
    ? []
    : [section([`*${say(phrase("segment-report.care"))}*`, ...lines].join("\n"))];
}

function adviceSections({ whereToSave, whereToSpend, leftOut }: SpendingAdvice, say: Say): MessageBlock[] {
  return [
    section(candidateLines("where-to-spend", whereToSpend, leftOut.spend, say)),
    section(candidateLines("where-to-save", whereToSave, leftOut.save, say)),
  ];
}

function candidateLines(
  list: "where-to-spend" | "where-to-save",
  candidates: readonly SpendingCandidate[],
  leftOut: number,
  say: Say,
): string {
  const heading = `*${say(phrase(`spending.${list}`))}*`;
  if (candidates.length === 0) return `${heading}\n${say(phrase(`spending.${list}.nobody`))}`;
  const shown = candidates.slice(0, MOST_NAMED);
  const more = leftOut + candidates.length - shown.length;
  return [
    heading,
    ...shown.map(({ name, because }) => `• *${escapeMrkdwn(name, NAME_LENGTH)}*: ${say(because)}`),
    ...(more > 0 ? [`• ${say(phrase("spending.more", { customers: more }))}`] : []),
  ].join("\n");
}

function footnote(report: SegmentReport, leftOut: number, say: Say, locale: Locale): string {
  const { customers, period, dataUpTo, notes, noSignal, valueAtRisk } = report;
  const high = report.segments.reduce((sum, { risk }) => sum + risk.high, 0);
  const atRisk = phrase("segment-report.value-at-risk", { what: valueAtRiskPhrase(valueAtRisk) });
  const atHighRisk = { customers: high, percent: customers === 0 ? 0 : (100 * high) / customers };
  return [
    ...notes.map((note) => escapeMrkdwn(say(note), NOTE_LENGTH)),
    say(phrase("segment-report.period", { from: { day: period.fromDay }, to: { day: period.toDay } })),
    say(
      noSignal ? phrase("segment-report.high-risk.unknown") : phrase("segment-report.high-risk", atHighRisk),
    ),
    ...(noSignal ? [] : [escapeMrkdwn(say(atRisk), NOTE_LENGTH)]),
    say(phrase("segment-report.brackets")),
    ...(leftOut > 0 ? [say(phrase("segment-report.left-out", { segments: leftOut }))] : []),
    dataUpTo === null
      ? say(phrase("segment-report.no-data"))
      : say(phrase("segment-report.data-up-to", { when: dateToken(dataUpTo.toISOString(), locale) })),
  ].join("\n");
}
