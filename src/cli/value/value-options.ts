import { type Command, InvalidArgumentError, Option } from "commander";
import type { App } from "../../compose.ts";
import type { Config } from "../../config.ts";
import { addDays, type Day, isDay } from "../../domain/calendar.ts";
import { isCurrency } from "../../domain/money.ts";
import type { Period } from "../../domain/value/metrics/metric.ts";
import type { SegmentRule } from "../../domain/value/segments/segment-rule.ts";
import { SEGMENT_RULES, segmentRule } from "../../domain/value/segments/segment-rules.ts";
import { QUARTER_DAYS } from "../../domain/value/segments/value-period.ts";
import type { ValueQuestion } from "../../flows/value/read-valued-customers.ts";
import { say } from "../../words/command-line.ts";
import { Refusal } from "../refusal.ts";

export type PeriodOptions = { readonly from?: Day; readonly to?: Day };
export type CurrencyOption = { readonly currency?: string };

/** Adds `--from`, `--to` and `--currency`. */
export function withPeriod(command: Command, otherwise: string): Command {
  return withCurrency(
    command
      .option("--from <day>", `first day of the period (default: ${otherwise})`, parseDay)
      .option("--to <day>", "last day of the period, included", parseDay),
  );
}

export function withCurrency(command: Command): Command {
  return command.option(
    "--currency <code>",
    "currency of the amounts (default: the one most customers have)",
    parseCurrency,
  );
}

/** How customers are divided: `--by value-tier`. */
export function byOption(usual: SegmentRule): Option {
  const keys = SEGMENT_RULES.map(({ key }) => key).join(", ");
  return new Option("--by <rule>", `how customers are divided: ${keys}`)
    .argParser(parseRule)
    .default(usual, usual.key);
}

/** @throws InvalidArgumentError */
function parseRule(key: string): SegmentRule {
  const rule = segmentRule(key);
  if (rule === null) {
    throw new InvalidArgumentError(
      say("cli.argument.one-of", { choices: SEGMENT_RULES.map(({ key }) => key).join(", ") }),
    );
  }
  return rule;
}

/** @throws InvalidArgumentError */
export function parseDay(text: string): Day {
  if (!isDay(text)) throw new InvalidArgumentError(say("cli.argument.day"));
  return text;
}

/** @throws InvalidArgumentError */
export function parseCurrency(text: string): string {
  const code = text.toUpperCase();
  if (!isCurrency(code)) throw new InvalidArgumentError(say("cli.argument.currency"));
  return code;
}

/** The days asked for; where one is missing, 91 days that end with the other or with the data. @throws Refusal */
export async function periodOf(app: App, { from, to }: PeriodOptions): Promise<Period> {
  const toDay = to ?? (from ? addDays(from, QUARTER_DAYS - 1) : await lastDayOfData(app));
  const fromDay = from ?? addDays(toDay, 1 - QUARTER_DAYS);
  if (fromDay > toDay) throw new Refusal(say("cli.period.ends-before", { from: fromDay, to: toDay }));
  return { fromDay, toDay };
}

async function lastDayOfData(app: App): Promise<Day> {
  const { reports } = await app.flows.readAsOf();
  return new Date(reports.getTime() - 1).toISOString().slice(0, 10);
}

export function valueQuestion(config: Config, { currency }: CurrencyOption): ValueQuestion {
  return { currency: currency ?? null, timeZone: config.timeZone, clv: config.clv };
}
