import type { Command } from "commander";
import { localTime } from "../../domain/calendar.ts";
import { changePercent } from "../../domain/change-percent.ts";
import { phrase } from "../../domain/phrase.ts";
import { stoppedPhrases } from "../../domain/risk/scores/stopped-data.ts";
import type { SegmentReport, SegmentRisk, SegmentRow } from "../../domain/value/segments/segment-report.ts";
import type { SegmentRule } from "../../domain/value/segments/segment-rule.ts";
import { careOf } from "../../domain/value/segments/service-level.ts";
import { valueTier } from "../../domain/value/segments/value-tier.ts";
import { valueAtRiskPhrase } from "../../domain/value/value-at-risk.ts";
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
  parseMoment,
  valueQuestion,
  withCurrency,
} from "./value-options.ts";

type Options = CurrencyOption & { json?: boolean; by: SegmentRule; asOf?: Moment };

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
          parseMoment,
        ),
    ),
  ).action(segments);
}

function segments(options: Options): Promise<void> {
  return runWithApp(options, async ({ app, config, output }) => {
    const asOf = await momentOf(app, options.asOf);
    const answer = await app.flows.readSegments({
      ...valueQuestion(config, options),
      rule: options.by,
      asOf,
    });
    if (answer.kind !== "report") throw new Refusal(commandLineText(answer.reason));
    print(answer.report, config.timeZone, output);
    return inEnglish(answer.report);
  });
}

const COLUMNS = ["customers", "percent", "revenue", "clv", "cost", "risk", "high", "at-risk", "before"];

function print(report: SegmentReport, timeZone: string, output: Output): void {
  const day = (moment: Date) => localTime(moment, timeZone).day;
  const { rule, customers, asOf, currency, period, segments, notes, dataUpTo } = report;
  const money = (minor: number) => moneyOnCommandLine({ minor, currency }, "brief");
  output.heading(say("cli.segments.title", { rule: rule.name, customers, day: day(asOf) }));
  output.line(`  ${commandLineText(rule.description)}`);
  for (const sentence of report.stopped ? stoppedPhrases(report.stopped) : [])
    output.line(`  ${commandLineText(sentence)}.`);
  if (report.noSignal) output.line(`  ${say("segments.no-signal")}`);
  output.line(`  ${say("cli.segments.period", { from: period.fromDay, to: period.toDay, currency })}`);
  output.line();
  printTable(segments, money, output);
  printServiceLevels(segments, money, output);
  output.line();
  if (!report.noSignal) {
    const what = valueAtRiskPhrase(report.valueAtRisk);
    output.line(commandLineText(phrase("segment-report.value-at-risk", { what })));
  }
  for (const note of notes) output.line(commandLineText(note));
  const upTo = dataUpTo ? day(dataUpTo) : "n/a";
  output.line(say("cli.segments.foot", { day: day(report.comparedWith), dataUpTo: upTo }));
}

function printTable(segments: readonly SegmentRow[], money: (minor: number) => string, output: Output): void {
  const header = ["", ...COLUMNS.map((column) => say(`cli.segments.column.${column}`))];
  const shown = segments.slice(0, MOST_ROWS);
  const rows = shown.map((row) => cells(row, money));
  for (const line of textTable(header, rows)) output.line(`  ${line}`);
  const smaller = segments.length - shown.length;
  if (smaller > 0) output.line(`  ${say("cli.segments.smaller", { segments: smaller })}`);
}

function cells(row: SegmentRow, money: (minor: number) => string): string[] {
  return [
    commandLineText(row.name),
    String(row.customers),
    row.customersPercent.toFixed(0),
    money(row.revenue12mMinor),
    row.marginClv === null ? "n/a" : money(row.marginClv.minor),
    row.cost12mMinor === null ? "n/a" : money(row.cost12mMinor),
    meanRisk(row.risk),
    row.risk.scored === 0 ? "n/a" : String(row.risk.high),
    atRisk(row, money),
    trend(row),
  ];
}

function atRisk({ risk, valueAtRisk }: SegmentRow, money: (minor: number) => string): string {
  const { customers, money: sum } = valueAtRisk;
  if (risk.scored === 0 || (sum === null && customers > 0)) return "n/a";
  return sum === null ? "0" : money(sum.minor);
}

const meanRisk = ({ meanProbability }: SegmentRisk) =>
  meanProbability === null ? "n/a" : `${(100 * meanProbability).toFixed(0)} %`;

/** "+12 customers, revenue +4 %, risk +3 pp". */
function trend({ customers, revenue12mMinor, risk, quarterAgo }: SegmentRow): string {
  if (quarterAgo === null) return "n/a";
  const percent = changePercent(quarterAgo.revenue12mMinor, revenue12mMinor);
  const [now, before] = [risk.meanProbability, quarterAgo.risk.meanProbability];
  return [
    say("cli.segments.trend.customers", { customers: customers - quarterAgo.customers }),
    percent === null
      ? say("cli.segments.trend.revenue.none")
      : say("cli.segments.trend.revenue", { percent: Math.round(percent) }),
    ...(now === null || before === null
      ? []
      : [say("cli.segments.trend.risk", { points: Math.round(100 * (now - before)) })]),
  ].join("");
}

function printServiceLevels(
  rows: readonly SegmentRow[],
  money: (minor: number) => string,
  output: Output,
): void {
  const levels = rows.filter(({ serviceLevel }) => serviceLevel !== null);
  if (levels.length === 0) return;
  output.line();
  output.line(`  ${say("cli.segments.care")}`);
  for (const { name, serviceLevel, costCapPerCustomerMinor } of levels) {
    if (serviceLevel === null) continue;
    const cap =
      costCapPerCustomerMinor === null
        ? say("cli.segments.care.no-margin")
        : say("cli.segments.care.cap", { amount: money(costCapPerCustomerMinor) });
    output.line(`  ${say("cli.segments.care.level", { segment: name, care: careOf(serviceLevel), cap })}`);
  }
}
