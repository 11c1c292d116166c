import type { Command } from "commander";
import { phrase } from "../../domain/phrase.ts";
import { fileSegment } from "../../domain/value/segments/file-segment.ts";
import type { SegmentRule } from "../../domain/value/segments/segment-rule.ts";
import type { SpendingCandidate } from "../../domain/value/segments/where-to-spend.ts";
import type { SpendingReport } from "../../flows/value/advise-spending.ts";
import { commandLineText, moneyOnCommandLine, say } from "../../words/command-line.ts";
import { parseInstant } from "../arguments.ts";
import { inEnglish } from "../in-english.ts";
import type { Output } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { textTable } from "../text-table.ts";
import {
  byOption,
  type CurrencyOption,
  type PeriodOptions,
  periodOf,
  valueQuestion,
  withPeriod,
} from "./value-options.ts";

type Options = PeriodOptions & CurrencyOption & { json?: boolean; by: SegmentRule; asOf?: Date };

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
        .option("--as-of <day>", "the lists know nothing later than this", parseInstant),
      say("cli.period.usual"),
    ),
  ).action(spending);
}

function spending(options: Options): Promise<void> {
  return runWithApp(options, async ({ app, config, output }) => {
    const period = await periodOf(app, options);
    const asOf = options.asOf ?? (await app.flows.readAsOf()).reports;
    const question = {
      ...valueQuestion(config, options),
      rule: options.by,
      period,
      asOf,
      mostOnAList: MOST_ON_A_LIST,
    };
    const answer = await app.flows.adviseSpending(question);
    if (answer.kind !== "report") throw new Refusal(commandLineText(answer.reason));
    print(answer.report, output);
    return inEnglish(answer.report);
  });
}

function print(report: SpendingReport, output: Output): void {
  const { period, rule, asOf, notes, leftOut } = report;
  const days = { from: period.fromDay, to: period.toDay };
  output.heading(say("cli.spending.title", { ...days, rule: commandLineText(rule.name).toLowerCase() }));
  printReturns(report, output);
  const when = asOf.toISOString().slice(0, 10);
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

function printReturns({ returns, currency }: SpendingReport, output: Output): void {
  const money = (minor: number) => moneyOnCommandLine({ minor, currency }, "brief");
  const rows = returns.map((one) => [
    commandLineText(one.name),
    String(one.customers),
    money(one.costMinor),
    one.budgetMinor === null ? say("cli.spending.no-budget") : money(one.budgetMinor),
    one.budgetUsedPercent === null ? "n/a" : `${one.budgetUsedPercent.toFixed(0)} %`,
    money(one.marginRetainedMinor),
    one.returnOnCost === null ? "n/a" : `${(100 * one.returnOnCost).toFixed(0)} %`,
  ]);
  const header = ["", ...COLUMNS.map((column) => say(`cli.spending.column.${column}`))];
  for (const line of textTable(header, rows)) output.line(`  ${line}`);
  const unknown = returns.reduce((sum, { withoutMargin }) => sum + withoutMargin, 0);
  output.line(`  ${say("cli.spending.return")}`);
  if (unknown > 0) output.line(`  ${say("cli.spending.without-margin", { customers: unknown })}`);
}

function lineOf({ name, ownerEmail, because }: SpendingCandidate): string {
  return `${name}${ownerEmail === null ? "" : ` (${ownerEmail})`}: ${commandLineText(because)}`;
}
