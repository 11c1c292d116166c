import { daysBetween } from "../../domain/calendar.ts";
import { type CostTarget, parseAppliesTo, targetName } from "../../domain/costs/applies-to.ts";
import type { ValuesOf } from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import type { CostQuantities, CostScope, PeriodCustomers } from "./cost-quantities.ts";
import { PARTS, SLICES, type SliceValues } from "./cost-share-sql.ts";
import { type CustomerKey, NAMED_TABLES } from "./cost-sql.ts";
import { type CostOfKey, type CostPool, costsByKey } from "./cost-sums.ts";

/** Those who share a pool: what it is for, on its days, by its driver. Pools alike in these are shared alike. */
type Share = Pick<CostPool, "appliesTo" | "source" | "driver" | "fromDay" | "toDay">;

/** How a share came out. */
export type ShareOutcome = Share & {
  /** Nobody: its pools stay unallocated. */
  readonly weighedBy: "driver" | "days" | "heads" | "nobody";
  readonly parties: number;
  /** What it names and the file does not have. */
  readonly unknown: readonly string[];
};

export type SharedCosts = {
  readonly costs: readonly CostOfKey[];
  readonly outcomes: readonly ShareOutcome[];
  /** Of pools for nobody. */
  readonly unallocated: Omit<CostOfKey, "key">;
};

export type ShareInput = {
  readonly scope: CostScope;
  readonly pools: readonly CostPool[];
  readonly periodCustomers: PeriodCustomers;
  /** Null for the driver `equal`: there the days count. */
  readonly quantitiesOf: (share: Share) => CostQuantities | null;
  /** By what the parts are added up; null where only the outcomes are wanted. */
  readonly keyOf: CustomerKey | null;
  /** How many customers times pools one query may have. */
  readonly cellsPerQuery: number;
  /** How many customers a share may have at most; an estimate is enough. */
  readonly sizeOf: (share: Share) => number;
};

/**
 * Shares pools out to the last minor unit, as `weigh` and `largestRemainder` do, in one query for some pools at a time:
 * between two of them others get their turn.
 */
export async function sharePools(db: Queryable, input: ShareInput): Promise<SharedCosts> {
  const rows: { key: string; direct: string; indirect: string }[] = [];
  const outcomes: ShareOutcome[] = [];
  const unallocated = { directMinor: 0, indirectMinor: 0 };
  for (const pools of slices(input)) {
    const slice = sliceOf(pools, input);
    const settled = await shareSlice(db, slice, input);
    for (const row of settled.rows) rows.push(row);
    outcomes.push(...settled.outcomes);
    pools.forEach((pool, index) => {
      const outcome = settled.outcomes[slice.shareOfPool[index] ?? -1];
      if (outcome?.weighedBy !== "nobody") return;
      unallocated[pool.kind === "direct" ? "directMinor" : "indirectMinor"] += pool.minor;
    });
  }
  return { costs: costsByKey(rows), outcomes, unallocated };
}

function* slices({ pools, sizeOf, cellsPerQuery }: ShareInput): Generator<CostPool[]> {
  let slice: CostPool[] = [];
  let cells = 0;
  for (const pool of pools) {
    const size = 1 + sizeOf(pool);
    if (slice.length > 0 && cells + size > cellsPerQuery) {
      yield slice;
      slice = [];
      cells = 0;
    }
    slice.push(pool);
    cells += size;
  }
  if (slice.length > 0) yield slice;
}

type Slice = {
  readonly pools: readonly CostPool[];
  readonly shares: readonly Share[];
  readonly shareOfPool: readonly number[];
  readonly quantities: readonly (CostQuantities | null)[];
  readonly tokens: readonly Token[];
};

type Token = {
  readonly share: number;
  readonly kind: CostTarget["kind"];
  readonly name: string;
  readonly source: string;
  /** Nothing else is named beside it. */
  readonly alone: boolean;
};

function sliceOf(pools: readonly CostPool[], { quantitiesOf }: ShareInput): Slice {
  const places = new Map<string, number>();
  const shares: Share[] = [];
  const shareOfPool = pools.map((pool) => {
    const id = JSON.stringify([pool.appliesTo, pool.source, pool.driver, pool.fromDay, pool.toDay]);
    const place = places.get(id) ?? places.set(id, shares.push(pool) - 1).size - 1;
    return place;
  });
  return {
    pools,
    shares,
    shareOfPool,
    quantities: shares.map(quantitiesOf),
    tokens: shares.flatMap(tokensOf),
  };
}

type SettledSlice = {
  readonly rows: readonly { key: string; direct: string; indirect: string }[];
  readonly outcomes: readonly ShareOutcome[];
};

async function shareSlice(db: Queryable, slice: Slice, input: ShareInput): Promise<SettledSlice> {
  const exact = fitsBigint(slice, input) ? "bigint" : "numeric";
  const rows = await SLICES[exact][input.keyOf ?? "nothing"].all(db, sliceValues(slice, input));
  return settledSlice(rows, slice);
}

function sliceValues(slice: Slice, { periodCustomers, scope }: Omit<ShareInput, "keyOf">): SliceValues {
  return {
    timeZone: scope.timeZone,
    fromDay: scope.fromDay,
    periodCustomerIds: periodCustomers.customerIds,
    firstOffsets: periodCustomers.firstOffsets,
    lastOffsets: periodCustomers.lastOffsets,
    ...shareValues(slice, scope),
    ...tokenValues(slice),
    ...quantityValues(slice),
    poolNumbers: slice.pools.map((_, index) => index),
    poolShares: slice.shareOfPool,
    poolMinors: slice.pools.map(({ minor }) => minor),
    poolsDirect: slice.pools.map(({ kind }) => kind === "direct"),
  };
}

