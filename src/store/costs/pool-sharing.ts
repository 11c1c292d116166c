import { daysBetween } from "../../domain/calendar.ts";
import { parseAppliesTo } from "../../domain/costs/applies-to.ts";
import { partOf, type SettledDivision } from "../../domain/costs/sharing/settled-division.ts";
import {
  type CostPool,
  type PoolOutcome,
  type SharedPool,
  sharePools,
} from "../../domain/costs/sharing/shared-pools.ts";
import { type WeighedFacts, windowWeigher } from "../../domain/costs/sharing/window-weights.ts";
import type { Queryable } from "../database/database.ts";
import { convertedOn } from "./cost-conversions.ts";
import type { CostCustomers } from "./cost-customers.ts";
import { readCounted } from "./cost-drivers.ts";
import type { CostScope } from "./cost-scope.ts";
import type { Conversion } from "./cost-sql.ts";
import { readSharedPools } from "./cost-sums.ts";
import { readTargeted } from "./cost-targeted.ts";
import type { MissingRates } from "./missing-rates.ts";

export type Sharing = {
  readonly db: Queryable;
  readonly scope: CostScope;
  readonly conversions: readonly Conversion[];
  readonly missing: MissingRates;
};

/** So many weights are looked at before others get their turn: some 10 ms. */
const WEIGHTS_PER_TURN = 500_000;

/**
 * Shares every pool of a period, and gives each to `take` while its sharers stand. Pools without a rate are told with
 * the totals.
 */
export async function shareAllPools(
  sharing: Sharing,
  customers: () => Promise<Pick<CostCustomers, "facts">>,
  take: (shared: SharedPool) => void,
): Promise<void> {
  const { db, scope, conversions } = sharing;
  let weights = 0;
  for (let page = 0; ; page += 1) {
    const { pools, last } = await readSharedPools(db, scope, conversions, page);
    if (pools.length > 0) {
      const weighed = await weighedFacts(sharing, (await customers()).facts, pools);
      for (const shared of sharePools(pools, weighed, await readTargeted(db, scope, pools))) {
        take(shared);
        weights += 50 + shared.sharers.count;
        if (weights < WEIGHTS_PER_TURN) continue;
        await new Promise<void>((resolve) => setImmediate(resolve));
        weights = 0;
      }
    }
    if (last) return;
  }
}

/** The facts with all that the drivers of some pools count. */
async function weighedFacts(
  { db, scope, conversions, missing }: Sharing,
  facts: CostCustomers["facts"],
  pools: readonly CostPool[],
  onlyCustomerId?: number,
): Promise<WeighedFacts> {
  const drivers = new Set(pools.map(({ driver }) => driver));
  const counted = await readCounted(db, scope, facts, drivers, onlyCustomerId);
  const converted = convertedOn(conversions, scope.toDay);
  return {
    ...{ facts, counted },
    convert(minor, currency) {
      const amount = converted(minor, currency);
      if (amount === null) missing.add("revenue", currency, scope.toDay, null);
      return amount;
    },
  };
}

/** A pool as it was settled among everybody: anybody's part follows from their own weight. */
export type SettledPool = Omit<PoolOutcome, "unknown"> & {
  readonly settled: SettledDivision;
  /** Of a list of its own: who shares in it, by customer id. Null: everybody does, or one segment. */
  readonly weightOf: ReadonlyMap<number, number> | null;
};

/** What of a pool falls on one customer, and why so much. */
export type PoolPart = {
  readonly pool: CostPool;
  readonly minor: number;
  readonly weighedBy: "driver" | "days" | "heads";
  /** Of the driver, of days or of heads. */
  readonly weight: number;
  readonly total: number;
  readonly parties: number;
};

export function settledPool({
  pool,
  weighedBy,
  parties,
  settled,
  sharers,
  listed,
}: SharedPool): SettledPool | null {
  if (settled === null) return null;
  const { customerIds, weights, count } = sharers;
  const own = listed
    ? new Map(Array.from({ length: count }, (_, at) => [customerIds[at] ?? 0, weights[at] ?? 0]))
    : null;
  return { pool, weighedBy, parties, settled, weightOf: own };
}

/** One customer's parts of settled pools, from their own facts alone. */
export async function partsOfCustomer(
  sharing: Sharing,
  settled: readonly SettledPool[],
  { facts }: Pick<CostCustomers, "facts">,
  customerId: number,
): Promise<PoolPart[]> {
  const { fromDay } = sharing.scope;
  const pools = settled.map(({ pool }) => pool);
  const weigh = windowWeigher(await weighedFacts(sharing, facts, pools, customerId));
  const [segment = null] = facts.segments;
  return settled.flatMap(({ pool, settled: division, weighedBy, parties, weightOf }) => {
    if (weighedBy === "nobody") return [];
    const ownWeight = () => {
      if (!isFor(pool.appliesTo, segment)) return 0;
      const last = daysBetween(fromDay, pool.toDay);
      const { days, quantities } = weigh(pool.driver, daysBetween(fromDay, pool.fromDay), last);
      return (weighedBy === "driver" ? quantities : days)[0] ?? 0;
    };
    const weight = weightOf === null ? ownWeight() : (weightOf.get(customerId) ?? 0);
    const minor = partOf(division, weight, customerId);
    return minor === 0 ? [] : [{ pool, minor, weighedBy, weight, total: Number(division.total), parties }];
  });
}

/** What of a pool falls on some customers together; null: nothing. Only while its sharers stand. */
export function partAmong(
  { pool, weighedBy, parties, settled, sharers }: SharedPool,
  among: ReadonlySet<number>,
): PoolPart | null {
  if (settled === null || weighedBy === "nobody" || among.size === 0) return null;
  const { customerIds, weights, count } = sharers;
  let [minor, weight] = [0, 0];
  for (let at = 0; at < count; at += 1) {
    const customerId = customerIds[at] ?? 0;
    if (!among.has(customerId)) continue;
    weight += weights[at] ?? 0;
    minor += partOf(settled, weights[at] ?? 0, customerId);
  }
  return minor === 0 ? null : { pool, minor, weighedBy, weight, total: Number(settled.total), parties };
}

/** Whether a pool for everybody or for one segment is for those of a segment. */
function isFor(appliesTo: string, segment: string | null): boolean {
  const parsed = parseAppliesTo(appliesTo);
  const [target] = parsed.kind === "parsed" ? parsed.targets : [];
  return target?.kind === "all" || (target?.kind === "segment" && target.name === segment);
}
