import { daysBetween } from "../domain/calendar.ts";
import { parseAppliesTo, targetName } from "../domain/costs/applies-to.ts";
import type { CostMembers, CostQuantities, CostScope, CustomerKey } from "./cost-quantities.ts";
import { isMeantSql, NAMED_TABLES, type NamedKind, type Queryable } from "./cost-sql.ts";
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
  readonly members: CostMembers;
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
};

function sliceOf(pools: readonly CostPool[], { quantitiesOf }: ShareInput): Slice {
  const places = new Map<string, number>();
  const shares: Share[] = [];
  const shareOfPool = pools.map((pool) => {
    const id = JSON.stringify([pool.appliesTo, pool.source, pool.driver, pool.fromDay, pool.toDay]);
    const place = places.get(id) ?? places.set(id, shares.push(pool) - 1).size - 1;
    return place;
  });
  return { pools, shares, shareOfPool, quantities: shares.map(quantitiesOf) };
}

type SettledSlice = {
  readonly rows: readonly { key: string; direct: string; indirect: string }[];
  readonly outcomes: readonly ShareOutcome[];
};

async function shareSlice(db: Queryable, slice: Slice, input: ShareInput): Promise<SettledSlice> {
  const { members, scope, keyOf } = input;
  const values = [
    scope.timeZone,
    scope.fromDay,
    members.customerIds,
    members.firstOffsets,
    members.lastOffsets,
    ...shareValues(slice, scope),
    ...tokenValues(slice),
    ...quantityValues(slice),
    slice.pools.map((_, index) => index),
    slice.shareOfPool,
    slice.pools.map(({ minor }) => minor),
    slice.pools.map(({ kind }) => kind === "direct"),
  ];
  const exact = fitsBigint(slice, input) ? "bigint" : "numeric";
  const { rows } = await db.query<SliceRow>(sliceSql(keyOf, exact), values);
  return settledSlice(rows, slice);
}

type SliceRow = {
  readonly share: number | null;
  readonly key: string | null;
  readonly direct: string;
  readonly indirect: string;
  readonly weighed_by: ShareOutcome["weighedBy"] | null;
  readonly parties: number | null;
  readonly unknown: string[] | null;
};

function settledSlice(found: readonly SliceRow[], { shares }: Slice): SettledSlice {
  const rows: SettledSlice["rows"][number][] = [];
  const byShare = new Map<number, SliceRow>();
  for (const row of found) {
    if (row.share !== null) byShare.set(row.share, row);
    else if (row.key !== null) rows.push({ key: row.key, direct: row.direct, indirect: row.indirect });
  }
  const outcomes = shares.map(({ appliesTo, source, driver, fromDay, toDay }, index): ShareOutcome => {
    const row = byShare.get(index);
    return {
      ...{ appliesTo, source, driver, fromDay, toDay },
      weighedBy: row?.weighed_by ?? "nobody",
      parties: row?.parties ?? 0,
      unknown: row?.unknown ?? [],
    };
  });
  return { rows, outcomes };
}

function shareValues({ shares }: Slice, { fromDay }: CostScope): unknown[] {
  return [
    shares.map((_, index) => index),
    shares.map((share) => daysBetween(fromDay, share.fromDay)),
    shares.map((share) => daysBetween(fromDay, share.toDay)),
    shares.map(({ driver }) => driver === "equal"),
  ];
}

function tokenValues({ shares }: Slice): unknown[] {
  const tokens = shares.flatMap(({ appliesTo, source }, share) => {
    const parsed = parseAppliesTo(appliesTo);
    if (parsed.kind === "wrong") return [];
    return parsed.targets.map((target) => ({ share, source, kind: target.kind, name: targetName(target) }));
  });
  return [
    tokens.map(({ share }) => share),
    tokens.map(({ kind }) => kind),
    tokens.map(({ name }) => name),
    tokens.map(({ source }) => source),
  ];
}

