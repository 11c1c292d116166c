import type { CostNote } from "../../domain/costs/allocation-notes.ts";
import type { CostCategory } from "../../domain/costs/cost-entry.ts";
import {
  type AllocatedCosts,
  type AllocatedRow,
  type CategoryTotal,
  type CostDimension,
  type CostPeriod,
  NO_CHANNEL,
  UNALLOCATED,
} from "../../domain/costs/cost-report.ts";
import type { CustomerCostParts, NamedPart, SharedPart } from "../../domain/costs/customer-costs.ts";
import type { SourceChange } from "../../domain/costs/month-costs.ts";
import type { CostPool } from "../../domain/costs/sharing/shared-pools.ts";
import { date, text } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { onOneSnapshot } from "../database/snapshot.ts";
import { statement } from "../database/statement.ts";
import { readCustomerFiles } from "../figures/customer-files.ts";
import type { SharedWork } from "../shared-work/shared-work.ts";
import { sharingNotes } from "./allocation-notes.ts";
import { readConversions } from "./cost-conversions.ts";
import { type CustomerSums, customerSums, rowsByKey } from "./cost-customer-rows.ts";
import {
  type CostCustomers,
  CUSTOMER_KEYS,
  type CustomerKey,
  type Onlooker,
  readCostCustomer,
} from "./cost-customers.ts";
import type { CostScope } from "./cost-scope.ts";
import { readSourceChanges } from "./cost-sources.ts";
import { coveringSql } from "./cost-sql.ts";
import {
  type CostOfKey,
  readBookedCorrections,
  readLedgerTotals,
  readNamedCostsOfCustomer,
} from "./cost-sums.ts";
import { type EverybodysCosts, everybodysCosts, type WithRanges } from "./everybodys-costs.ts";
import { type HeldPools, heldPools, type SettledPools } from "./held-pools.ts";
import { missingRates } from "./missing-rates.ts";
import { type NamedCosts, readNamedCosts } from "./named-costs.ts";
import {
  type PoolPart,
  partAmong,
  partsOfCustomer,
  type SettledPool,
  type Sharing,
  settledPool,
  shareAllPools,
} from "./pool-sharing.ts";
import { readTouchLabour, type TouchLabourCosts } from "./touch-labour-costs.ts";

export type CostAllocationStore = ReturnType<typeof costAllocationStore>;

export type { Onlooker } from "./cost-customers.ts";
export type { CostScope } from "./cost-scope.ts";

/**
 * What a period's costs come to and on whom they fall; see docs/decisions/2026-11-22-cost-allocation.md.
 * @param work left out: no other process reads a part of the customers
 */
export function costAllocationStore(database: Database, work: SharedWork | null = null, ranges?: WithRanges) {
  const held = heldPools();
  const everybody = everybodysCosts(database, work, ranges);
  return {
    /** Reads ranges of customers for an allocation that another process leads. */
    help: everybody.help,

    /** The currencies of the costs that cover any day of a period; of all costs where none does. */
    async currencies({ fromDay, toDay }: CostPeriod): Promise<string[]> {
      const rows = await CURRENCIES.all(database.pool, { fromDay, toDay });
      return rows.map(({ currency }) => currency);
    },

    /** A period's costs by category and kind, nothing shared. @throws MissingRateError */
    totals(scope: CostScope): Promise<CategoryTotal[]> {
      return onOneSnapshot(database, async (db) => {
        const conversions = await readConversions(db, scope.currency, scope);
        const missing = missingRates(scope.currency);
        const labour = await readTouchLabour(db, scope, "together", conversions, missing);
        const totals = withLabour(await readLedgerTotals(db, scope, conversions, missing), labour);
        missing.refuse();
        return totals;
      });
    },

    /** What changed most in each category between two periods. */
    sourceChanges(scope: CostScope, before: CostScope): Promise<SourceChange[]> {
      return onOneSnapshot(database, (db) => readSourceChanges(db, scope, before));
    },

    /**
     * A period's costs and on whom or what they fall; the rows add up to the totals. What has no rate to the scope's
     * currency is in neither; a note names it.
     */
    allocate(
      scope: CostScope,
      dimension: CostDimension,
      onlooker: Onlooker | null = null,
    ): Promise<AllocatedCosts> {
      return onOneSnapshot(database, (db) => allocate({ db, everybody }, scope, dimension, onlooker));
    },

    /**
     * What of a period's costs falls on one customer, to the last unit as `allocate` has it, by what division, and what
     * is left out for want of a rate.
     */
    ofCustomer(scope: CostScope, customerId: number): Promise<CustomerCostParts> {
      return onOneSnapshot(database, (db) => ofCustomer({ db, everybody }, scope, customerId, held));
    },

    /**
     * What of a period's shared costs falls on some customers together, pool by pool and to the last unit as `allocate` has
     * it; and the pools that fall on nobody.
     */
    sharedAmong(scope: CostScope, customerIds: ReadonlySet<number>): Promise<SharedAmong> {
      return onOneSnapshot(database, (db) => sharedAmong({ db, everybody }, scope, customerIds));
    },
  };
}

