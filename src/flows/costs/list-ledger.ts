import type { Day } from "../../domain/calendar.ts";
import type { CostBudget } from "../../domain/costs/budget.ts";
import type { LedgerEntry } from "../../domain/costs/cost-entry.ts";
import type { RecurringCost } from "../../domain/costs/recurring.ts";
import type { HourlyCost } from "../../domain/costs/touch-labour.ts";
import type { ExchangeRate } from "../../domain/exchange-rates.ts";
import type { CostBudgetStore } from "../../store/costs/cost-budgets.ts";
import type { CostLedgerStore } from "../../store/costs/cost-ledger.ts";
import type { ExchangeRateStore } from "../../store/costs/exchange-rates.ts";
import type { HourlyCostStore } from "../../store/costs/hourly-costs.ts";
import type { LedgerFilter, LedgerListStore } from "../../store/costs/ledger-list.ts";
import type { RecurringCostStore } from "../../store/costs/recurring-costs.ts";

export type ListLedgerDeps = {
  readonly costLedger: Pick<CostLedgerStore, "closedThrough">;
  readonly ledgerList: LedgerListStore;
  readonly recurringCosts: Pick<RecurringCostStore, "list">;
  readonly exchangeRates: Pick<ExchangeRateStore, "all">;
  readonly costBudgets: Pick<CostBudgetStore, "covering">;
  readonly hourlyCosts: Pick<HourlyCostStore, "all">;
};

export type LedgerQuestion = LedgerFilter & {
  readonly what: LedgerRows["kind"];
  /** At most so many entries; of what else there is, all. */
  readonly limit: number;
};

export type LedgerRows =
  | { readonly kind: "entries"; readonly rows: readonly LedgerEntry[]; readonly total: number }
  | { readonly kind: "recurring"; readonly rows: readonly RecurringCost[] }
  | { readonly kind: "rates"; readonly rows: readonly ExchangeRate[] }
  | { readonly kind: "budgets"; readonly rows: readonly CostBudget[] }
  | { readonly kind: "hourly-costs"; readonly rows: readonly HourlyCost[] };

export type ListedLedger = LedgerRows & { readonly closedThrough: Day | null };

const FIRST_DAY = "1990-01-01";
const LAST_DAY = "2100-12-31";

/** The newest entries of the ledger, or what else it holds. */
export async function listLedger(deps: ListLedgerDeps, question: LedgerQuestion): Promise<ListedLedger> {
  const closedThrough = await deps.costLedger.closedThrough();
  return { ...(await rowsOf(deps, question)), closedThrough };
}

async function rowsOf(deps: ListLedgerDeps, { what, ...page }: LedgerQuestion): Promise<LedgerRows> {
  switch (what) {
    case "entries": {
      const { entries, total } = await deps.ledgerList.list(page);
      return { kind: what, rows: entries, total };
    }
    case "recurring":
      return { kind: what, rows: await deps.recurringCosts.list() };
    case "rates":
      return { kind: what, rows: await deps.exchangeRates.all() };
    case "budgets": {
      const rows = await deps.costBudgets.covering(page.fromDay ?? FIRST_DAY, page.toDay ?? LAST_DAY);
      return { kind: what, rows };
    }
    case "hourly-costs":
      return { kind: what, rows: await deps.hourlyCosts.all() };
  }
}
