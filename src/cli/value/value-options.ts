import { type Command, InvalidArgumentError, Option } from "commander";
import type { App } from "../../compose.ts";
import type { Config } from "../../config.ts";
import { addDays, type Day, isDay, localTime, startOfDay } from "../../domain/calendar.ts";
import { isCurrency } from "../../domain/money.ts";
import type { Period } from "../../domain/value/metrics/metric.ts";
import type { SegmentRule } from "../../domain/value/segments/segment-rule.ts";
import { SEGMENT_RULES, segmentRule } from "../../domain/value/segments/segment-rules.ts";
import { QUARTER_DAYS } from "../../domain/value/segments/value-period.ts";
import type { ValueQuestion } from "../../flows/value/read-valued-customers.ts";
import { say } from "../../words/command-line.ts";
import { parseInstant } from "../arguments.ts";
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

/** Today while the data are fresh, though it is not over; else the last day on which there is anything. */
async function lastDayOfData(app: App): Promise<Day> {
  const { timeZone } = app.config;
  const { reports } = await app.flows.readAsOf();
  const day = localTime(reports, timeZone).day;
  return day === localTime(app.clock(), timeZone).day ? day : addDays(day, -1);
}

/** A day where the team is, or an instant. */
export type Moment = Day | Date;

/** @throws InvalidArgumentError */
export const parseMoment = (text: string): Moment => (isDay(text) ? text : parseInstant(text));

/** A day's first moment where the team is: what is known then is all of the days before. */
export async function momentOf(app: App, moment: Moment | undefined): Promise<Date> {
  if (moment === undefined) return (await app.flows.readAsOf()).reports;
  return moment instanceof Date ? moment : startOfDay(moment, app.config.timeZone);
}

export function valueQuestion(config: Config, { currency }: CurrencyOption): ValueQuestion {
  return { currency: currency ?? null, timeZone: config.timeZone, clv: config.clv };
}
