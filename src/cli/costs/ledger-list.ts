import { Argument, type Command, Option } from "commander";
import type { Day } from "../../domain/calendar.ts";
import { type CostBudget, printBudgetScope } from "../../domain/costs/budget.ts";
import { COST_CATEGORIES, type CostCategory } from "../../domain/costs/cost-entry.ts";
import type { HourlyCost } from "../../domain/costs/touch-labour.ts";
import type { ExchangeRate } from "../../domain/exchange-rates.ts";
import type { ListedLedger } from "../../flows/costs/list-ledger.ts";
import { say } from "../../words/command-line.ts";
import { parseLimit } from "../arguments.ts";
import { foundCustomer } from "../found-customer.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { parseDay } from "./ledger-arguments.ts";
import { entryLine } from "./ledger-entries.ts";
import { recurringLine } from "./ledger-recurring.ts";

type Filters = { customer?: string; segment?: string; category?: CostCategory; note?: string };
type Options = Filters & { json?: boolean; from?: Day; to?: Day; limit: number };
type What = ListedLedger["kind"];
type Listed = { readonly rows: readonly object[]; readonly lines: readonly string[] };

const LISTS = ["entries", "recurring", "rates", "budgets", "hourly-costs"] as const satisfies readonly What[];

export function registerLedgerList(ledger: Command): void {
  withJson(
    ledger
      .command("list")
      .description("show the newest entries, or what else the ledger holds")
      .addArgument(new Argument("[what]", "what to list").choices(LISTS).default("entries" as const))
      .option("--from <day>", "covering this day or later", parseDay)
      .option("--to <day>", "covering this day or earlier", parseDay)
      .option(
        "--customer <name>",
        "entries for this customer, their tickets or contacts: a name, domain or number",
      )
      .option("--segment <name>", "entries for this segment")
      .addOption(new Option("--category <name>", "entries of this category").choices(COST_CATEGORIES))
      .option("--note <text>", "entries with this in the note")
      .option("--limit <count>", "at most so many entries", parseLimit, MOST_ENTRIES),
  ).action((what: What, options: Options) => list(what, options));
}

/** Entries a terminal shows; chosen. */
const MOST_ENTRIES = 50;

function list(what: What, { json, from, to, limit, ...filters }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const isFiltered = Object.keys(filters).length > 0;
    if (isFiltered && what !== "entries") throw new Refusal(say("cli.ledger.list.only-entries"));
    const { customer, segment = null, category = null, note = null } = filters;
    const customerId = customer === undefined ? null : (await foundCustomer(app, customer)).id;
    const days = { fromDay: from ?? null, toDay: to ?? null };
    const listed = await app.flows.listLedger({ what, ...days, customerId, segment, category, note, limit });
    const { rows, lines } = told(listed);
    for (const line of lines) output.line(line);
    const any = isFiltered || (what === "entries" && (from ?? to) !== undefined);
    if (lines.length === 0)
      output.line(say(any ? "cli.ledger.list.none-fits" : `cli.ledger.list.none.${what}`));
    const total = listed.kind === "entries" ? listed.total : rows.length;
    if (total > rows.length) output.line(say("cli.ledger.list.more", { more: total - rows.length, total }));
    const { closedThrough } = listed;
    if (closedThrough !== null) output.line(say("cli.ledger.is-closed", { day: closedThrough }));
    return { [what]: rows, total, closedThrough };
  });
}

function told(listed: ListedLedger): Listed {
  const { rows } = listed;
  switch (listed.kind) {
    case "entries":
      return { rows, lines: listed.rows.map(entryLine) };
    case "recurring":
      return { rows, lines: listed.rows.map(recurringLine) };
    case "rates":
      return { rows, lines: listed.rows.map(rateLine) };
    case "budgets":
      return {
        rows: listed.rows.map((budget) => ({ ...budget, scope: printBudgetScope(budget.scope) })),
        lines: listed.rows.map(budgetLine),
      };
    case "hourly-costs":
      return { rows, lines: listed.rows.map(hourlyCostLine) };
  }
}

const rateLine = ({ fromCurrency, toCurrency, day, rate }: ExchangeRate) =>
  say("cli.ledger.rate", { from: fromCurrency, to: toCurrency, rate, day });
const budgetLine = ({ scope, fromDay, toDay, amountMinor: minor, currency }: CostBudget) =>
  say("cli.ledger.budget", {
    ...{ amount: { minor, currency }, scope: printBudgetScope(scope) },
    ...{ from: fromDay, to: toDay },
  });
const hourlyCostLine = ({ memberId, fromDay, perHour }: HourlyCost) =>
  say("cli.ledger.hourly-cost", { person: memberId, amount: perHour, day: fromDay });
