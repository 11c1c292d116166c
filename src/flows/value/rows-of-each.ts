import type { CustomerHistory } from "../../domain/figures/customer-history.ts";
import { hasCustomers } from "../../domain/figures/trace/row-group.ts";
import type { TraceRow } from "../../domain/figures/trace/trace.ts";
import type { CustomerHistoriesStore } from "../../store/figures/customer-histories.ts";
import type { CostRowsDeps, CostRowsScope } from "./cost-rows.ts";

export type RowsOfEachDeps = Pick<CostRowsDeps, "timeZone"> & {
  readonly customerHistories: CustomerHistoriesStore;
  readonly tracedCosts: Pick<CostRowsDeps["tracedCosts"], "customersOf">;
};

/** What each customer whom a question is about adds to a figure, in the order of their ids. */
export async function rowsOfEach<Row extends TraceRow>(
  deps: RowsOfEachDeps,
  { period, customerId, group }: Pick<CostRowsScope, "period" | "customerId" | "group">,
  rowsOf: (history: CustomerHistory) => Row[],
): Promise<Row[]> {
  const days = { ...period, timeZone: deps.timeZone };
  const rows: Row[] = [];
  const see = (history: CustomerHistory) => {
    for (const row of rowsOf(history)) rows.push(row);
  };
  if (customerId !== null) {
    const history = await deps.customerHistories.of(days, customerId);
    if (history !== null) see(history);
  } else if (group === null) await deps.customerHistories.over(days, see);
  else if (hasCustomers(group)) {
    const customers = await deps.tracedCosts.customersOf(period, group);
    await deps.customerHistories.over(days, (history) => {
      if (customers.has(history.customerId)) see(history);
    });
  }
  return rows;
}
