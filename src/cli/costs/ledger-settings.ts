import type { Command } from "commander";
import type { Day } from "../../domain/calendar.ts";
import { parseBudgetScope, printBudgetScope } from "../../domain/costs/budget.ts";
import { COST_CATEGORIES } from "../../domain/costs/cost-entry.ts";
import { parseRate } from "../../domain/exchange-rates.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { COMMAND_LINE, parseCurrency, parseDay, readAmount } from "./ledger-arguments.ts";

type Json = { json?: boolean };
type From = Json & { from: Day };
type Period = From & { to: Day };

export function registerLedgerSettings(ledger: Command): void {
  withJson(
    ledger
      .command("rate")
      .description("state what one unit of a currency is in another, from a day on")
      .argument("<from-currency>", "such as USD", parseCurrency)
      .argument("<to-currency>", "such as EUR", parseCurrency)
      .argument("<rate>", "such as 0.92")
      .requiredOption("--from <day>", "the first day it counts", parseDay),
  ).action(stateRate);
  withJson(
    ledger
      .command("budget")
      .description("set what may be spent in a period")
      .argument("<scope>", "all, segment:NAME or category:NAME")
      .argument("<amount>", "such as 12000")
      .argument("<currency>", "such as EUR", parseCurrency)
      .requiredOption("--from <day>", "its first day", parseDay)
      .requiredOption("--to <day>", "its last day", parseDay),
  ).action(setBudget);
  withJson(
    ledger
      .command("hourly-cost")
      .description("state what an hour of a member costs, from a day on: minutes of touches are priced by it")
      .argument("<member>", "e-mail address or Slack user id")
      .argument("<amount>", "such as 48.50")
      .argument("<currency>", "such as EUR", parseCurrency)
      .requiredOption("--from <day>", "the first day it counts", parseDay),
  ).action(stateHourlyCost);
}

function stateRate(
  fromCurrency: string,
  toCurrency: string,
  text: string,
  { json, from }: From,
): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const rate = parseRate(text);
    if (rate === null) {
      throw new Refusal(say("cli.rate.not-one", { typed: text }));
    }
    if (fromCurrency === toCurrency) throw new Refusal(say("cli.rate.to-itself"));
    const stated = { fromCurrency, toCurrency, day: from, rate };
    const result = await app.flows.stateRate({ rate: stated, by: COMMAND_LINE });
    if (result.kind === "refused") throw new Refusal(commandLineText(result.problem));
    const before = result.kind === "stated" ? result.before : null;
    output.heading(
      say("cli.rate.stated", {
        ...{ day: from, from: fromCurrency, rate, to: toCurrency },
        before: before === null ? "" : say("cli.rate.before", { rate: before }),
      }),
    );
    return result;
  });
}

function setBudget(
  scopeText: string,
  amount: string,
  currency: string,
  { json, from, to }: Period,
): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const scope = parseBudgetScope(scopeText);
    if (scope === null) {
      throw new Refusal(
        say("cli.budget.unknown-scope", { typed: scopeText, choices: COST_CATEGORIES.join(", ") }),
      );
    }
    if (to < from) throw new Refusal(say("cli.budget.ends-first"));
    const amountMinor = readAmount(amount, currency);
    if (amountMinor < 0) throw new Refusal(say("cli.budget.below-zero"));
    const budget = { scope, fromDay: from, toDay: to, amountMinor, currency };
    const result = await app.flows.setBudget({ budget, by: COMMAND_LINE });
    if (result.kind === "refused") throw new Refusal(commandLineText(result.problem));
    const set = { amount: { minor: amountMinor, currency }, scope: printBudgetScope(scope), from, to };
    output.heading(say("cli.budget.set", set));
    return { ...budget, scope: printBudgetScope(scope) };
  });
}

function stateHourlyCost(
  named: string,
  amount: string,
  currency: string,
  { json, from }: From,
): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const minor = readAmount(amount, currency);
    if (minor <= 0) throw new Refusal(say("cli.hourly-cost.zero"));
    const perHour = { minor, currency };
    const stated = await app.flows.stateHourlyCost({
      member: named,
      fromDay: from,
      perHour,
      by: COMMAND_LINE,
    });
    if (stated.kind === "unknown-member") {
      throw new Refusal(say("cli.hourly-cost.unknown", { typed: named }));
    }
    const { member, result } = stated;
    if (result.kind === "refused") throw new Refusal(commandLineText(result.problem));
    output.heading(say("cli.hourly-cost.stated", { day: from, name: member.name, amount: perHour }));
    return result;
  });
}