const CURRENCIES = statement({
  name: "costs/cost-allocation: currencies",
  sql: `
  WITH used AS (
    SELECT currency, bool_or(${coveringSql(":fromDay::date", ":toDay::date")}) AS here FROM cost_entries e GROUP BY 1
  )
  SELECT currency::text AS currency FROM used WHERE here OR NOT EXISTS (SELECT FROM used WHERE here) ORDER BY 1`,
  parameters: { fromDay: date, toDay: date },
  row: { currency: text },
});

/** What is seen, and how everybody is read in it. */
type Reading = { readonly db: Queryable; readonly everybody: EverybodysCosts };

async function allocate(
  { db, everybody }: Reading,
  scope: CostScope,
  dimension: CostDimension,
  onlooker: Onlooker | null,
): Promise<AllocatedCosts> {
  // Null where the rows are by something else than customers.
  const keyOf = CUSTOMER_KEYS.find((key) => key === dimension) ?? null;
  const conversions = await readConversions(db, scope.currency, scope);
  const missing = missingRates(scope.currency);
  const sharing: Sharing = { db, scope, conversions, missing };
  const labourKey = keyOf === null ? (dimension === "channel" ? "channel" : "together") : "customer";
  const labour = await readTouchLabour(db, scope, labourKey, conversions, missing);
  const totals = withLabour(await readLedgerTotals(db, scope, conversions, missing), labour);
  const named = await readNamedCosts(db, scope, conversions);
  const customers = await everybody.read(db, scope, conversions, keyOf === null ? null : missing, onlooker);
  const sums = customerSums(customers.facts);
  const shared = sharingNotes();
  await shareAllPools(
    sharing,
    async () => customers,
    (pool) => {
      shared.add(pool);
      sums.addShared(pool);
    },
  );
  const unallocated = added(named.nobody.cost, sums.unallocated());
  const rows = await rowsFor(sharing, dimension, keyOf, { customers, sums, totals, labour, named });
  return {
    totals,
    cohort: customers.cohort,
    unallocatedMinor: unallocated.directMinor + unallocated.indirectMinor,
    rows: keyOf === null ? rows : [...rows, ...unallocatedRow(unallocated)],
    notes: [
      ...missing.notes(),
      ...shared.notes(named.nobody.appliesTo, unallocated, labour),
      ...(keyOf === null ? [] : revenueNotes(customers, scope.currency)),
      ...(await correctionNotes(sharing)),
    ],
  };
}