type SliceRow = ValuesOf<(typeof SLICES)["bigint"]["nothing"]["row"]>;

function settledSlice(found: readonly SliceRow[], { shares, tokens }: Slice): SettledSlice {
  const rows: SettledSlice["rows"][number][] = [];
  const byShare = new Map<number, SliceRow>();
  const known = new Set<number>();
  for (const row of found) {
    if (row.share !== null) byShare.set(row.share, row);
    else if (row.key !== null) rows.push({ key: row.key, direct: row.direct, indirect: row.indirect });
    else for (const token of row.known ?? []) known.add(token);
  }
  const unknown = new Map<number, string[]>();
  tokens.forEach(({ share, kind, name }, index) => {
    if (!(kind in NAMED_TABLES) || known.has(index + 1)) return;
    unknown.set(share, [...(unknown.get(share) ?? []), `${kind}:${name}`]);
  });
  const outcomes = shares.map(({ appliesTo, source, driver, fromDay, toDay }, index): ShareOutcome => {
    const row = byShare.get(index);
    return {
      ...{ appliesTo, source, driver, fromDay, toDay },
      weighedBy: row?.weighed_by ?? "nobody",
      parties: row?.parties ?? 0,
      unknown: unknown.get(index) ?? [],
    };
  });
  return { rows, outcomes };
}

function shareValues({ shares }: Slice, { fromDay }: CostScope) {
  return {
    shareNumbers: shares.map((_, index) => index),
    shareFirst: shares.map((share) => daysBetween(fromDay, share.fromDay)),
    shareLast: shares.map((share) => daysBetween(fromDay, share.toDay)),
    sharesByDays: shares.map(({ driver }) => driver === "equal"),
  };
}

/** What of a pool falls on one customer, and why so much. */
export type PoolPart = {
  readonly pool: CostPool;
  readonly minor: number;
  readonly weighedBy: Exclude<ShareOutcome["weighedBy"], "nobody">;
  /** Of the driver, of days or of heads; exact, as text. */
  readonly weight: string;
  readonly total: string;
  readonly parties: number;
};

/** One customer's parts of pools, as `sharePools` gives them: everybody is weighed, one is told. */
export async function partsOfCustomer(
  db: Queryable,
  input: Omit<ShareInput, "keyOf">,
  customerId: number,
): Promise<PoolPart[]> {
  const parts: PoolPart[] = [];
  for (const pools of slices({ ...input, keyOf: null })) {
    const slice = sliceOf(pools, { ...input, keyOf: null });
    const exact = fitsBigint(slice, { ...input, keyOf: null }) ? "bigint" : "numeric";
    const rows = await PARTS[exact].all(db, { ...sliceValues(slice, input), customerId });
    for (const { no, minor, weighed_by: weighedBy, ...weights } of rows) {
      const pool = pools[no];
      if (pool) parts.push({ pool, minor: Number(minor), weighedBy, ...weights });
    }
  }
  return parts;
}

/** What a share is for, a token each; text that cannot be read is for nobody. */
function tokensOf({ appliesTo, source }: Share, share: number): Token[] {
  const parsed = parseAppliesTo(appliesTo);
  if (parsed.kind === "wrong") return [];
  const alone = parsed.targets.length === 1;
  return parsed.targets.map((target) => ({
    share,
    source,
    alone,
    kind: target.kind,
    name: targetName(target),
  }));
}

function tokenValues({ tokens }: Slice) {
  return {
    tokenShares: tokens.map(({ share }) => share),
    tokenKinds: tokens.map(({ kind }) => kind),
    tokenNames: tokens.map(({ name }) => name),
    tokenSources: tokens.map(({ source }) => source),
    tokensAlone: tokens.map(({ alone }) => alone),
  };
}

/** The quantities of all shares in one list each; shares with the same driver and days have the same ones. */
function quantityValues({ quantities }: Slice) {
  const distinct = [...new Set(quantities.filter((one) => one !== null))];
  const basisOf = new Map(distinct.map((one, index) => [one, index]));
  return {
    shareBases: quantities.map((one) => (one === null ? null : (basisOf.get(one) ?? null))),
    bases: distinct.flatMap((one, basis) => one.customerIds.map(() => basis)),
    basisCustomerIds: distinct.flatMap(({ customerIds }) => customerIds),
    quantities: distinct.flatMap((one) => one.quantities),
  };
}

const LARGEST_BIGINT = 2n ** 62n;

/** Whether amount × weight stays below 2^62 for every pool: then SQL may reckon with bigint, several times faster. */
function fitsBigint(
  { pools, shareOfPool, shares, quantities }: Slice,
  { periodCustomers }: ShareInput,
): boolean {
  const customers = BigInt(periodCustomers.customerIds.length + 1);
  return pools.every(({ minor }, index) => {
    const share = shares[shareOfPool[index] ?? 0];
    const total = quantities[shareOfPool[index] ?? 0]?.total ?? 0n;
    const days = share ? BigInt(daysBetween(share.fromDay, share.toDay) + 1) : 1n;
    const largestTotal = total > days * customers ? total : days * customers;
    return BigInt(Math.abs(minor)) * largestTotal < LARGEST_BIGINT;
  });
}
