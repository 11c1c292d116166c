import type { Day } from "../../domain/calendar.ts";
import { type CostBudget, parseBudgetScope, printBudgetScope } from "../../domain/costs/budget.ts";
import { noteIn } from "../database/audit.ts";
import { date, int8, text, timestamptz, type ValuesOf } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";

export type CostBudgetStore = ReturnType<typeof costBudgetStore>;

/** What may be spent. */
export function costBudgetStore(database: Database) {
  return {
    /** Sets a budget, in place of one of the same scope and days. */
    set: (budget: CostBudget, change: { readonly by: string; readonly at: Date }): Promise<void> =>
      inTransaction(database, async (client) => {
        const { fromDay, toDay, amountMinor, currency } = budget;
        const scope = printBudgetScope(budget.scope);
        await SET.run(client, { scope, fromDay, toDay, amountMinor, currency, ...change });
        const details = { ...budget, scope };
        const event = { at: change.at, actor: change.by, customerId: null };
        await noteIn(client, { ...event, action: "budget.set", details });
      }),

    /** The budgets that cover any day from `from` to `to`, both included. */
    async covering(from: Day, to: Day): Promise<CostBudget[]> {
      return (await COVERING.all(database.pool, { from, to })).map(budgetFrom);
    },
  };
}

const SET = statement({
  name: "costs/cost-budgets: set",
  sql: `
  INSERT INTO cost_budgets (scope, from_day, to_day, amount_minor, currency, set_by, set_at)
  VALUES (:scope, :fromDay, :toDay, :amountMinor, :currency, :by, :at)
  ON CONFLICT (scope, from_day, to_day) DO UPDATE SET amount_minor = excluded.amount_minor,
    currency = excluded.currency, set_by = excluded.set_by, set_at = excluded.set_at`,
  parameters: {
    scope: text,
    fromDay: date,
    toDay: date,
    amountMinor: int8,
    currency: text,
    by: text,
    at: timestamptz,
  },
});

const COVERING = statement({
  name: "costs/cost-budgets: covering",
  sql: `
  SELECT scope, to_char(from_day, 'YYYY-MM-DD') AS "fromDay", to_char(to_day, 'YYYY-MM-DD') AS "toDay",
    amount_minor AS "amountMinor", currency
  FROM cost_budgets WHERE from_day <= :to::date AND to_day >= :from::date ORDER BY from_day, to_day, scope`,
  parameters: { from: date, to: date },
  row: { scope: text, fromDay: text, toDay: text, amountMinor: int8, currency: text },
});

function budgetFrom({ scope, ...rest }: ValuesOf<typeof COVERING.row>): CostBudget {
  const parsed = parseBudgetScope(scope);
  if (parsed === null) throw new Error(`The budget's scope "${scope}" cannot be read.`);
  return { ...rest, scope: parsed };
}
