import { costNotePhrase } from "../../../domain/costs/allocation-notes.ts";
import type { CostDimension, CostReport, CostRow } from "../../../domain/costs/cost-report.ts";
import { currencyExponent, formatMoney } from "../../../domain/money.ts";
import type { Locale } from "../../../words/locale.ts";
import { textOf } from "../../../words/text.ts";
import { chart, type MessageBlock } from "../chart.ts";
import { type Cell, dataTable } from "../data-table.ts";
import { context, fields, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { counted, dateToken, exactPercent } from "../report-parts.ts";

const MOST_BARS = 12;
const MOST_NOTES = 5;
const NOTE_LENGTH = 400;

/** What the report covers, e.g. "Q3 2026". */
export type CostReportView = { readonly report: CostReport; readonly name: string; readonly locale: Locale };

/** What keeping customers cost in a period: the total and its divisions, a chart, and a table by the dimension asked for. */
export function costReportMessage(view: CostReportView): SlackMessage {
  const { report } = view;
  if (report.totalMinor === 0 && report.rows.length === 0) return nothingRecorded(view);
  const { block, leftOut } = rowTable(report);
  return {
    blocks: [
      header(title(view)),
      section(totalLine(report)),
      fields(figures(report)),
      ...costChart(view),
      block,
      ...notes(report, view.locale),
      context(footnote(report, leftOut + report.rowsLeftOut)),
    ],
    text: `${title(view)}: ${money(report, report.totalMinor)}${changeText(report)}`,
  };
}

const title = ({ report, name }: CostReportView) =>
  `Cost of keeping customers by ${report.dimension}, ${name}`;

function nothingRecorded(view: CostReportView): SlackMessage {
  const sentence =
    `No costs are on record for ${view.name}. Add one with \`/customer cost add\`, or ask whoever runs the bot to ` +
    "import a file of them.";
  return { blocks: [header(title(view)), section(sentence)], text: `${title(view)}: nothing recorded` };
}

function totalLine(report: CostReport): string {
  const { directMinor, indirectMinor, totalMinor } = report;
  const parts = `${money(report, directMinor)} direct, ${money(report, indirectMinor)} indirect`;
  return `*${money(report, totalMinor)}* in all${changeText(report)}: ${parts}.`;
}

function changeText(report: CostReport): string {
  const { changePercent, totalMinor, fromDay, toDay } = report.previous;
  if (totalMinor === null) return "";
  if (changePercent === null) return ", none in the period before";
  if (Math.abs(changePercent) < 0.05) return ", as in the period before";
  const direction = changePercent > 0 ? "more" : "less";
  const before = `${money(report, totalMinor)} from ${fromDay} to ${toDay}`;
  return `, ${exactPercent(Math.abs(changePercent))} ${direction} than before (${before})`;
}

/** Every figure with the division behind it. */
function figures(report: CostReport): [string, string][] {
  const { perServed, perRetained, servedCustomers, retainedCustomers, retention, totalMinor } = report;
  const share = (customers: number) => `${money(report, totalMinor)} ÷ ${customers.toLocaleString("en")}`;
  return [
    [
      "Per customer served",
      perServed.kind === "amount"
        ? `${formatMoney(perServed.money)} = ${share(servedCustomers)}`
        : "n/a: nobody was a customer",
    ],
    [
      "Per customer retained",
      perRetained.kind === "amount"
        ? `${formatMoney(perRetained.money)} = ${share(retainedCustomers)}`
        : "n/a: nobody was retained",
    ],
    [
      "Retention",
      retention.kind === "rate"
        ? `${exactPercent(retention.retainedPercent)} = ${retainedCustomers.toLocaleString("en")} ÷ ${report.customersAtStart.toLocaleString("en")}`
        : "n/a: no customers at the start",
    ],
    [
      "Customers",
      `${report.customersAtStart.toLocaleString("en")} at the start, ${counted(report.newCustomers, "joined", "joined")}, ` +
        `${report.lostCustomers.toLocaleString("en")} lost, ${report.customersAtEnd.toLocaleString("en")} at the end`,
    ],
  ];
}

function costChart({ report, name }: CostReportView): MessageBlock[] {
  const shown = report.rows.filter(({ totalMinor }) => totalMinor > 0).slice(0, MOST_BARS);
  if (shown.length < 2) return [];
  const values = (of: (row: CostRow) => number) => shown.map((row) => major(report, of(row)));
  return chart({
    title: `Cost by ${report.dimension}, ${name}`,
    type: "bar",
    categories: shown.map(({ label }) => label),
    series: [
      { name: "Direct", values: values(({ directMinor }) => directMinor) },
      { name: "Indirect", values: values(({ indirectMinor }) => indirectMinor) },
    ],
    yLabel: report.currency,
  });
}

const HEADS: Readonly<Record<CostDimension, string>> = {
  segment: "Segment",
  category: "Category",
  owner: "Owner",
  customer: "Customer",
  channel: "Channel",
};

/** Revenue and profitability only where customers stand behind the rows. */
function rowTable(report: CostReport) {
  const withRevenue = report.rows.some(({ revenueMinor }) => revenueMinor !== null);
  const amount = (minor: number | null): Cell =>
    minor === null ? { text: "n/a" } : { text: money(report, minor), value: major(report, minor) };
  return dataTable({
    caption: `${HEADS[report.dimension]} by cost, ${report.currency}, ${report.fromDay} to ${report.toDay}`,
    head: [
      HEADS[report.dimension],
      "Total",
      "Direct",
      "Indirect",
      ...(withRevenue ? ["Revenue", "Profitability"] : []),
    ],
    rows: report.rows.map((row) => [
      { text: row.label },
      amount(row.totalMinor),
      amount(row.directMinor),
      amount(row.indirectMinor),
      ...(withRevenue ? [amount(row.revenueMinor), amount(row.profitabilityMinor)] : []),
    ]),
  });
}

function notes({ notes: all }: CostReport, locale: Locale): MessageBlock[] {
  if (all.length === 0) return [];
  const lines = all
    .slice(0, MOST_NOTES)
    .map((note) => `• ${escapeMrkdwn(textOf(costNotePhrase(note), locale), NOTE_LENGTH)}`);
  const more = all.length - lines.length;
  if (more > 0)
    lines.push(`• and ${counted(more, "further note")}: \`npm run mainstay -- costs\` lists them`);
  return [section(["*Worth knowing*", ...lines].join("\n"))];
}

function footnote(report: CostReport, rowsLeftOut: number): string {
  const { activityWindowDays, dataUpTo, fromDay, readAt, timeZone, toDay } = report;
  return [
    `Served: customers at the start or joined from ${fromDay} to ${toDay}. Retained: at the start and still at the end. ` +
      `A customer is who has a running contract or, without one, bought in the ${activityWindowDays} days before.`,
    "Profitability = revenue − acquisition cost of those who joined − this cost.",
    ...(rowsLeftOut > 0
      ? [`${counted(rowsLeftOut, "further row")} not shown; the command line has them all.`]
      : []),
    `Days of ${timeZone}. Ledger read ${dateToken(readAt)}, data ${dataUpTo === null ? "without any activity yet" : `up to ${dateToken(dataUpTo)}`}.`,
  ].join("\n");
}

const money = ({ currency }: CostReport, minor: number) => formatMoney({ minor, currency });
const major = ({ currency }: CostReport, minor: number) => minor / 10 ** currencyExponent(currency);
