import { daysBetween } from "../domain/calendar.ts";
import { type CostTarget, parseAppliesTo, targetName } from "../domain/costs/applies-to.ts";
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
  const { rows } = await db.query<SliceRow>(sliceSql(input.keyOf, exact), sliceValues(slice, input));
  return settledSlice(rows, slice);
}

function sliceValues(slice: Slice, { members, scope }: Omit<ShareInput, "keyOf">): unknown[] {
  return [
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
}

type SliceRow = {
  readonly share: number | null;
  readonly key: string | null;
  readonly direct: string;
  readonly indirect: string;
  readonly weighed_by: ShareOutcome["weighedBy"] | null;
  readonly parties: number | null;
  readonly known: number[] | null;
};

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

function shareValues({ shares }: Slice, { fromDay }: CostScope): unknown[] {
  return [
    shares.map((_, index) => index),
    shares.map((share) => daysBetween(fromDay, share.fromDay)),
    shares.map((share) => daysBetween(fromDay, share.toDay)),
    shares.map(({ driver }) => driver === "equal"),
  ];
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
    const sql = sliceSql(null, exact, CUSTOMER_PARTS);
    const { rows } = await db.query<PartRow>(sql, [...sliceValues(slice, input), customerId]);
    for (const { no, minor, weighed_by: weighedBy, ...weights } of rows) {
      const pool = pools[no];
      if (pool) parts.push({ pool, minor: Number(minor), weighedBy, ...weights });
    }
  }
  return parts;
}

type PartRow = Pick<PoolPart, "weight" | "total" | "parties"> & {
  readonly no: number;
  readonly minor: string;
  readonly weighed_by: PoolPart["weighedBy"];
};

const CUSTOMER_PARTS = `
  SELECT r.no, r.part::text AS minor, r.weight::text AS weight, p.total::text AS total, t.parties,
    CASE p.by WHEN 1 THEN 'driver' WHEN 2 THEN 'days' ELSE 'heads' END AS weighed_by
  FROM parts r JOIN pools p ON p.no = r.no JOIN totals t ON t.share = p.share
  WHERE r.customer_id = $23::int AND r.part <> 0`;

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

