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
import { arrayOf, date, int4, text } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { onOneSnapshot } from "../database/snapshot.ts";
import { statement } from "../database/statement.ts";
import { readConversions } from "./cost-conversions.ts";
import { poolPages } from "./cost-pool-pages.ts";
import { type CostScope, type RevenueOfKey, readRevenue } from "./cost-quantities.ts";
import {
  type PoolPart,
  partsOfCustomer,
  type SharedCosts,
  type ShareOutcome,
  sharePools,
} from "./cost-shares.ts";
import { readSourceChanges } from "./cost-sources.ts";
import type { CustomerKey } from "./cost-sql.ts";
import { type Conversion, CUSTOMER_KEYS } from "./cost-sql.ts";
import {
  type CostOfKey,
  readLedgerTotals,
  readNamedCosts,
  readNamedCostsOfCustomer,
  readNamingNobody,
} from "./cost-sums.ts";
import { type MissingRates, missingRates } from "./missing-rates.ts";
import { readTouchLabour, type TouchLabourCosts } from "./touch-labour-costs.ts";

export type CostAllocationStore = ReturnType<typeof costAllocationStore>;

export type { CostScope } from "./cost-quantities.ts";

/** What a period's costs come to and on whom they fall; see docs/decisions/2026-11-22-cost-allocation.md. */
export function costAllocationStore(database: Database) {
  return {
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
    allocate(scope: CostScope, dimension: CostDimension): Promise<AllocatedCosts> {
      return onOneSnapshot(database, (db) => allocate(db, scope, dimension, TURNS[database.kind]));
    },

    /**
     * What of a period's costs falls on one customer, to the last unit as `allocate` has it, by what division, and what
     * is left out for want of a rate.
     */
    ofCustomer(scope: CostScope, customerId: number): Promise<CustomerCostParts> {
      return onOneSnapshot(database, (db) => ofCustomer(db, scope, customerId, TURNS[database.kind]));
    },
  };
}

type CostTurns = {
  /** Customers times pools of one query. */
  readonly cellsPerQuery: number;
  /** Customers whose own costs are added up in one query. */
  readonly customersPerQuery: number;
};

/** On the embedded database about 0.1 s each, for that long everybody waits; on a server as much as its memory holds. */
const EMBEDDED_TURNS: CostTurns = { cellsPerQuery: 50_000, customersPerQuery: 5_000 };
const TURNS: Readonly<Record<Database["kind"], CostTurns>> = {
  embedded: EMBEDDED_TURNS,
  memory: EMBEDDED_TURNS,
  server: { cellsPerQuery: 2_000_000, customersPerQuery: 1_000_000 },
};

const CURRENCIES = statement({
  name: "costs/cost-allocation: currencies",
  sql: `
  WITH used AS (
    SELECT currency, bool_or(from_day <= :toDay::date AND to_day >= :fromDay::date) AS here FROM cost_entries GROUP BY 1
  )
  SELECT currency::text AS currency FROM used WHERE here OR NOT EXISTS (SELECT FROM used WHERE here) ORDER BY 1`,
  parameters: { fromDay: date, toDay: date },
  row: { currency: text },
});

const NAMES = statement({
  name: "costs/cost-allocation: names",
  sql: "SELECT id, external_id, name FROM customers WHERE id = ANY (:ids::int[])",
  parameters: { ids: arrayOf(int4) },
  row: { id: int4, external_id: text, name: text },
});

async function allocate(
  db: Queryable,
  scope: CostScope,
  dimension: CostDimension,
  turns: CostTurns,
): Promise<AllocatedCosts> {
  // Null where the rows are by something else than customers.
  const keyOf = CUSTOMER_KEYS.find((key) => key === dimension) ?? null;
  const conversions = await readConversions(db, scope.currency, scope);
  const labourKey = keyOf ?? (dimension === "channel" ? "channel" : "together");
  const missing = missingRates(scope.currency);
  const labour = await readTouchLabour(db, scope, labourKey, conversions, missing);
  const totals = withLabour(await readLedgerTotals(db, scope, conversions, missing), labour);
  const nobody = await readNamingNobody(db, scope, conversions);
  const shared = await shareAll(db, scope, keyOf, conversions, turns, missing);
  const unallocated = added(nobody.cost, shared.unallocated);
  const named = keyOf ? await readNamedCosts(db, scope, keyOf, conversions, turns.customersPerQuery) : [];
  const revenue = keyOf ? await readRevenue(db, scope, keyOf, conversions, missing) : [];
  const rows = keyOf
    ? [...joined([...named, ...shared.costs, ...labour.costs], revenue), ...unallocatedRow(unallocated)]
    : rowsWithoutCustomers(dimension, totals, labour);
  return {
    totals,
    unallocatedMinor: unallocated.directMinor + unallocated.indirectMinor,
    rows: dimension === "customer" ? await withNames(db, rows) : rows,
    notes: [...missing.notes(), ...notesOf(shared.outcomes, nobody.appliesTo, unallocated, labour)],
  };
}

