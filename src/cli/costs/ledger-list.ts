import { Argument, type Command } from "commander";
import type { Day } from "../../domain/calendar.ts";
import { type CostBudget, printBudgetScope } from "../../domain/costs/budget.ts";
import type { HourlyCost } from "../../domain/costs/touch-labour.ts";
import type { ExchangeRate } from "../../domain/exchange-rates.ts";
import { formatMoney } from "../../domain/money.ts";
import type { ListedLedger } from "../../flows/costs/list-ledger.ts";
import { parseWholeNumber } from "../arguments.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { parseDay } from "./ledger-arguments.ts";
import { entryLine } from "./ledger-entries.ts";
import { recurringLine } from "./ledger-recurring.ts";

type Options = { json?: boolean; from?: Day; to?: Day; limit: number };
type What = ListedLedger["kind"];
type Listed = { readonly rows: readonly object[]; readonly lines: readonly string[]; readonly empty: string };

const LISTS = ["entries", "recurring", "rates", "budgets", "hourly-costs"] as const satisfies readonly What[];

export function registerLedgerList(ledger: Command): void {
  withJson(
    ledger
      .command("list")
      .description("show the newest entries, or what else the ledger holds")
      .addArgument(new Argument("[what]", "what to list").choices(LISTS).default("entries" as const))
      .option("--from <day>", "covering this day or later", parseDay)
      .option("--to <day>", "covering this day or earlier", parseDay)
      .option("--limit <count>", "at most so many entries", parseWholeNumber, 50),
  ).action((what: What, options: Options) => list(what, options));
}

function list(what: What, { json, from, to, limit }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const page = { fromDay: from ?? null, toDay: to ?? null, limit };
    const listed = await app.flows.listLedger({ what, ...page });
    const { rows, lines, empty } = told(listed);
    for (const line of lines) output.line(line);
    if (lines.length === 0) output.line(empty);
    const { closedThrough } = listed;
    if (closedThrough !== null) output.line(`The ledger is closed through ${closedThrough}.`);
    return { [what]: rows, closedThrough };
  });
}

function told(listed: ListedLedger): Listed {
  const { rows } = listed;
  switch (listed.kind) {
    case "entries":
      return {
        rows,
        lines: listed.rows.map(entryLine),
        empty:
          "No entries. Record one (ledger add), or import a file: import costs.csv --preset mainstay-costs",
      };
    case "recurring":
      return {
        rows,
        lines: listed.rows.map(recurringLine),
        empty: "No recurring costs. Record one: ledger recurring add",
      };
    case "rates":
      return {
        rows,
        lines: listed.rows.map(rateLine),
        empty: "No rates. State one: ledger rate USD EUR 0.92 --from 2026-07-01",
      };
    case "budgets":
      return {
        rows: listed.rows.map((budget) => ({ ...budget, scope: printBudgetScope(budget.scope) })),
        lines: listed.rows.map(budgetLine),
        empty: "No budgets. Set one: ledger budget all 50000 EUR --from DAY --to DAY",
      };
    case "hourly-costs":
      return {
        rows,
        lines: listed.rows.map(hourlyCostLine),
        empty:
          "No hourly costs: minutes of touches have no price. State one: ledger hourly-cost MEMBER 48 EUR --from DAY",
      };
  }
}

const rateLine = ({ fromCurrency, toCurrency, day, rate }: ExchangeRate) =>
  `1 ${fromCurrency} = ${rate} ${toCurrency} from ${day}`;
const budgetLine = ({ scope, fromDay, toDay, amountMinor: minor, currency }: CostBudget) =>
  `${formatMoney({ minor, currency })} for ${printBudgetScope(scope)}, ${fromDay} to ${toDay}`;
const hourlyCostLine = ({ memberId, fromDay, perHour }: HourlyCost) =>
  `${memberId}  ${formatMoney(perHour)} from ${fromDay}`;