function tokenValues({ tokens }: Slice): unknown[] {
  return [
    tokens.map(({ share }) => share),
    tokens.map(({ kind }) => kind),
    tokens.map(({ name }) => name),
    tokens.map(({ source }) => source),
    tokens.map(({ alone }) => alone),
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
    SELECT t.share, x.${NAMED_TABLES[kind].owner} AS customer_id, t.no
    FROM tokens t JOIN ${NAMED_TABLES[kind].table} x ON x.external_id = t.name
    WHERE t.kind = '${kind}' AND ${isMeantSql(NAMED_TABLES[kind].table, "x", "t.source")}`,
  )
  .join(" UNION ALL ");

/**
 * $1 zone, $2 first day, $3–$5 members, $6–$9 shares, $10–$14 what they are for, $15 quantities' basis by share, $16–$18
 * quantities, $19–$22 pools. A row per share says how it was weighed, one row which of $10–$14 are known, and a row per
 * key what falls on it; or what `only` selects.
 */
function sliceSql(keyOf: CustomerKey | null, exact: "bigint" | "numeric", only?: string): string {
  const whole = (a: string, b: string) => (exact === "bigint" ? `${a} / ${b}` : `div(${a}, ${b})`);
  const days = (person: string, share: string) =>
    `GREATEST(LEAST(${person}.last, ${share}.last) - GREATEST(${person}.first, ${share}.first) + 1, 0)`;
  const outcomes = `
    SELECT no AS share, NULL AS key, '0' AS direct, '0' AS indirect,
      CASE WHEN t.quantity > 0 THEN 'driver' WHEN t.days > 0 THEN 'days' WHEN t.parties > 0 THEN 'heads'
        ELSE 'nobody' END AS weighed_by, t.parties, NULL::int[] AS known
    FROM shares s LEFT JOIN totals t ON t.share = s.no
    UNION ALL SELECT NULL, NULL, '0', '0', NULL, NULL, array_agg(DISTINCT no::int) FROM named`;
  const parts = `
    SELECT NULL, key, COALESCE(sum(part) FILTER (WHERE direct), 0)::text,
      COALESCE(sum(part) FILTER (WHERE NOT direct), 0)::text, NULL, NULL, NULL
    FROM parts GROUP BY 2`;
  return `
    WITH shares AS (
      SELECT * FROM unnest($6::int[], $7::int[], $8::int[], $9::bool[], $15::int[]) AS s(no, first, last, by_days, basis)
    ),
    tokens AS MATERIALIZED (
      SELECT t.*, s.first, s.last, s.by_days, s.basis
      FROM unnest($10::int[], $11::text[], $12::text[], $13::text[], $14::bool[])
        WITH ORDINALITY AS t(share, kind, name, source, alone, no)
      JOIN shares s ON s.no = t.share
    ),
    quantities AS (
      SELECT * FROM unnest($16::int[], $17::int[], $18::${exact}[]) AS q(basis, customer_id, quantity)
    ),
    people AS MATERIALIZED (
      SELECT m.*, c.segment, ${keyOf?.("c") ?? "NULL"} AS key
      FROM unnest($3::int[], $4::int[], $5::int[]) AS m(customer_id, first, last)
      JOIN customers c ON c.id = m.customer_id
    ),
    named AS MATERIALIZED (${NAMED_SCOPES}),
    -- Nobody is twice in everybody or in one segment. Few have any of a driver: those are looked for from their side.
    driven AS MATERIALIZED (
      SELECT t.share, p.customer_id, p.key, q.quantity FROM tokens t
      JOIN quantities q ON q.basis = t.basis JOIN people p ON p.customer_id = q.customer_id WHERE t.kind = 'all'
      UNION ALL
      SELECT t.share, p.customer_id, p.key, q.quantity FROM tokens t
      JOIN quantities q ON q.basis = t.basis JOIN people p ON p.customer_id = q.customer_id AND p.segment = t.name
      WHERE t.kind = 'segment' AND t.alone
    ),
    undriven AS MATERIALIZED (
      SELECT t.* FROM tokens t LEFT JOIN (SELECT DISTINCT share FROM driven) d ON d.share = t.share
      WHERE d.share IS NULL AND (t.kind = 'all' OR t.kind = 'segment' AND t.alone)
    ),
    -- In a list somebody may be twice, and may be named without being a customer on its days.
    listed AS (
      SELECT share, customer_id, max(heads) AS heads FROM (
        SELECT t.share, p.customer_id, 0 AS heads
        FROM tokens t JOIN people p ON p.segment = t.name WHERE t.kind = 'segment' AND NOT t.alone
        UNION ALL
        SELECT t.share, g.customer_id, 0
        FROM tokens t JOIN suggestions g ON g.playbook = t.name
          AND (g.created_at AT TIME ZONE $1::text)::date - $2::date BETWEEN t.first AND t.last
        WHERE t.kind = 'playbook'
        UNION ALL
        SELECT share, customer_id, 1 FROM named
      ) each GROUP BY 1, 2
    ),
    weighed AS MATERIALIZED (
      SELECT share, customer_id, key, 0 AS heads, 0 AS days, quantity FROM driven
      UNION ALL
      SELECT t.share, p.customer_id, p.key, 0, ${days("p", "t")}, CASE WHEN t.by_days THEN ${days("p", "t")} ELSE 0 END
      FROM undriven t CROSS JOIN people p WHERE t.kind = 'all' AND ${days("p", "t")} > 0
      UNION ALL
      SELECT t.share, p.customer_id, p.key, 0, ${days("p", "t")}, CASE WHEN t.by_days THEN ${days("p", "t")} ELSE 0 END
      FROM undriven t JOIN people p ON p.segment = t.name WHERE t.kind = 'segment' AND ${days("p", "t")} > 0
      UNION ALL
      SELECT l.share, l.customer_id, ${keyOf?.("c") ?? "NULL"}, l.heads, d.days,
        CASE WHEN s.by_days THEN d.days ELSE COALESCE(q.quantity, 0) END
      FROM listed l
      JOIN shares s ON s.no = l.share
      JOIN customers c ON c.id = l.customer_id
      LEFT JOIN people p ON p.customer_id = l.customer_id
      CROSS JOIN LATERAL (SELECT CASE WHEN p.customer_id IS NULL THEN 0 ELSE ${days("p", "s")} END AS days) d
      LEFT JOIN quantities q ON q.basis = s.basis AND q.customer_id = l.customer_id
      WHERE l.heads > 0 OR d.days > 0
    ),
    totals AS MATERIALIZED (
      SELECT share, sum(quantity)::${exact} AS quantity, sum(days)::${exact} AS days, sum(heads)::${exact} AS heads,
        count(*)::int AS parties
      FROM weighed GROUP BY 1
    ),
    pools AS (
      SELECT p.no, p.share, abs(p.minor)::${exact} AS size, sign(p.minor)::int AS sign, p.direct,
        CASE WHEN t.quantity > 0 THEN 1 WHEN t.days > 0 THEN 2 ELSE 3 END AS by,
        CASE WHEN t.quantity > 0 THEN t.quantity WHEN t.days > 0 THEN t.days ELSE t.heads END AS total
      FROM unnest($19::int[], $20::int[], $21::bigint[], $22::bool[]) AS p(no, share, minor, direct)
      JOIN totals t ON t.share = p.share
    ),
    weights AS (
      SELECT p.no, p.size, p.sign, p.direct, p.total, w.customer_id, w.key,
        CASE p.by WHEN 1 THEN w.quantity WHEN 2 THEN w.days ELSE w.heads END AS weight
      FROM pools p JOIN weighed w ON w.share = p.share
    ),
    divided AS (
      SELECT no, size, sign, direct, customer_id, key, weight, ${whole("size * weight", "total")} AS units,
        mod(size * weight, total) AS remainder
      FROM weights WHERE weight > 0
    ),
    parts AS (
      -- What the whole units leave over goes one each to the largest remainders.
      SELECT no, customer_id, weight, key, direct, sign * (units + (
        row_number() OVER (PARTITION BY no ORDER BY remainder DESC, customer_id)
          <= size - sum(units) OVER (PARTITION BY no)
      )::int) AS part
      FROM divided
    )
    ${only ?? (keyOf === null ? outcomes : `${outcomes} UNION ALL ${parts}`)}`;
}
