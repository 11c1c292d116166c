import type { Command } from "commander";
import { localTime } from "../../domain/calendar.ts";
import { phrase } from "../../domain/phrase.ts";
import { fileSegment } from "../../domain/value/segments/file-segment.ts";
import type { SegmentRule } from "../../domain/value/segments/segment-rule.ts";
import type { SpendingCandidate } from "../../domain/value/segments/where-to-spend.ts";
import type { SpendingReport } from "../../flows/value/advise-spending.ts";
import { commandLineText, moneyOnCommandLine, say } from "../../words/command-line.ts";
import { inEnglish } from "../in-english.ts";
import type { Output } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { textTable } from "../text-table.ts";
import {
  byOption,
  type CurrencyOption,
  type Moment,
  momentOf,
  type PeriodOptions,
  parseMoment,
  periodOf,
  valueQuestion,
  withPeriod,
} from "./value-options.ts";

type Options = PeriodOptions & CurrencyOption & { json?: boolean; by: SegmentRule; asOf?: Moment };

const MOST_ON_A_LIST = 20;

export function registerSpending(program: Command): void {
  withJson(
    withPeriod(
      program
        .command("spending")
        .description(
          "cost to serve by segment, with its budget and return; where to save, where to spend, whom to keep first",
        )
        .addOption(byOption(fileSegment))
        .option("--as-of <day>", "the lists know nothing later than this", parseMoment),
      say("cli.period.usual"),
    ),
  ).action(spending);
}

function spending(options: Options): Promise<void> {
  return runWithApp(options, async ({ app, config, output }) => {
    const period = await periodOf(app, options);
    const asOf = await momentOf(app, options.asOf);
    const question = {
      ...valueQuestion(config, options),
      rule: options.by,
      period,
      asOf,
      mostOnAList: MOST_ON_A_LIST,
    };
    const answer = await app.flows.adviseSpending(question);
    if (answer.kind !== "report") throw new Refusal(commandLineText(answer.reason));
    print(answer.report, config.timeZone, output);
    return inEnglish(answer.report);
  });
}

function print(report: SpendingReport, timeZone: string, output: Output): void {
  const { period, rule, notes, leftOut } = report;
  const days = { from: period.fromDay, to: period.toDay };
  output.heading(say("cli.spending.title", { ...days, rule: commandLineText(rule.name).toLowerCase() }));
  printReturns(report, output);
  const when = localTime(report.asOf, timeZone).day;
  const lists = [
    [phrase("spending.where-to-save"), report.whereToSave, leftOut.save],
    [phrase("spending.where-to-spend"), report.whereToSpend, leftOut.spend],
    [phrase("spending.keep-first"), report.retentionPlan, leftOut.plan],
  ] as const;
  for (const [title, candidates, more] of lists) {
    output.line();
    output.heading(say("cli.spending.list", { list: title, day: when }));
    for (const candidate of candidates) output.line(`  ${lineOf(candidate)}`);
    if (candidates.length === 0) output.line(`  ${say("cli.spending.nobody")}`);
    if (more > 0) output.line(`  ${say("cli.more", { rows: more })}`);
  }
  output.line();
  for (const note of notes) output.line(commandLineText(note));
}

const COLUMNS = ["customers", "cost", "budget", "used", "margin", "return"];

function printReturns(report: SpendingReport, output: Output): void {
  const { returns, currency, period } = report;
  const money = (minor: number) => moneyOnCommandLine({ minor, currency }, "brief");
  const rows = returns.map((one) => [
    commandLineText(one.name),
    String(one.customers),
    money(one.costMinor),
    one.budgetMinor === null ? say("cli.spending.no-budget") : money(one.budgetMinor),
    one.budgetUsedPercent === null ? "n/a" : `${one.budgetUsedPercent.toFixed(0)} %`,
    one.marginRetainedMinor === null ? "n/a" : money(one.marginRetainedMinor),
    one.returnOnCost === null ? "n/a" : `${(100 * one.returnOnCost).toFixed(0)} %`,
  ]);
  const header = ["", ...COLUMNS.map((column) => say(`cli.spending.column.${column}`))];
  for (const line of textTable(header, rows)) output.line(`  ${line}`);
  output.line(`  ${say("cli.spending.return")}`);
  for (const line of reservations(report)) output.line(`  ${line}`);
  if (period.unfinishedUntil !== null)
    output.line(`  ${say("cli.spending.so-far", { day: period.toDay, until: period.unfinishedUntil })}`);
}

/** How much of the cost is in no return, and why; and how budgets that overlap were taken. */
function reservations({ returns, unallocatedMinor, currency }: SpendingReport): string[] {
  const cost = (minor: number) => moneyOnCommandLine({ minor, currency });
  const outside = {
    "not-kept": totals(returns.map(({ notKept }) => notKept)),
    "without-margin": totals(returns.map(({ returned }) => returned.withoutMargin)),
  };
  const lines = Object.entries(outside).flatMap(([why, { customers, costMinor }]) =>
    customers === 0 ? [] : [say(`cli.spending.outside.${why}`, { customers, cost: cost(costMinor) })],
  );
  if (unallocatedMinor !== 0) lines.push(say("cli.spending.unallocated", { cost: cost(unallocatedMinor) }));
  return [...lines, ...budgetsThatOverlap(returns, cost)];
}

type Outside = { readonly customers: number; readonly costMinor: number };

const totals = (parts: readonly Outside[]): Outside => ({
  customers: parts.reduce((sum, { customers }) => sum + customers, 0),
  costMinor: parts.reduce((sum, { costMinor }) => sum + costMinor, 0),
});

function budgetsThatOverlap(returns: SpendingReport["returns"], cost: (minor: number) => string): string[] {
  const parts = returns.flatMap(({ name, budget }) =>
    budget?.overlap ? budget.parts.map((part) => ({ name, ...part })) : [],
  );
  if (parts.length === 0) return [];
  const lineOfPart = ({ name, fromDay, toDay, budget, amountMinor }: (typeof parts)[number]) =>
    say("cli.spending.budget-part", {
      ...{ segment: commandLineText(name), from: fromDay, to: toDay, amount: cost(amountMinor) },
      ...{ first: budget.fromDay, last: budget.toDay },
    });
  return [say("cli.spending.budgets-overlap"), ...parts.map((part) => `  ${lineOfPart(part)}`)];
}

function lineOf({ name, ownerEmail, because }: SpendingCandidate): string {
  return `${name}${ownerEmail === null ? "" : ` (${ownerEmail})`}: ${commandLineText(because)}`;
}
