import type { Command } from "commander";
import { phrase } from "../../domain/phrase.ts";
import type { SegmentReport, SegmentRisk, SegmentRow } from "../../domain/value/segments/segment-report.ts";
import type { SegmentRule } from "../../domain/value/segments/segment-rule.ts";
import { careOf } from "../../domain/value/segments/service-level.ts";
import { valueTier } from "../../domain/value/segments/value-tier.ts";
import { commandLineText, moneyOnCommandLine } from "../../words/command-line.ts";
import { parseInstant } from "../arguments.ts";
import { inEnglish } from "../in-english.ts";
import type { Output } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { textTable } from "../text-table.ts";
import { byOption, type CurrencyOption, valueQuestion, withCurrency } from "./value-options.ts";

type Options = CurrencyOption & { json?: boolean; by: SegmentRule; asOf?: Date };

/** More rows than a screen shows; the rest is one line, and all of it is in the JSON. */
const MOST_ROWS = 30;

export function registerSegments(program: Command): void {
  withJson(
    withCurrency(
      program
        .command("segments")
        .description("who the customers are: sizes, value, cost, risk and trend by segment")
        .addOption(byOption(valueTier))
        .option(
          "--as-of <day>",
          "know nothing later than this (default: now, or the end of older data)",
          parseInstant,
        ),
    ),
  ).action(segments);
}

function segments(options: Options): Promise<void> {
  return runWithApp(options, async ({ app, config, output }) => {
    const asOf = options.asOf ?? (await app.flows.readAsOf()).scoring;
    const answer = await app.flows.readSegments({
      ...valueQuestion(config, options),
      rule: options.by,
      asOf,
    });
    if (answer.kind !== "report") throw new Refusal(commandLineText(answer.reason));
    print(answer.report, output);
    return inEnglish(answer.report);
  });
}

const HEADER = [
  "",
  "customers",
  "%",
  "revenue 12 m",
  "margin CLV",
  "cost 12 m",
  "risk",
  "high",
  "a quarter ago",
];

function print(report: SegmentReport, output: Output): void {
  const { rule, customers, asOf, currency, period, segments, notes, dataUpTo } = report;
  const say = (minor: number) => moneyOnCommandLine({ minor, currency }, "brief");
  output.heading(`${commandLineText(rule.name)}: ${customers} customers as of ${day(asOf)}`);
  output.line(`  ${commandLineText(rule.description)}`);
  if (report.noSignal) output.line(`  ${commandLineText(phrase("segments.no-signal"))}`);
  output.line(`  Revenue and cost from ${period.fromDay} to ${period.toDay}, in ${currency}.`);
  output.line();
  const shown = segments.slice(0, MOST_ROWS);
  for (const line of textTable(
    HEADER,
    shown.map((row) => cells(row, say)),
  ))
    output.line(`  ${line}`);
  if (segments.length > shown.length)
    output.line(`  … and ${segments.length - shown.length} smaller ones (--json has all).`);
  printServiceLevels(segments, say, output);
  output.line();
  for (const note of notes) output.line(commandLineText(note));
  output.line(
    `“a quarter ago” compares with ${day(report.comparedWith)}. Data up to ${dataUpTo ? day(dataUpTo) : "n/a"}.`,
  );
}

function cells(row: SegmentRow, say: (minor: number) => string): string[] {
  return [
    commandLineText(row.name),
    String(row.customers),
    row.customersPercent.toFixed(0),
    say(row.revenue12mMinor),
    row.marginClv === null ? "n/a" : say(row.marginClv.minor),
    row.cost12mMinor === null ? "n/a" : say(row.cost12mMinor),
    meanRisk(row.risk),
    row.risk.scored === 0 ? "n/a" : String(row.risk.high),
    trend(row),
  ];
}

const meanRisk = ({ meanProbability }: SegmentRisk) =>
  meanProbability === null ? "n/a" : `${(100 * meanProbability).toFixed(0)} %`;

/** "+12 customers, revenue +4 %, risk +3 pp". */
function trend({ customers, revenue12mMinor, risk, quarterAgo }: SegmentRow): string {
  const signed = (value: number) => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : "±0");
  if (quarterAgo === null) return "n/a";
  const then = quarterAgo.revenue12mMinor;
  const revenue =
    then > 0 ? `, revenue ${signed(Math.round((100 * (revenue12mMinor - then)) / then))} %` : "";
  const [now, before] = [risk.meanProbability, quarterAgo.risk.meanProbability];
  const points =
    now === null || before === null ? "" : `, risk ${signed(Math.round(100 * (now - before)))} pp`;
  return `${signed(customers - quarterAgo.customers)} customers${revenue}${points}`;
}

function printServiceLevels(
  rows: readonly SegmentRow[],
  say: (minor: number) => string,
  output: Output,
): void {
  const levels = rows.filter(({ serviceLevel }) => serviceLevel !== null);
  if (levels.length === 0) return;
  output.line();
  output.line("  Suggested care, top value first:");
  for (const { name, serviceLevel, costCapPerCustomerMinor } of levels) {
    if (serviceLevel === null) continue;
    const cap =
      costCapPerCustomerMinor === null
        ? "margin not known"
        : `${say(costCapPerCustomerMinor)} a customer and year`;
    output.line(`  ${commandLineText(name)}: ${commandLineText(careOf(serviceLevel))} (${cap})`);
  }
}

const day = (moment: Date) => moment.toISOString().slice(0, 10);
