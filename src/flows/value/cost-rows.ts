import type { CostCategory } from "../../domain/costs/cost-entry.ts";
import type { CostPeriod } from "../../domain/costs/cost-report.ts";
import { contactRows } from "../../domain/costs/trace/contact-rows.ts";
import { sharedRows } from "../../domain/costs/trace/customer-cost-rows.ts";
import { entryParts } from "../../domain/costs/trace/entry-rows.ts";
import type { Rates } from "../../domain/figures/trace/converted-parts.ts";
import type { TraceRow } from "../../domain/figures/trace/trace.ts";
import type { CostAllocationStore } from "../../store/costs/cost-allocation.ts";
import type { TracedCostStore } from "../../store/costs/traced-costs.ts";

export type CostRowsDeps = {
  readonly costAllocation: Pick<CostAllocationStore, "ofCustomer">;
  readonly tracedCosts: TracedCostStore;
  readonly timeZone: string;
};

export type CostRowsScope = {
  readonly period: CostPeriod;
  readonly by: Rates;
  /** Null: everybody's. */
  readonly customerId: number | null;
};

/** What the costs of a period are made of. @param category null: of all */
export async function costRows(
  deps: CostRowsDeps,
  scope: CostRowsScope,
  category: CostCategory | null = null,
): Promise<TraceRow[]> {
  const { period, by, customerId } = scope;
  const entries =
    customerId === null
      ? entryParts(await deps.tracedCosts.entries(period), period, by).map(({ row, entry }) => ({
          ...{ row, category: entry.category },
        }))
      : await ofCustomer(deps, scope, customerId);
  const rows = entries.filter((one) => category === null || one.category === category).map(({ row }) => row);
  if (category !== null && category !== "labour") return rows;
  const contacts = await deps.tracedCosts.contacts({ ...period, timeZone: deps.timeZone }, customerId);
  return [...rows, ...contactRows(contacts, by)];
}

type OfCategory = { readonly row: TraceRow; readonly category: CostCategory };

/** Entries that name the customer, and their part of every shared one. */
async function ofCustomer(
  { costAllocation, tracedCosts, timeZone }: CostRowsDeps,
  { period, by }: CostRowsScope,
  customerId: number,
): Promise<OfCategory[]> {
  const { shared } = await costAllocation.ofCustomer(
    { ...period, timeZone, currency: by.currency },
    customerId,
  );
  const named = entryParts(await tracedCosts.entriesNaming(period, customerId), period, by);
  const all = entryParts(await tracedCosts.sharedEntries(period), period, by);
  const parts = [...new Set(shared.map(({ category }) => category))];
  return [
    ...named.map(({ row, entry }) => ({ row, category: entry.category })),
    ...parts.flatMap((category) => {
      const own = shared.filter((part) => part.category === category);
      return sharedRows(own, all, by.currency).map((row) => ({ row, category }));
    }),
  ];
}
