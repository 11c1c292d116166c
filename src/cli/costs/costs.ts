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
import { commandLineText, moneyOnCommandLine } from "../../words/command-line.ts";
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
      command.error(
        `error: the period begins on ${options.from}, after its end on ${options.to}. Swap --from and --to.`,
      );
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
  const say = (minor: number) => moneyOnCommandLine({ minor, currency });
  output.heading(`Cost of keeping customers, ${fromDay} to ${toDay}, in ${currency}`);
  output.line(
    `  ${say(totalMinor)} in all: ${say(directMinor)} direct, ${say(indirectMinor)} indirect; ${changeText(report)}`,
  );
  output.line(
    `  per customer ${perText(report.perServed)}: ÷ ${report.servedCustomers} served (there at the start, or joined)`,
  );
  output.line(
    `  per retained customer ${perText(report.perRetained)}: ÷ ${report.retainedCustomers} there at the start and still at the end`,
  );
  output.line(`  ${retentionText(report)}`);
  output.line();
  printRows(report, output);
  for (const note of report.notes) output.line(noteText(note));
  output.line(
    `Days are those of ${report.timeZone}. A buyer without a contract counts for ${report.activityWindowDays} days after a purchase. ` +
      `Read ${report.readAt.slice(0, 16).replace("T", " ")} UTC; activities up to ${report.dataUpTo?.slice(0, 10) ?? "n/a (there are none)"}.`,
  );
}

function printRows(report: CostReport, output: Output): void {
  const { currency, dimension, rows, rowsLeftOut } = report;
  if (rows.length === 0) {
    output.line(
      "No costs on these days. Add some: npm run mainstay -- ledger add, or import FILE --preset mainstay-costs.",
    );
    return;
  }
  const say = (minor: number | null) => (minor === null ? "n/a" : moneyOnCommandLine({ minor, currency }));
  const cells = (row: CostRow) => [
    row.label,
    ...[row.totalMinor, row.directMinor, row.indirectMinor, row.revenueMinor, row.profitabilityMinor].map(
      say,
    ),
  ];
  const header = [dimension, "cost", "direct", "indirect", "revenue", "profitability"];
  for (const line of textTable(header, rows.map(cells))) output.line(`  ${line}`);
  if (rowsLeftOut > 0) output.line(`  … and ${rowsLeftOut} more; --json prints them all`);
  output.line(
    rows.some(({ revenueMinor }) => revenueMinor === null)
      ? "  n/a: no customers stand behind such a row, so it has no revenue."
      : "  Profitability: revenue − acquisition cost of those who first became customers − cost.",
  );
}

const noteText = (note: CostNote) => commandLineText(costNotePhrase(note));
const perText = (figure: PerCustomer) =>
  figure.kind === "amount" ? moneyOnCommandLine(figure.money) : "n/a";

function changeText({ previous, currency }: CostReport): string {
  const days = `${previous.fromDay} to ${previous.toDay}`;
  if (previous.totalMinor === null) return `no comparison with ${days}`;
  if (previous.changePercent === null) return `nothing from ${days}`;
  const before = moneyOnCommandLine({ minor: previous.totalMinor, currency });
  const sign = previous.changePercent > 0 ? "+" : "";
  return `${sign}${previous.changePercent.toFixed(1)} % on ${before} from ${days}`;
}

function retentionText(report: CostReport): string {
  const { customersAtStart, customersAtEnd, newCustomers, lostCustomers, retention } = report;
  const moved = `${customersAtStart} at the start, ${newCustomers} joined, ${lostCustomers} of the first lost, ${customersAtEnd} at the end`;
  if (retention.kind !== "rate") return `customers: ${moved}; retention n/a (nobody was one at the start)`;
  return `customers: ${moved}; ${retention.retainedPercent.toFixed(1)} % retained, ${retention.churnedPercent.toFixed(1)} % churned`;
}
