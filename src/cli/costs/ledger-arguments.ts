import { type Command, InvalidArgumentError } from "commander";
import type { Day } from "../../domain/calendar.ts";
import { type CostProblem, type CostText, readDay } from "../../domain/costs/cost-draft.ts";
import { readTypedAmount } from "../../domain/costs/typed-amount.ts";
import { isCurrency } from "../../domain/money.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { Refusal } from "../refusal.ts";

/** Who changed the ledger, in its audit. */
export const COMMAND_LINE = "command line";

/** What `withCost` adds to a command. */
export type CostOptions = {
  category: string;
  subcategory?: string;
  kind: string;
  amount: string;
  currency: string;
  for: string;
  driver?: string;
  note?: string;
};

/** The options that describe a cost; read by `costText`. */
export function withCost(command: Command): Command {
  return command
    .requiredOption("--category <name>", "labour, tools, activities, marketing or goods")
    .option("--subcategory <name>", "of labour: pay, bonus, benefits or training")
    .requiredOption("--kind <kind>", "direct or indirect")
    .requiredOption("--amount <amount>", "such as 1234.50")
    .requiredOption("--currency <code>", "such as EUR")
    .requiredOption(
      "--for <targets>",
      "all, segment:NAME, customer:ID, ticket:REFERENCE, touch:ID or playbook:KEY; several joined by |",
    )
    .option("--driver <name>", "shared out by: equal, revenue, orders, tickets, touches or minutes", "equal")
    .option("--note <text>", "what it was");
}

export function costText(options: CostOptions, fromDay: Day, toDay: Day): CostText {
  const { category, subcategory = "", kind, amount, currency, driver = "", note = "" } = options;
  return {
    category,
    subcategory,
    kind,
    amount,
    currency,
    fromDay,
    toDay,
    appliesTo: options.for,
    driver,
    note,
  };
}

/** @throws InvalidArgumentError */
export function parseDay(text: string): Day {
  const day = readDay(text);
  if (day === null) throw new InvalidArgumentError(say("cli.argument.day"));
  return day;
}

/** @throws InvalidArgumentError */
export function parseCurrency(text: string): string {
  const code = text.trim().toUpperCase();
  if (!isCurrency(code)) throw new InvalidArgumentError(say("cli.argument.currency"));
  return code;
}

/** @throws InvalidArgumentError */
export function parseId(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError(say("cli.argument.entry"));
  return Number(text);
}

/** Minor units of any sign. @throws Refusal */
export function readAmount(text: string, currency: string): number {
  const read = readTypedAmount(text, currency);
  if (read.kind === "wrong") throw new Refusal(commandLineText(read.problem));
  return read.minor;
}

/** All problems of a cost as one refusal, each with the option it is about. */
export function refusalOf(problems: readonly CostProblem[]): Refusal {
  return new Refusal(problems.map(problemLine).join("\n"));
}

const problemLine = ({ field, problem }: CostProblem) => `--${OPTION[field]}: ${commandLineText(problem)}`;

const OPTION: Readonly<Record<CostProblem["field"], string>> = {
  category: "category",
  subcategory: "subcategory",
  kind: "kind",
  amount: "amount",
  currency: "currency",
  fromDay: "from",
  toDay: "to",
  appliesTo: "for",
  driver: "driver",
  note: "note",
};
