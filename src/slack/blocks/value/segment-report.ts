import { type Phrase, phrase } from "../../../domain/phrase.ts";
import type { SegmentReport, SegmentRow } from "../../../domain/value/segments/segment-report.ts";
import { careOf } from "../../../domain/value/segments/service-level.ts";
import type { SpendingAdvice, SpendingCandidate } from "../../../domain/value/segments/where-to-spend.ts";
import type { Locale } from "../../../words/locale.ts";
import { textOf } from "../../../words/text.ts";
import { chart, type MessageBlock } from "../chart.ts";
import { type Cell, dataTable } from "../data-table.ts";
import { context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { dateToken } from "../report-parts.ts";
import { stoppedBlocks } from "../risk/stopped-blocks.ts";

const MOST_BARS = 12;
const MOST_NAMED = 3;
const NAME_LENGTH = 80;

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
  const { block, leftOut } = segmentTable(report, title, say);
  const size = { customers: report.customers, description: report.rule.description };
  return {
    blocks: [
      header(title),
      section(say(phrase("segment-report.size", size))),
      ...stoppedBlocks(report.stopped, locale),
      ...(report.noSignal ? [section(say(phrase("segment-report.no-signal")))] : []),
      ...shareChart(report, say),
      block,
      ...careLines(report, say),
      ...(advice === null || report.noSignal ? [] : adviceSections(advice, say)),
      context(footnote(report, leftOut, say)),
    ],
    text: `${title}: ${report.segments.map(({ name, customers }) => `${say(name)} ${say(number(customers))}`).join(", ")}`,
  };
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
] as const;

function segmentTable(report: SegmentReport, title: string, say: Say) {
  const unknown: Cell = { text: say(phrase("segment-report.unknown")) };
  const amount = (minor: number | null): Cell =>
    minor === null ? unknown : { text: say(amountOf(minor, report.currency)), value: minor };
  return dataTable({
    caption: `${title}, ${report.currency}, ${report.period.fromDay} – ${report.period.toDay}`,
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
    ]),
  });
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

function shareChart(report: SegmentReport, say: Say): MessageBlock[] {
  const shown = report.segments.filter(({ customers }) => customers > 0).slice(0, MOST_BARS);
  if (shown.length < 2) return [];
  const customers = shown.map(({ customersPercent }) => Math.round(customersPercent ?? 0));
  return chart({
    title: say(phrase("segment-report.chart")),
    type: "bar",
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

function footnote(report: SegmentReport, leftOut: number, say: Say): string {
  const { customers, period, dataUpTo, notes, noSignal } = report;
  const high = report.segments.reduce((sum, { risk }) => sum + risk.high, 0);
  const atHighRisk = { customers: high, percent: customers === 0 ? 0 : (100 * high) / customers };
  return [
    ...notes.map(say),
    say(phrase("segment-report.period", { from: { day: period.fromDay }, to: { day: period.toDay } })),
    say(
      noSignal ? phrase("segment-report.high-risk.unknown") : phrase("segment-report.high-risk", atHighRisk),
    ),
    say(phrase("segment-report.brackets")),
    ...(leftOut > 0 ? [say(phrase("segment-report.left-out", { segments: leftOut }))] : []),
    dataUpTo === null
      ? say(phrase("segment-report.no-data"))
      : say(phrase("segment-report.data-up-to", { when: dateToken(dataUpTo.toISOString()) })),
  ].join("\n");
}