/** The quantities of all shares in one list each; shares with the same driver and days have the same ones. */
function quantityValues({ quantities }: Slice): unknown[] {
  const distinct = [...new Set(quantities.filter((one) => one !== null))];
  const basisOf = new Map(distinct.map((one, index) => [one, index]));
  return [
    quantities.map((one) => (one === null ? null : (basisOf.get(one) ?? null))),
    distinct.flatMap((one, basis) => one.customerIds.map(() => basis)),
    distinct.flatMap(({ customerIds }) => customerIds),
    distinct.flatMap((one) => one.quantities),
  ];
}

const LARGEST_BIGINT = 2n ** 62n;

/** Whether amount × weight stays below 2^62 for every pool: then SQL may reckon with bigint, several times faster. */
function fitsBigint({ pools, shareOfPool, shares, quantities }: Slice, { members }: ShareInput): boolean {
  const customers = BigInt(members.customerIds.length + 1);
  return pools.every(({ minor }, index) => {
    const share = shares[shareOfPool[index] ?? 0];
    const total = quantities[shareOfPool[index] ?? 0]?.total ?? 0n;
    const days = share ? BigInt(daysBetween(share.fromDay, share.toDay) + 1) : 1n;
    const largestTotal = total > days * customers ? total : days * customers;
    return BigInt(Math.abs(minor)) * largestTotal < LARGEST_BIGINT;
  });
}

const NAMED_SCOPES = (Object.keys(NAMED_TABLES) as NamedKind[])
  .map(
    (kind) => `
    SELECT t.share, x.${NAMED_TABLES[kind].owner} AS customer_id, true AS named, t.no
    FROM tokens t JOIN ${NAMED_TABLES[kind].table} x ON x.external_id = t.name
    WHERE t.kind = '${kind}' AND ${isMeantSql(NAMED_TABLES[kind].table, "x", "t.source")}`,
  )
  .join(" UNION ALL ");

/**
 * $1 zone, $2 first day, $3–$5 members, $6–$9 shares, $10–$13 what they are for, $14 quantities' basis by share, $15–$17
 * quantities, $18–$21 pools. A row per share says how it was weighed; a row per key what falls on it.
 */
