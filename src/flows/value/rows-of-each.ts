import type { CustomerHistory } from "../../domain/figures/customer-history.ts";
import { hasCustomers } from "../../domain/figures/trace/row-group.ts";
import type { TraceRow } from "../../domain/figures/trace/trace.ts";
import type { CustomerHistoriesStore } from "../../store/figures/customer-histories.ts";
import type { CostRowsDeps, CostRowsScope } from "./cost-rows.ts";

export type RowsOfEachDeps = Pick<CostRowsDeps, "timeZone"> & {
  readonly customerHistories: Pick<CustomerHistoriesStore, "over" | "of" | "among">;
  readonly tracedCosts: Pick<CostRowsDeps["tracedCosts"], "customersOf">;
};

type Whose = Pick<CostRowsScope, "period" | "customerId" | "group">;

/** What each customer whom a question is about adds to a figure, in the order of their ids. */
export async function visitEach<Row extends TraceRow>(
  deps: RowsOfEachDeps,
  whose: Whose,
  rowsOf: (history: CustomerHistory) => Row[],
  visit: (row: Row) => void,
): Promise<void> {
  const { period, customerId, group } = whose;
  const days = { ...period, timeZone: deps.timeZone };
  const see = (history: CustomerHistory) => {
    for (const row of rowsOf(history)) visit(row);
  };
  if (customerId !== null) {
    const history = await deps.customerHistories.of(days, customerId);
    if (history !== null) see(history);
  } else if (group === null) await deps.customerHistories.over(days, see);
  else await deps.customerHistories.among(days, [...(await customersOf(deps, whose))], see);
}

/** The same, where all have to be known. */
export async function rowsOfEach<Row extends TraceRow>(
  deps: RowsOfEachDeps,
  whose: Whose,
  rowsOf: (history: CustomerHistory) => Row[],
): Promise<Row[]> {
  const rows: Row[] = [];
  await visitEach(deps, whose, rowsOf, (row) => void rows.push(row));
  return rows;
}

/** The customers behind a row of the cost report. */
export const customersOf = async (
  { tracedCosts }: Pick<RowsOfEachDeps, "tracedCosts">,
  { period, group }: Pick<Whose, "period" | "group">,
): Promise<ReadonlySet<number>> =>
  group !== null && hasCustomers(group) ? tracedCosts.customersOf(period, group) : new Set();
