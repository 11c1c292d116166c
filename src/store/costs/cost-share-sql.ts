import {
  arrayOf,
  bool,
  date,
  exactInt8,
  int4,
  int8,
  nullable,
  numeric,
  text,
  textOf,
  type ValuesOf,
} from "../database/column-kinds.ts";
import { eachOf, statement } from "../database/statement.ts";
import {
  CUSTOMER_KEYS,
  type CustomerKey,
  isMeantSql,
  keySql,
  NAMED_KINDS,
  NAMED_TABLES,
} from "./cost-sql.ts";

const NAMED_SCOPES = NAMED_KINDS.map(
  (kind) => `
    SELECT t.share, x.${NAMED_TABLES[kind].owner} AS customer_id, t.no
    FROM tokens t JOIN ${NAMED_TABLES[kind].table} x ON x.external_id = t.name
    WHERE t.kind = '${kind}' AND ${isMeantSql(NAMED_TABLES[kind].table, "x", "t.source")}`,
).join(" UNION ALL ");

/** Whether a slice's amounts fit into bigint. */
export type Exact = "bigint" | "numeric";

const sliceParameters = (exact: Exact) => ({
  timeZone: text,
  /** Offsets count days from this one. */
  fromDay: date,
  periodCustomerIds: arrayOf(int4),
  firstOffsets: arrayOf(int4),
  lastOffsets: arrayOf(int4),
  shareNumbers: arrayOf(int4),
  shareFirst: arrayOf(int4),
  shareLast: arrayOf(int4),
  sharesByDays: arrayOf(bool),
  /** What the shares are for, a token each. */
  tokenShares: arrayOf(int4),
  tokenKinds: arrayOf(text),
  tokenNames: arrayOf(text),
  tokenSources: arrayOf(text),
  tokensAlone: arrayOf(bool),
  /** The quantities of each share, and these. */
  shareBases: arrayOf(nullable(int4)),
  bases: arrayOf(int4),
  basisCustomerIds: arrayOf(int4),
  quantities: arrayOf(exact === "bigint" ? exactInt8 : numeric),
  poolNumbers: arrayOf(int4),
  poolShares: arrayOf(int4),
  poolMinors: arrayOf(int8),
  poolsDirect: arrayOf(bool),
});

export type SliceValues = ValuesOf<ReturnType<typeof sliceParameters>>;

/**
 * A row per share says how it was weighed, one row which tokens are known, and a row per key what falls on it; or what
 * `only` selects.
 */
function sliceSql(keyOf: CustomerKey | null, exact: Exact, only?: string): string {
  const key = keyOf === null ? "NULL" : keySql[keyOf]("c");
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
      SELECT * FROM unnest(:shareNumbers::int[], :shareFirst::int[], :shareLast::int[], :sharesByDays::bool[], :shareBases::int[]) AS s(no, first, last, by_days, basis)
    ),
    tokens AS MATERIALIZED (
      SELECT t.*, s.first, s.last, s.by_days, s.basis
      FROM unnest(:tokenShares::int[], :tokenKinds::text[], :tokenNames::text[], :tokenSources::text[], :tokensAlone::bool[])
        WITH ORDINALITY AS t(share, kind, name, source, alone, no)
      JOIN shares s ON s.no = t.share
    ),
    quantities AS (
      SELECT * FROM unnest(:bases::int[], :basisCustomerIds::int[], :quantities::${exact}[]) AS q(basis, customer_id, quantity)
    ),
    people AS MATERIALIZED (
      SELECT m.*, c.segment, ${key} AS key
      FROM unnest(:periodCustomerIds::int[], :firstOffsets::int[], :lastOffsets::int[]) AS m(customer_id, first, last)
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
          AND (g.created_at AT TIME ZONE :timeZone::text)::date - :fromDay::date BETWEEN t.first AND t.last
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
      SELECT l.share, l.customer_id, ${key}, l.heads, d.days,
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
      FROM unnest(:poolNumbers::int[], :poolShares::int[], :poolMinors::bigint[], :poolsDirect::bool[]) AS p(no, share, minor, direct)
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

/** What falls on one customer: for `only` of `sliceSql`. */
const CUSTOMER_PARTS = `
  SELECT r.no, r.part::text AS minor, r.weight::text AS weight, p.total::text AS total, t.parties,
    CASE p.by WHEN 1 THEN 'driver' WHEN 2 THEN 'days' ELSE 'heads' END AS weighed_by
  FROM parts r JOIN pools p ON p.no = r.no JOIN totals t ON t.share = p.share
  WHERE r.customer_id = :customerId::int AND r.part <> 0`;

type WeighedBy = "driver" | "days" | "heads" | "nobody";
const EXACTNESSES: readonly Exact[] = ["bigint", "numeric"];

/** Shares some pools out, by a key of the customer or, for `nothing`, only for how it came out. */
export const SLICES = eachOf(EXACTNESSES, (exact) =>
  eachOf([...CUSTOMER_KEYS, "nothing"], (keyOf) =>
    statement({
      name: `costs/cost-share-sql: slice by ${keyOf} in ${exact}`,
      sql: sliceSql(keyOf === "nothing" ? null : keyOf, exact),
      parameters: sliceParameters(exact),
      row: {
        share: nullable(int4),
        key: nullable(text),
        direct: text,
        indirect: text,
        weighed_by: nullable(textOf<WeighedBy>()),
        parties: nullable(int4),
        known: nullable(arrayOf(int4)),
      },
    }),
  ),
);

/** What of some pools falls on one customer. */
export const PARTS = eachOf(EXACTNESSES, (exact) =>
  statement({
    name: `costs/cost-share-sql: parts of a customer in ${exact}`,
    sql: sliceSql(null, exact, CUSTOMER_PARTS),
    parameters: { ...sliceParameters(exact), customerId: int4 },
    row: {
      no: int4,
      minor: text,
      weight: text,
      total: text,
      parties: int4,
      weighed_by: textOf<Exclude<WeighedBy, "nobody">>(),
    },
  }),
);
