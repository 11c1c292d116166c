import type { CostDriver } from "../../domain/costs/cost-entry.ts";
import { int4, text } from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import {
  type CostQuantities,
  type CostScope,
  type PeriodCustomers,
  readPeriodCustomers,
  readQuantities,
} from "./cost-quantities.ts";
import type { ShareInput } from "./cost-shares.ts";
import type { Conversion } from "./cost-sql.ts";
import { type CostPool, readSharedPools } from "./cost-sums.ts";
import type { MissingRates } from "./missing-rates.ts";

/** Some pools with everything their sharing needs. */
export type PoolPage = Omit<ShareInput, "keyOf" | "cellsPerQuery">;

/** Every pool that has to be shared in a period, some at a time; pools without a rate are told with the totals. */
export async function* poolPages(
  db: Queryable,
  scope: CostScope,
  conversions: readonly Conversion[],
  missing: MissingRates,
): AsyncGenerator<PoolPage> {
  let periodCustomers: PeriodCustomers | null = null;
  let sizeOf: PoolPage["sizeOf"] | null = null;
  for (let page = 0; ; page += 1) {
    const { pools, last } = await readSharedPools(db, scope, conversions, page);
    if (pools.length > 0) {
      periodCustomers ??= await readPeriodCustomers(db, scope);
      sizeOf ??= await readSizes(db, periodCustomers);
      const quantitiesOf = await quantitiesFor(db, scope, pools, conversions, missing);
      yield { scope, pools, periodCustomers, quantitiesOf, sizeOf };
    }
    if (last) return;
  }
}

type Basis = Pick<CostPool, "driver" | "fromDay" | "toDay">;
const basisKey = ({ driver, fromDay, toDay }: Basis) => `${driver} ${fromDay} ${toDay}`;

/** The quantities of all drivers and days that occur in some pools. */
async function quantitiesFor(
  db: Queryable,
  scope: CostScope,
  pools: readonly CostPool[],
  conversions: readonly Conversion[],
  missing: MissingRates,
): Promise<(basis: Basis) => CostQuantities | null> {
  const found = new Map<string, CostQuantities>();
  const bases = [...new Map(pools.map((pool): [string, Basis] => [basisKey(pool), pool])).values()];
  for (const driver of new Set(bases.map((basis) => basis.driver))) {
    if (driver === "equal") continue;
    const own = bases.filter((basis) => basis.driver === driver);
    const lists = await readQuantities(db, scope, driver satisfies CostDriver, own, conversions, missing);
    own.forEach((basis, index) => {
      const quantities = lists[index];
      if (quantities) found.set(basisKey(basis), quantities);
    });
  }
  return (basis) => found.get(basisKey(basis)) ?? null;
}

/** How many customers a pool may concern: for cutting the work up, not for the result. */
async function readSizes(
  db: Queryable,
  periodCustomers: PeriodCustomers,
): Promise<(share: Pick<CostPool, "appliesTo">) => number> {
  const rows = await SEGMENT_SIZES.all(db);
  const sizes = new Map(rows.map(({ segment, count }) => [`segment:${segment}`, count]));
  const ofTarget = (target: string) => {
    if (target === "all" || target.startsWith("playbook:")) return periodCustomers.customerIds.length;
    return sizes.get(target) ?? 1;
  };
  return ({ appliesTo }) => appliesTo.split("|").reduce((sum, target) => sum + ofTarget(target), 0);
}

const SEGMENT_SIZES = statement({
  name: "costs/cost-pool-pages: segment sizes",
  sql: "SELECT segment, count(*)::int AS count FROM customers WHERE segment IS NOT NULL GROUP BY 1",
  row: { segment: text, count: int4 },
});
