import type { CustomerKey } from "./cost-quantities.ts";
import { isMeantSql, NAMED_TABLES, type NamedKind } from "./cost-sql.ts";

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
export function sliceSql(keyOf: CustomerKey | null, exact: "bigint" | "numeric", only?: string): string {
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

/** What falls on the customer `$23`: for `only` of `sliceSql`. */
export const CUSTOMER_PARTS = `
  SELECT r.no, r.part::text AS minor, r.weight::text AS weight, p.total::text AS total, t.parties,
    CASE p.by WHEN 1 THEN 'driver' WHEN 2 THEN 'days' ELSE 'heads' END AS weighed_by
  FROM parts r JOIN pools p ON p.no = r.no JOIN totals t ON t.share = p.share
  WHERE r.customer_id = $23::int AND r.part <> 0`;
