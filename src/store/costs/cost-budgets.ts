import type { Day } from "../../domain/calendar.ts";
import { type CostBudget, parseBudgetScope, printBudgetScope } from "../../domain/costs/budget.ts";
import { noteIn } from "../database/audit.ts";
import type { Database } from "../database/database.ts";
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
        await client.query(SET, [scope, fromDay, toDay, amountMinor, currency, change.by, change.at]);
        const details = { ...budget, scope };
        const event = { at: change.at, actor: change.by, customerId: null };
        await noteIn(client, { ...event, action: "budget.set", details });
      }),

    /** The budgets that cover any day from `from` to `to`, both included. */
    async covering(from: Day, to: Day): Promise<CostBudget[]> {
      const { rows } = await database.pool.query<BudgetRow>(COVERING, [from, to]);
      return rows.map(budgetFrom);
    },
  };
}

const SET = `
  INSERT INTO cost_budgets (scope, from_day, to_day, amount_minor, currency, set_by, set_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (scope, from_day, to_day) DO UPDATE SET amount_minor = excluded.amount_minor,
    currency = excluded.currency, set_by = excluded.set_by, set_at = excluded.set_at`;

const COVERING = `
  SELECT scope, to_char(from_day, 'YYYY-MM-DD') AS "fromDay", to_char(to_day, 'YYYY-MM-DD') AS "toDay",
    amount_minor AS "amountMinor", currency
  FROM cost_budgets WHERE from_day <= $2::date AND to_day >= $1::date ORDER BY from_day, to_day, scope`;

type BudgetRow = Omit<CostBudget, "scope" | "amountMinor"> & { scope: string; amountMinor: string };

function budgetFrom({ scope, amountMinor, ...days }: BudgetRow): CostBudget {
  const parsed = parseBudgetScope(scope);
  if (parsed === null) throw new Error(`The budget's scope "${scope}" cannot be read.`);
  return { ...days, scope: parsed, amountMinor: Number(amountMinor) };
}