async function ofCustomer(
  db: Queryable,
  scope: CostScope,
  customerId: number,
  { cellsPerQuery }: CostTurns,
): Promise<CustomerCostParts> {
  const conversions = await readConversions(db, scope.currency, scope);
  const missing = missingRates(scope.currency);
  const labour = await readTouchLabour(db, scope, "together", conversions, missing, customerId);
  const named = await readNamedCostsOfCustomer(db, scope, customerId, conversions);
  const shared: PoolPart[] = [];
  for await (const page of poolPages(db, scope, conversions, missing))
    shared.push(...(await partsOfCustomer(db, { ...page, cellsPerQuery }, customerId)));
  const [revenue] = await readRevenue(db, scope, "customer", conversions, missing, customerId);
  // Of everybody: which of it would have fallen on this one is not known without the rate.
  await readLedgerTotals(db, scope, conversions, missing);
  return {
    touchLabourMinor: labour.totalMinor,
    unpricedMinutes: labour.unpricedMinutes,
    named: named.flatMap(namedParts),
    shared: shared.map(sharedPart),
    revenueMinor: revenue ? revenue.revenueMinor : 0,
    acquisitionMinor: revenue ? revenue.acquisitionMinor : 0,
    // How much there is of it altogether is not for everybody who may see this customer.
    notes: missing.notes().map((note) => ({ ...note, minor: null })),
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
  const { category, kind, appliesTo, driver, fromDay, toDay, minor: wholeMinor } = pool;
  const division = { wholeMinor, weighedBy, weight: Number(weight), total: Number(total), parties };
  return { category, kind, minor, appliesTo, driver, fromDay, toDay, ...division };
}

/** Shares every pool that has to be shared, a page of pools at a time. */
async function shareAll(
  db: Queryable,
  scope: CostScope,
  keyOf: CustomerKey | null,
  conversions: readonly Conversion[],
  { cellsPerQuery }: CostTurns,
  missing: MissingRates,
): Promise<SharedCosts> {
  const costs: CostOfKey[] = [];
  const outcomes: ShareOutcome[] = [];
  let unallocated = { directMinor: 0, indirectMinor: 0 };
  for await (const page of poolPages(db, scope, conversions, missing)) {
    const settled = await sharePools(db, { ...page, keyOf, cellsPerQuery });
    for (const cost of settled.costs) costs.push(cost);
    for (const outcome of settled.outcomes) outcomes.push(outcome);
    unallocated = added(unallocated, settled.unallocated);
  }
  return { costs, outcomes, unallocated };
}

type BuiltRow = { -readonly [Name in keyof AllocatedRow]: AllocatedRow[Name] };

/** Costs and revenue by the same keys as rows. */
function joined(costs: readonly CostOfKey[], revenue: readonly RevenueOfKey[]): AllocatedRow[] {
  const rows = new Map<string, BuiltRow>();
  const rowOf = (key: string) => {
    const known = rows.get(key);
    if (known) return known;
    const row: BuiltRow = {
      ...{ key, label: key, customerId: null, directMinor: 0, indirectMinor: 0 },
      ...{ revenueMinor: 0, acquisitionMinor: 0 },
    };
    rows.set(key, row);
    return row;
  };
  for (const { key, directMinor, indirectMinor } of costs) {
    const row = rowOf(key);
    row.directMinor += directMinor;
    row.indirectMinor += indirectMinor;
  }
  for (const { key, revenueMinor, acquisitionMinor } of revenue) {
    const row = rowOf(key);
    row.revenueMinor = revenueMinor;
    row.acquisitionMinor = acquisitionMinor;
  }
  return [...rows.values()].filter(
    (row) =>
      row.directMinor || row.indirectMinor || row.revenueMinor !== 0 || (row.acquisitionMinor ?? 0) !== 0,
  );
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

/** Customers by their own ids and names. */
async function withNames(db: Queryable, rows: readonly AllocatedRow[]): Promise<AllocatedRow[]> {
  const ids = rows.filter(({ key }) => key !== UNALLOCATED).map(({ key }) => Number(key));
  const names = await NAMES.all(db, { ids });
  const byId = new Map(names.map((name) => [String(name.id), name]));
  return rows.map((row) => {
    const found = byId.get(row.key);
    return found ? { ...row, key: found.external_id, label: found.name, customerId: found.id } : row;
  });
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

function notesOf(
  outcomes: readonly ShareOutcome[],
  namingNobody: readonly string[],
  { directMinor, indirectMinor }: Omit<CostOfKey, "key">,
  labour: TouchLabourCosts,
): CostNote[] {
  const notes: CostNote[] = [];
  const scopesOf = (some: readonly ShareOutcome[]) => [...new Set(some.map(({ appliesTo }) => appliesTo))];
  const fellBack = outcomes.filter(
    ({ driver, weighedBy, parties }) =>
      parties > 1 && (weighedBy === "heads" || (weighedBy === "days" && driver !== "equal")),
  );
  for (const driver of new Set(fellBack.map((outcome) => outcome.driver))) {
    const own = fellBack.filter((outcome) => outcome.driver === driver);
    notes.push({ kind: "driver-total-zero", driver, appliesTo: scopesOf(own) });
  }
  const forNobody = scopesOf(outcomes.filter(({ weighedBy }) => weighedBy === "nobody"));
  const minor = directMinor + indirectMinor;
  if (namingNobody.length > 0 || forNobody.length > 0) {
    notes.push({ kind: "unallocated", minor, appliesTo: [...namingNobody, ...forNobody] });
  }
  const partly = outcomes.filter(({ weighedBy }) => weighedBy !== "nobody");
  const unknown = [...new Set(partly.flatMap((outcome) => outcome.unknown))];
  if (unknown.length > 0) {
    notes.push({ kind: "unknown-targets", targets: unknown.slice(0, MOST_NAMED), count: unknown.length });
  }
  const { unpricedMinutes: minutes, unpricedTouches: touches } = labour;
  if (touches > 0) notes.push({ kind: "unpriced-minutes", minutes, touches });
  return notes;
}

const MOST_NAMED = 10;
