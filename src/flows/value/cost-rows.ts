import type { CostCategory } from "../../domain/costs/cost-entry.ts";
import { type CostPeriod, NO_CHANNEL } from "../../domain/costs/cost-report.ts";
import type { SharedPart } from "../../domain/costs/customer-costs.ts";
import { contactRows, type TracedContact } from "../../domain/costs/trace/contact-rows.ts";
import { sharedRows, unsharedParts } from "../../domain/costs/trace/customer-cost-rows.ts";
import { type EntryPart, entryParts, entryReader } from "../../domain/costs/trace/entry-rows.ts";
import type { Rates } from "../../domain/figures/trace/converted-parts.ts";
import { hasCustomers, type RowGroup } from "../../domain/figures/trace/row-group.ts";
import type { TraceRow } from "../../domain/figures/trace/trace.ts";
import type { CostAllocationStore } from "../../store/costs/cost-allocation.ts";
import type { TracedCostStore } from "../../store/costs/traced-costs.ts";

export type CostRowsDeps = {
  readonly costAllocation: Pick<CostAllocationStore, "ofCustomer" | "sharedAmong">;
  readonly tracedCosts: TracedCostStore;
  readonly timeZone: string;
};

export type CostRowsScope = {
  readonly period: CostPeriod;
  readonly by: Rates;
  /** Null: everybody's. */
  readonly customerId: number | null;
  /** The row of the cost report that is asked about; null: all of it. */
  readonly group: RowGroup | null;
};

/** What the costs of a period are made of, row by row as they come. @param category null: of all */
export async function visitCostRows(
  deps: CostRowsDeps,
  scope: CostRowsScope,
  category: CostCategory | null,
  visit: (row: TraceRow) => void,
): Promise<void> {
  const contacts = await visitEntries(deps, scope, (one) => {
    if (category === null || one.category === category) visit(one.row);
  });
  if (contacts === null || (category !== null && category !== "labour")) return;
  const { period, by, customerId } = scope;
  await deps.tracedCosts.contacts({ ...period, timeZone: deps.timeZone }, customerId, (some) => {
    for (const row of contactRows(some.filter(contacts), by)) visit(row);
  });
}

type OfCategory = { readonly row: TraceRow; readonly category: CostCategory };

/** @returns which contacts count beside the entries; null: none */
async function visitEntries(
  deps: CostRowsDeps,
  scope: CostRowsScope,
  visit: (one: OfCategory) => void,
): Promise<((contact: TracedContact) => boolean) | null> {
  const { period, by, customerId, group } = scope;
  const everything = () => {
    const read = entryReader(period, by);
    return deps.tracedCosts.entries(period, (entry) => visit(whole(read(entry))));
  };
  const all = (rows: readonly OfCategory[]) => {
    for (const row of rows) visit(row);
  };
  if (customerId !== null) {
    all(await ofCustomer(deps, scope, customerId));
    return () => true;
  }
  if (group === null) {
    await everything();
    return () => true;
  }
  if (hasCustomers(group)) {
    const customers = await deps.tracedCosts.customersOf(period, group);
    all(await amongCustomers(deps, scope, customers));
    return ({ customer }) => customers.has(customer.customerId);
  }
  if (group.by === "channel" && group.key !== NO_CHANNEL) return ({ channel }) => channel === group.key;
  if (group.by === "nobody") all(await ofNobody(deps, scope));
  else await everything();
  return null;
}

const whole = ({ row, entry }: EntryPart): OfCategory => ({ row, category: entry.category });

/** Entries that name the customer, and their part of every shared one. */
async function ofCustomer(
  deps: CostRowsDeps,
  scope: CostRowsScope,
  customerId: number,
): Promise<OfCategory[]> {
  const { shared } = await deps.costAllocation.ofCustomer(costScope(deps, scope), customerId);
  return namedAndShared(deps, scope, [customerId], shared);
}

/** The same of all customers behind a row of the report. */
async function amongCustomers(
  deps: CostRowsDeps,
  scope: CostRowsScope,
  customers: ReadonlySet<number>,
): Promise<OfCategory[]> {
  const { shared } = await deps.costAllocation.sharedAmong(costScope(deps, scope), customers);
  return namedAndShared(deps, scope, [...customers], shared);
}

async function namedAndShared(
  { tracedCosts }: CostRowsDeps,
  { period, by }: CostRowsScope,
  customerIds: readonly number[],
  shared: readonly SharedPart[],
): Promise<OfCategory[]> {
  const named = entryParts(await tracedCosts.entriesNaming(period, customerIds), period, by);
  const all = entryParts(await tracedCosts.sharedEntries(period), period, by);
  const parts = [...new Set(shared.map(({ category }) => category))];
  return [
    ...named.map(whole),
    ...parts.flatMap((category) => {
      const own = shared.filter((part) => part.category === category);
      return sharedRows(own, all, by.currency).map((row) => ({ row, category }));
    }),
  ];
}

/** What names nobody in the file, and what nobody was there to share. */
async function ofNobody(deps: CostRowsDeps, scope: CostRowsScope): Promise<OfCategory[]> {
  const { period, by } = scope;
  const { tracedCosts } = deps;
  const { forNobody } = await deps.costAllocation.sharedAmong(costScope(deps, scope), new Set());
  const named = entryParts(await tracedCosts.entriesNamingNobody(period), period, by);
  const all = entryParts(await tracedCosts.sharedEntries(period), period, by);
  return [...named, ...unsharedParts(forNobody, all)].map(whole);
}

const costScope = ({ timeZone }: CostRowsDeps, { period, by }: CostRowsScope) => ({
  ...period,
  ...{ timeZone, currency: by.currency },
});
