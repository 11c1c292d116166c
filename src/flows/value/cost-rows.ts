import type { CostCategory } from "../../domain/costs/cost-entry.ts";
import { type CostPeriod, NO_CHANNEL } from "../../domain/costs/cost-report.ts";
import type { SharedPart } from "../../domain/costs/customer-costs.ts";
import { contactRows, type TracedContact } from "../../domain/costs/trace/contact-rows.ts";
import { sharedRows, unsharedParts } from "../../domain/costs/trace/customer-cost-rows.ts";
import { type EntryPart, entryParts } from "../../domain/costs/trace/entry-rows.ts";
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

/** What the costs of a period are made of. @param category null: of all */
export async function costRows(
  deps: CostRowsDeps,
  scope: CostRowsScope,
  category: CostCategory | null = null,
): Promise<TraceRow[]> {
  const { entries, contacts } = await madeOf(deps, scope);
  const rows = entries.filter((one) => category === null || one.category === category).map(({ row }) => row);
  if (contacts === null || (category !== null && category !== "labour")) return rows;
  const { period, by, customerId } = scope;
  const all = await deps.tracedCosts.contacts({ ...period, timeZone: deps.timeZone }, customerId);
  return [...rows, ...contactRows(all.filter(contacts), by)];
}

type OfCategory = { readonly row: TraceRow; readonly category: CostCategory };
type MadeOf = {
  readonly entries: readonly OfCategory[];
  /** Which contacts count; null: none. */
  readonly contacts: ((contact: TracedContact) => boolean) | null;
};

async function madeOf(deps: CostRowsDeps, scope: CostRowsScope): Promise<MadeOf> {
  const { period, by, customerId, group } = scope;
  if (customerId !== null)
    return { entries: await ofCustomer(deps, scope, customerId), contacts: () => true };
  const everything = async () => entryParts(await deps.tracedCosts.entries(period), period, by).map(whole);
  if (group === null) return { entries: await everything(), contacts: () => true };
  if (hasCustomers(group)) {
    const customers = await deps.tracedCosts.customersOf(period, group);
    return {
      entries: await amongCustomers(deps, scope, customers),
      contacts: ({ customer }) => customers.has(customer.customerId),
    };
  }
  if (group.by === "nobody") return { entries: await ofNobody(deps, scope), contacts: null };
  if (group.key === NO_CHANNEL) return { entries: await everything(), contacts: null };
  return { entries: [], contacts: ({ channel }) => channel === group.key };
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