/** Revenue that is about other days than the period's, or is not in it. */
function revenueNotes({ rows }: CostCustomers, currency: string): CostNote[] {
  let [adjustments, notCounted] = [0, 0];
  for (const { adjustmentsMinor, ordersNotCountedMinor } of rows.values()) {
    adjustments += adjustmentsMinor;
    notCounted += ordersNotCountedMinor;
  }
  const notes: CostNote[] = [];
  if (adjustments !== 0)
    notes.push({ kind: "revenue-adjustments", amount: { minor: adjustments, currency } });
  if (notCounted !== 0) notes.push({ kind: "orders-not-counted", amount: { minor: notCounted, currency } });
  return notes;
}

/** Corrections of closed days are in the figures of the days they are booked on. */
async function correctionNotes({ db, scope, conversions }: Sharing): Promise<CostNote[]> {
  const { count, minor } = await readBookedCorrections(db, scope, conversions);
  if (count === 0) return [];
  return [{ kind: "booked-corrections", count, amount: { minor, currency: scope.currency } }];
}

type ForRows = {
  readonly customers: CostCustomers;
  readonly sums: CustomerSums;
  readonly totals: readonly CategoryTotal[];
  readonly labour: TouchLabourCosts;
  readonly named: NamedCosts;
};

async function rowsFor(
  { db, scope }: Sharing,
  dimension: CostDimension,
  keyOf: CustomerKey | null,
  { customers, sums, totals, labour, named }: ForRows,
): Promise<AllocatedRow[]> {
  if (keyOf === null) return rowsWithoutCustomers(dimension, totals, labour);
  for (const [customerId, cost] of named.byCustomer) sums.addOwn(customerId, cost);
  for (const { key, ...cost } of labour.costs) sums.addOwn(Number(key), cost);
  const bearing = sums.byCustomer();
  const strangers = [...bearing.keys()].filter((id) => !customers.rows.has(id));
  return rowsByKey(keyOf, customers.rows, await readCustomerFiles(db, strangers, scope.toDay), bearing);
}

async function ofCustomer(
  reading: Reading,
  scope: CostScope,
  customerId: number,
  held: HeldPools,
): Promise<CustomerCostParts> {
  const { db } = reading;
  const conversions = await readConversions(db, scope.currency, scope);
  const missing = missingRates(scope.currency);
  const sharing: Sharing = { db, scope, conversions, missing };
  const labour = await readTouchLabour(db, scope, "together", conversions, missing, customerId);
  const named = await readNamedCostsOfCustomer(db, scope, customerId, conversions);
  const own = await readCostCustomer(db, scope, customerId, conversions, missing);
  const settled = await held.of(db, scope, () => settleAllPools(sharing, reading.everybody));
  const shared = await partsOfCustomer(sharing, settled.pools, own, customerId);
  for (const { what, from, day, minor } of settled.missing) missing.add(what, from, day, minor);
  const brought = own.rows.get(customerId);
  return {
    touchLabourMinor: labour.totalMinor,
    unpricedMinutes: labour.unpricedMinutes,
    named: named.flatMap(namedParts),
    shared: shared.map(sharedPart),
    revenueMinor: brought ? brought.revenueMinor : 0,
    acquisitionMinor: brought ? brought.acquisitionMinor : 0,
    // How much there is of it altogether is not for everybody who may see this customer.
    notes: missing.notes().map((note) => ({ ...note, minor: null })),
  };
}

/** Everybody is weighed, so that one can be told. */
async function settleAllPools(
  { db, scope, conversions }: Sharing,
  { read }: EverybodysCosts,
): Promise<SettledPools> {
  const missing = missingRates(scope.currency);
  const pools: SettledPool[] = [];
  const everybody = once(() => read(db, scope, conversions, null));
  await shareAllPools({ db, scope, conversions, missing }, everybody, (shared) => {
    const pool = settledPool(shared);
    if (pool !== null) pools.push(pool);
  });
  // Of everybody: which of it would have fallen on one of them is not known without the rate.
  await readLedgerTotals(db, scope, conversions, missing);
  return { pools, missing: missing.notes() };
}

