import { type Command, InvalidArgumentError } from "commander";
import { readPlainAmount } from "../../domain/costs/typed-amount.ts";
import type { SegmentRule } from "../../domain/value/segments/segment-rule.ts";
import { valueTier } from "../../domain/value/segments/value-tier.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { inEnglish } from "../in-english.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import {
  byOption,
  type CurrencyOption,
  type PeriodOptions,
  periodOf,
  valueQuestion,
  withPeriod,
} from "./value-options.ts";

type Options = PeriodOptions &
  CurrencyOption & { json?: boolean; by: SegmentRule; take: string; fromSegment: string; toSegment: string };

export function registerWhatIf(program: Command): void {
  withJson(
    withPeriod(
      program
        .command("what-if")
        .description("what spending on another segment instead would change, with the arithmetic")
        .requiredOption("--take <amount>", "how much, such as 1000 or 1000.50", parseAmount)
        .requiredOption("--from-segment <segment>", "where it is taken from")
        .requiredOption("--to-segment <segment>", "where it is spent instead")
        .addOption(byOption(valueTier)),
      say("cli.period.usual"),
    ),
  ).action(ask);
}

function ask(options: Options): Promise<void> {
  return runWithApp(options, async ({ app, config, output }) => {
    const { fromSegment, toSegment } = options;
    const period = await periodOf(app, options);
    const amountMinor = (currency: string) => amountOf(options.take, currency);
    const question = {
      ...valueQuestion(config, options),
      rule: options.by,
      period,
      amountMinor,
      fromSegment,
      toSegment,
      read: commandLineText,
    };
    const answer = await app.flows.askWhatIf(question);
    if (answer.kind !== "what-if") throw new Refusal(commandLineText(answer.reason));
    const { arithmetic, from, to } = answer.whatIf;
    const observed = { fromDay: period.fromDay, toDay: period.toDay };
    output.heading(say("cli.what-if.title", { from: from.name, to: to.name, ...observed }));
    for (const line of arithmetic) output.line(`  ${commandLineText(line)}`);
    return inEnglish(answer.whatIf);
  });
}

/** @throws InvalidArgumentError for what is no plain number above zero */
function parseAmount(text: string): string {
  if (!/^\d{1,12}(\.\d{1,4})?$/.test(text) || Number(text) === 0) {
    throw new InvalidArgumentError(say("cli.argument.amount"));
  }
  return text;
}

/** @throws Refusal for more decimals than the currency has */
function amountOf(text: string, currency: string): number {
  const amount = readPlainAmount(text, currency);
  if (amount.kind === "wrong") throw new Refusal(commandLineText(amount.problem));
  return amount.minor;
}