function sliceSql(keyOf: CustomerKey | null, exact: "bigint" | "numeric"): string {
  const whole = (a: string, b: string) => (exact === "bigint" ? `${a} / ${b}` : `div(${a}, ${b})`);
  const outcomes = `
    SELECT s.no AS share, NULL AS key, '0' AS direct, '0' AS indirect,
      CASE WHEN t.quantity > 0 THEN 'driver' WHEN t.days > 0 THEN 'days' WHEN t.parties > 0 THEN 'heads'
        ELSE 'nobody' END AS weighed_by,
      t.parties, (SELECT array_agg(u.name ORDER BY u.name) FROM unknown u WHERE u.share = s.no) AS unknown
    FROM shares s LEFT JOIN totals t ON t.share = s.no`;
  const parts = `
    SELECT NULL, ${keyOf?.("c") ?? "NULL"}, COALESCE(sum(part) FILTER (WHERE direct), 0)::text,
      COALESCE(sum(part) FILTER (WHERE NOT direct), 0)::text, NULL, NULL, NULL
    FROM parts JOIN customers c ON c.id = parts.customer_id GROUP BY 2`;
  return `
    WITH members AS (SELECT * FROM unnest($3::int[], $4::int[], $5::int[]) AS m(customer_id, first, last)),
    shares AS (
      SELECT * FROM unnest($6::int[], $7::int[], $8::int[], $9::bool[], $14::int[]) AS s(no, first, last, by_days, basis)
    ),
    tokens AS (
      SELECT * FROM unnest($10::int[], $11::text[], $12::text[], $13::text[])
        WITH ORDINALITY AS t(share, kind, name, source, no)
    ),
    quantities AS (
      SELECT * FROM unnest($15::int[], $16::int[], $17::${exact}[]) AS q(basis, customer_id, quantity)
    ),
    named AS MATERIALIZED (${NAMED_SCOPES}),
    unknown AS (
      SELECT t.share, t.kind || ':' || t.name AS name FROM tokens t
      WHERE t.kind IN ('customer', 'ticket', 'touch') AND NOT EXISTS (SELECT FROM named n WHERE n.no = t.no)
    ),
    scoped AS (
      SELECT t.share, m.customer_id, false AS named FROM tokens t CROSS JOIN members m WHERE t.kind = 'all'
      UNION ALL
      SELECT share, customer_id, bool_or(named) FROM (
        SELECT t.share, c.id AS customer_id, false AS named
        FROM tokens t JOIN customers c ON c.segment = t.name WHERE t.kind = 'segment'
        UNION ALL
        SELECT t.share, g.customer_id, false
        FROM tokens t JOIN shares s ON s.no = t.share JOIN suggestions g ON g.playbook = t.name
          AND (g.created_at AT TIME ZONE $1::text)::date - $2::date BETWEEN s.first AND s.last
        WHERE t.kind = 'playbook'
        UNION ALL
        SELECT share, customer_id, named FROM named
      ) targets GROUP BY 1, 2
    ),
    present AS (
      SELECT c.share, c.customer_id, c.named,
        CASE WHEN m.customer_id IS NULL THEN 0
          ELSE GREATEST(LEAST(m.last, s.last) - GREATEST(m.first, s.first) + 1, 0) END::${exact} AS days,
        s.by_days, s.basis
      FROM scoped c JOIN shares s ON s.no = c.share LEFT JOIN members m ON m.customer_id = c.customer_id
    ),
    weighed AS MATERIALIZED (
      SELECT p.share, p.customer_id, p.named::int::${exact} AS heads, p.days AS days,
        CASE WHEN p.by_days THEN p.days ELSE COALESCE(q.quantity, 0) END AS quantity
      FROM present p LEFT JOIN quantities q ON q.basis = p.basis AND q.customer_id = p.customer_id
      WHERE p.named OR p.days > 0
    ),
    totals AS MATERIALIZED (
      SELECT share, sum(quantity)::${exact} AS quantity, sum(days)::${exact} AS days, sum(heads)::${exact} AS heads,
        count(*)::int AS parties
      FROM weighed GROUP BY 1
    ),
    weights AS (
      SELECT w.share, w.customer_id,
        CASE WHEN t.quantity > 0 THEN w.quantity WHEN t.days > 0 THEN w.days ELSE w.heads END AS weight,
        CASE WHEN t.quantity > 0 THEN t.quantity WHEN t.days > 0 THEN t.days ELSE t.heads END AS total
      FROM weighed w JOIN totals t USING (share)
    ),
    pools AS (
      SELECT no, share, abs(minor)::${exact} AS size, sign(minor)::${exact} AS sign, direct
      FROM unnest($18::int[], $19::int[], $20::bigint[], $21::bool[]) AS p(no, share, minor, direct)
    ),
    divided AS (
      SELECT p.no, p.sign, p.direct, w.customer_id, w.total, ${whole("p.size * w.weight", "w.total")} AS units,
        mod(p.size * w.weight, w.total) AS remainder
      FROM pools p JOIN weights w USING (share) WHERE w.weight > 0
    ),
    parts AS (
      -- The units left over are the remainders' sum in whole totals: each is a remainder of the division by it.
      SELECT customer_id, direct, sign * (units + (
        row_number() OVER (PARTITION BY no ORDER BY remainder DESC, customer_id)
          <= sum(remainder) OVER (PARTITION BY no) / total
      )::int) AS part
      FROM divided
    )
    ${keyOf === null ? outcomes : `${outcomes} UNION ALL ${parts}`}`;
}
