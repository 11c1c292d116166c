import { Argument, type Command } from "commander";
import type { Day } from "../../domain/calendar.ts";
import { printBudgetScope } from "../../domain/costs/budget.ts";
import { formatMoney } from "../../domain/money.ts";
import type { Store } from "../../store/store.ts";
import { parseWholeNumber } from "../arguments.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { parseDay } from "./ledger-arguments.ts";
import { entryLine } from "./ledger-entries.ts";
import { recurringLine } from "./ledger-recurring.ts";

type Options = { json?: boolean; from?: Day; to?: Day; limit: number };
type Listed = { readonly rows: readonly object[]; readonly lines: readonly string[]; readonly empty: string };

export function registerLedgerList(ledger: Command): void {
  withJson(
    ledger
      .command("list")
      .description("show the newest entries, or what else the ledger holds")
      .addArgument(new Argument("[what]", "what to list").choices(Object.keys(LISTS)).default("entries"))
      .option("--from <day>", "covering this day or later", parseDay)
      .option("--to <day>", "covering this day or earlier", parseDay)
      .option("--limit <count>", "at most so many entries", parseWholeNumber, 50),
  ).action((what: keyof typeof LISTS, options: Options) => list(what, options));
}

function list(what: keyof typeof LISTS, options: Options): Promise<void> {
  return runWithApp(options, async ({ app, output }) => {
    const closedThrough = await app.store.costLedger.closedThrough();
    const { rows, lines, empty } = await LISTS[what](app.store, options);
    for (const line of lines) output.line(line);
    if (lines.length === 0) output.line(empty);
    if (closedThrough !== null) output.line(`The ledger is closed through ${closedThrough}.`);
    return { [what]: rows, closedThrough };
  });
}

const FIRST_DAY = "1990-01-01";
const LAST_DAY = "2100-12-31";

const LISTS = {
  async entries(store: Store, { from, to, limit }: Options): Promise<Listed> {
    const rows = await store.costLedger.list({ fromDay: from ?? null, toDay: to ?? null, limit });
    const empty =
      "No entries. Record one (ledger add), or import a file: import costs.csv --preset mainstay-costs";
    return { rows, lines: rows.map(entryLine), empty };
  },
  async recurring(store: Store): Promise<Listed> {
    const rows = await store.recurringCosts.list();
    return {
      rows,
      lines: rows.map(recurringLine),
      empty: "No recurring costs. Record one: ledger recurring add",
    };
  },
  async rates(store: Store): Promise<Listed> {
    const rows = await store.exchangeRates.all();
    const lines = rows.map(
      ({ fromCurrency, toCurrency, day, rate }) => `1 ${fromCurrency} = ${rate} ${toCurrency} from ${day}`,
    );
    return { rows, lines, empty: "No rates. State one: ledger rate USD EUR 0.92 --from 2026-07-01" };
  },
  async budgets(store: Store, { from, to }: Options): Promise<Listed> {
    const rows = await store.costBudgets.covering(from ?? FIRST_DAY, to ?? LAST_DAY);
    const lines = rows.map(
      ({ scope, fromDay, toDay, amountMinor: minor, currency }) =>
        `${formatMoney({ minor, currency })} for ${printBudgetScope(scope)}, ${fromDay} to ${toDay}`,
    );
    const shown = rows.map((budget) => ({ ...budget, scope: printBudgetScope(budget.scope) }));
    return {
      rows: shown,
      lines,
      empty: "No budgets. Set one: ledger budget all 50000 EUR --from DAY --to DAY",
    };
  },
  async "hourly-costs"(store: Store): Promise<Listed> {
    const rows = await store.hourlyCosts.all();
    const lines = rows.map(
      ({ memberId, fromDay, perHour }) => `${memberId}  ${formatMoney(perHour)} from ${fromDay}`,
    );
    const empty =
      "No hourly costs: minutes of touches have no price. State one: ledger hourly-cost MEMBER 48 EUR --from DAY";
    return { rows, lines, empty };
  },
} as const;
