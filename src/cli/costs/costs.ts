import { type Command, Option } from "commander";
import type { Day } from "../../domain/calendar.ts";
import { type CostNote, costNotePhrase } from "../../domain/costs/allocation-notes.ts";
import {
  COST_DIMENSIONS,
  type CostDimension,
  type CostReport,
  type CostRow,
} from "../../domain/costs/cost-report.ts";
import type { PerCustomer } from "../../domain/costs/per-customer.ts";
import { commandLineText, moneyOnCommandLine, say } from "../../words/command-line.ts";
import type { Output } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { textTable } from "../text-table.ts";
import { parseCurrency, parseDay } from "../value/value-options.ts";

type Options = { json?: boolean; from: Day; to: Day; by: CostDimension; currency?: string };

/** Rows a terminal shows; `--json` gives all of them. */
const MOST_ROWS = 50;

export function registerCosts(program: Command): void {
  const command = program
    .command("costs")
    .description("what keeping customers cost in a period, direct and indirect, and on whom it falls")
    .requiredOption("--from <day>", "first day of the period", parseDay)
    .requiredOption("--to <day>", "last day of the period, included", parseDay)
    .addOption(
      new Option("--by <what>", "what the rows are by").choices(COST_DIMENSIONS).default("segment" as const),
    )
    .option("--currency <code>", "currency of the amounts (default: the costs' only one)", parseCurrency);
  withJson(command).action((options: Options) => {
    if (options.from > options.to) {
      command.error(`error: ${say("cli.period.ends-before", { from: options.from, to: options.to })}`);
    }
    return costs(options);
  });
}

function costs(options: Options): Promise<void> {
  return runWithApp(options, async ({ app, config, output }) => {
    const result = await app.flows.reportCosts({
      fromDay: options.from,
      toDay: options.to,
      dimension: options.by,
      currency: options.currency ?? null,
      timeZone: config.timeZone,
      mostRows: output.json ? null : MOST_ROWS,
    });
    if (result.kind === "refused") throw new Refusal(commandLineText(result.problem));
    print(result.report, output);
    return { ...result.report, notes: result.report.notes.map(noteText) };
  });
}

function print(report: CostReport, output: Output): void {
  const { currency, fromDay, toDay, totalMinor, directMinor, indirectMinor } = report;
  const amount = (minor: number) => ({ minor, currency });
  const totals = { total: amount(totalMinor), direct: amount(directMinor), indirect: amount(indirectMinor) };
  output.heading(say("cli.costs.title", { from: fromDay, to: toDay, currency }));
  output.line(`  ${say("cli.costs.total", { ...totals, change: changeText(report) })}`);
  const served = { each: perText(report.perServed), customers: report.servedCustomers };
  output.line(`  ${say("cli.costs.per-served", served)}`);
  const retained = { each: perText(report.perRetained), customers: report.retainedCustomers };
  output.line(`  ${say("cli.costs.per-retained", retained)}`);
  output.line(`  ${retentionText(report)}`);
  output.line();
  printRows(report, output);
  for (const note of report.notes) output.line(noteText(note));
  output.line(footText(report));
}

const footText = ({ activityWindowDays, dataUpTo, readAt, timeZone }: CostReport) =>
  say("cli.costs.foot", {
    timeZone,
    window: activityWindowDays,
    readAt: readAt.slice(0, 16).replace("T", " "),
    dataUpTo: dataUpTo?.slice(0, 10) ?? say("cli.costs.no-data"),
  });

const COLUMNS = ["cost", "direct", "indirect", "revenue", "acquisition", "profitability"];

function printRows(report: CostReport, output: Output): void {
  const { currency, dimension, rows, rowsLeftOut } = report;
  if (rows.length === 0) {
    output.line(say("cli.costs.none"));
    return;
  }
  const amount = (minor: number | null) => (minor === null ? "n/a" : moneyOnCommandLine({ minor, currency }));
  const cells = (row: CostRow) => [
    row.label,
    ...[row.totalMinor, row.directMinor, row.indirectMinor].map(amount),
    ...[row.revenueMinor, row.acquisitionMinor, row.profitabilityMinor].map(amount),
  ];
  const header = [dimension, ...COLUMNS.map((column) => say(`cli.costs.column.${column}`))];
  for (const line of textTable(header, rows.map(cells))) output.line(`  ${line}`);
  if (rowsLeftOut > 0) output.line(`  ${say("cli.more.json", { rows: rowsLeftOut })}`);
  const nobodyBehind = rows.some(({ revenueMinor }) => revenueMinor === null);
  output.line(`  ${say(nobodyBehind ? "cli.costs.nobody-behind" : "cli.costs.profitability")}`);
}

const noteText = (note: CostNote) => commandLineText(costNotePhrase(note));
const perText = (figure: PerCustomer) =>
  figure.kind === "amount" ? moneyOnCommandLine(figure.money) : "n/a";

function changeText({ previous, currency }: CostReport): string {
  const { fromDay: from, toDay: to, totalMinor: minor, changePercent: percent } = previous;
  if (minor === null) return say("cli.costs.change.unknown", { from, to });
  const before = { minor, currency };
  if (percent !== null) return say("cli.costs.change", { percent, before, from, to });
  return minor === 0
    ? say("cli.costs.change.nothing", { from, to })
    : say("cli.costs.change.not-comparable", { before, from, to });
}

function retentionText(report: CostReport): string {
  const { retention } = report;
  const moved = {
    ...{ atStart: report.customersAtStart, joined: report.newCustomers },
    ...{ reactivated: report.reactivatedCustomers, left: report.leftCustomers, atEnd: report.customersAtEnd },
  };
  if (retention.kind !== "rate") return say("cli.costs.retention.none", moved);
  const { retainedPercent: retained, churnedPercent: churned } = retention;
  return say("cli.costs.retention", { ...moved, retained, churned, lost: report.lostCustomers });
}