/** Parts of some customers together, and what nobody has a part in. */
export type SharedAmong = { readonly shared: readonly SharedPart[]; readonly forNobody: readonly CostPool[] };

async function sharedAmong(
  { db, everybody }: Reading,
  scope: CostScope,
  customerIds: ReadonlySet<number>,
): Promise<SharedAmong> {
  const conversions = await readConversions(db, scope.currency, scope);
  const sharing: Sharing = { db, scope, conversions, missing: missingRates(scope.currency) };
  const shared: SharedPart[] = [];
  const forNobody: CostPool[] = [];
  const read = once(() => everybody.read(db, scope, conversions, null));
  await shareAllPools(sharing, read, (one) => {
    if (one.settled === null) forNobody.push(one.pool);
    const part = partAmong(one, customerIds);
    if (part !== null) shared.push(sharedPart(part));
  });
  return { shared, forNobody };
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | null = null;
  return () => {
    reading ??= read();
    return reading;
  };
}

function namedParts({ key, directMinor, indirectMinor }: CostOfKey): NamedPart[] {
  const category = key as CostCategory;
  const parts: NamedPart[] = [
    { category, kind: "direct", minor: directMinor },
    { category, kind: "indirect", minor: indirectMinor },
  ];
  return parts.filter(({ minor }) => minor !== 0);
}

function sharedPart({ pool, minor, weighedBy, weight, total, parties }: PoolPart): SharedPart {
  const { minor: wholeMinor, ...shared } = pool;
  return { ...shared, minor, ...{ wholeMinor, weighedBy, weight, total, parties } };
}

const plainRow = (key: string, cost: Omit<CostOfKey, "key">): AllocatedRow => ({
  key,
  label: key,
  customerId: null,
  directMinor: cost.directMinor,
  indirectMinor: cost.indirectMinor,
  revenueMinor: null,
  acquisitionMinor: null,
});

function unallocatedRow(unallocated: Omit<CostOfKey, "key">): AllocatedRow[] {
  const { directMinor, indirectMinor } = unallocated;
  return directMinor === 0 && indirectMinor === 0 ? [] : [plainRow(UNALLOCATED, unallocated)];
}

/** Rows by category, or by the channel of priced touches. */
function rowsWithoutCustomers(
  dimension: CostDimension,
  totals: readonly CategoryTotal[],
  labour: TouchLabourCosts,
): AllocatedRow[] {
  const minorOf = (kind: CategoryTotal["kind"], category?: CategoryTotal["category"]) =>
    totals
      .filter((total) => total.kind === kind && (category === undefined || total.category === category))
      .reduce((sum, { minor }) => sum + minor, 0);
  if (dimension === "category") {
    return [...new Set(totals.map(({ category }) => category))].map((category) =>
      plainRow(category, {
        directMinor: minorOf("direct", category),
        indirectMinor: minorOf("indirect", category),
      }),
    );
  }
  const rest = {
    directMinor: minorOf("direct") - labour.totalMinor,
    indirectMinor: minorOf("indirect"),
  };
  const channels = labour.costs.map(({ key, ...cost }) => plainRow(key, cost));
  return rest.directMinor || rest.indirectMinor ? [...channels, plainRow(NO_CHANNEL, rest)] : channels;
}

function withLabour(totals: readonly CategoryTotal[], { totalMinor }: TouchLabourCosts): CategoryTotal[] {
  const isLabour = ({ category, kind }: CategoryTotal) => category === "labour" && kind === "direct";
  if (totalMinor === 0) return [...totals];
  const minor = totalMinor + (totals.find(isLabour)?.minor ?? 0);
  return [...totals.filter((total) => !isLabour(total)), { category: "labour", kind: "direct", minor }];
}

function added(a: Omit<CostOfKey, "key">, b: Omit<CostOfKey, "key">): Omit<CostOfKey, "key"> {
  return {
    directMinor: a.directMinor + b.directMinor,
    indirectMinor: a.indirectMinor + b.indirectMinor,
  };
}
