import { formatMoney } from "../../../domain/money.ts";
import { NO_SIGNAL_FOUND } from "../../../domain/risk/versions/signal-words.ts";
import type { SegmentReport, SegmentRow } from "../../../domain/value/segments/segment-report.ts";
import { serviceLevelText } from "../../../domain/value/segments/service-level.ts";
import type { SpendingAdvice, SpendingCandidate } from "../../../domain/value/segments/where-to-spend.ts";
import { chart, type MessageBlock } from "../chart.ts";
import { type Cell, dataTable } from "../data-table.ts";
import { context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { counted, dateToken, exactPercent } from "../report-parts.ts";

const MOST_BARS = 12;
const MOST_NAMED = 3;
const NAME_LENGTH = 80;
const LINE_LENGTH = 300;

/** `advice` is shown with the value tiers, whose plan it is. */
export type SegmentReportView = { readonly report: SegmentReport; readonly advice: SpendingAdvice | null };

/** All customers by one rule: sizes, value, cost, risk, trend and care, and where upkeep works best. */
export function segmentReportMessage({ report, advice }: SegmentReportView): SlackMessage {
  const { block, leftOut } = segmentTable(report);
  return {
    blocks: [
      header(title(report)),
      section(
        `${counted(report.customers, "customer")}: ${escapeMrkdwn(report.rule.description, LINE_LENGTH)}.`,
      ),
      ...(report.noSignal ? [section(NO_SIGNAL)] : []),
      ...riskChart(report),
      block,
      ...careLines(report),
      ...(advice === null || report.noSignal ? [] : adviceSections(advice)),
      context(footnote(report, leftOut)),
    ],
    text: `${title(report)}: ${report.segments.map(({ name, customers }) => `${name} ${customers.toLocaleString("en")}`).join(", ")}`,
  };
}

const NO_SIGNAL = `*${NO_SIGNAL_FOUND}* So risk, margin CLV, and where to spend or save by them are not known.`;

const title = ({ rule }: SegmentReport) => `Customers by ${rule.name.toLowerCase()}`;

function segmentTable(report: SegmentReport) {
  const amount = (minor: number | null): Cell =>
    minor === null
      ? { text: "n/a" }
      : { text: formatMoney({ minor, currency: report.currency }, "brief"), value: minor };
  return dataTable({
    caption: `${title(report)}, ${report.currency}, ${report.period.fromDay} to ${report.period.toDay}`,
    head: ["Segment", "Customers", "Revenue", "Margin CLV", "Cost", "Cost each", "Mean risk", "High risk"],
    rows: report.segments.map((row) => [
      { text: row.name },
      customersCell(row),
      amount(row.revenue12mMinor),
      amount(row.marginClv?.minor ?? null),
      amount(row.cost12mMinor),
      amount(row.costPerCustomerMinor),
      riskCell(row),
      row.risk.scored === 0 ? { text: "n/a" } : count(row.risk.high),
    ]),
  });
}

/** "36 (+2)": how many, and against a quarter ago. */
function customersCell({ customers, quarterAgo }: SegmentRow): Cell {
  const change = quarterAgo === null ? 0 : customers - quarterAgo.customers;
  return { text: `${customers.toLocaleString("en")}${inBrackets(change)}`, value: customers };
}

const count = (value: number): Cell => ({ text: value.toLocaleString("en"), value });

/** "24 % (+3)": the mean probability, and its points against a quarter ago. */
function riskCell({ risk, quarterAgo }: SegmentRow): Cell {
  if (risk.meanProbability === null) return { text: "n/a" };
  const now = Math.round(100 * risk.meanProbability);
  const before = quarterAgo?.risk.meanProbability ?? null;
  const points = before === null ? 0 : now - Math.round(100 * before);
  return { text: `${now} %${inBrackets(points)}`, value: risk.meanProbability };
}

const inBrackets = (change: number) =>
  change === 0 ? "" : ` (${change > 0 ? "+" : "−"}${Math.abs(change).toLocaleString("en")})`;

function riskChart(report: SegmentReport): MessageBlock[] {
  const shown = report.segments.filter(({ customers }) => customers > 0).slice(0, MOST_BARS);
  if (shown.length < 2) return [];
  return chart({
    title: "Share of customers and of revenue, %",
    type: "bar",
    categories: shown.map(({ name }) => name),
    series: [
      { name: "Customers", values: shown.map(({ customersPercent }) => Math.round(customersPercent ?? 0)) },
      { name: "Revenue", values: revenueShares(shown, report.segments) },
    ],
  });
}

function revenueShares(shown: readonly SegmentRow[], all: readonly SegmentRow[]): number[] {
  const total = all.reduce((sum, { revenue12mMinor }) => sum + Math.max(0, revenue12mMinor), 0);
  return shown.map(({ revenue12mMinor }) =>
    total === 0 ? 0 : Math.round((100 * Math.max(0, revenue12mMinor)) / total),
  );
}

function careLines({ segments, currency }: SegmentReport): MessageBlock[] {
  const lines = segments.flatMap(({ name, serviceLevel, costCapPerCustomerMinor: cap }) => {
    if (serviceLevel === null) return [];
    const capped = cap === null ? "" : ` (${formatMoney({ minor: cap, currency }, "brief")} a year each)`;
    return [
      `• *${escapeMrkdwn(name, NAME_LENGTH)}*: ${escapeMrkdwn(serviceLevelText(serviceLevel), LINE_LENGTH)}${capped}`,
    ];
  });
  return lines.length === 0 ? [] : [section(["*Suggested care*", ...lines].join("\n"))];
}

function adviceSections(advice: SpendingAdvice): MessageBlock[] {
  const { whereToSave, whereToSpend, leftOut } = advice;
  return [
    section(
      candidateLines(
        "Where to spend: high value, rising risk",
        whereToSpend,
        leftOut.spend,
        "No top customer's risk has risen by much in a quarter.",
      ),
    ),
    section(
      candidateLines(
        "Where to save: high cost, low value, low risk",
        whereToSave,
        leftOut.save,
        "Nobody of little value and risk costs much.",
      ),
    ),
  ];
}

function candidateLines(
  heading: string,
  candidates: readonly SpendingCandidate[],
  leftOut: number,
  nobody: string,
): string {
  if (candidates.length === 0) return `*${heading}*\n${nobody}`;
  const shown = candidates.slice(0, MOST_NAMED);
  const more = leftOut + candidates.length - shown.length;
  return [
    `*${heading}*`,
    ...shown.map(
      ({ name, because }) => `• *${escapeMrkdwn(name, NAME_LENGTH)}*: ${escapeMrkdwn(because, LINE_LENGTH)}`,
    ),
    ...(more > 0 ? [`• and ${counted(more, "more", "more")}`] : []),
  ].join("\n");
}

function footnote(report: SegmentReport, leftOut: number): string {
  const { period, dataUpTo, notes } = report;
  const high = report.segments.reduce((sum, { risk }) => sum + risk.high, 0);
  const share = report.customers === 0 ? "" : ` (${exactPercent((100 * high) / report.customers)} of all)`;
  const atHighRisk = report.noSignal ? "n/a" : `${counted(high, "customer")}${share}`;
  return [
    ...notes.map((note) => escapeMrkdwn(note, LINE_LENGTH)),
    `Revenue and cost from ${period.fromDay} to ${period.toDay}; at high risk: ${atHighRisk}; in brackets, the change against a quarter ago.`,
    ...(leftOut > 0
      ? [`${counted(leftOut, "further segment")} not shown; \`npm run mainstay -- segments\` lists them.`]
      : []),
    dataUpTo === null ? "No activity yet." : `Data up to ${dateToken(dataUpTo.toISOString())}.`,
  ].join("\n");
}
