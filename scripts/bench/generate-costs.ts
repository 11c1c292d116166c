import type { Database } from "../../src/store/database/database.ts";

/** A quarter inside the generated log. */
export const COST_QUARTER = { fromDay: "2026-03-01", toDay: "2026-05-31" };
const ENTRIES_PER_STATEMENT = 50_000;

/**
 * Fills the ledger with invented costs of one quarter, made inside the database from hashes of their numbers: 90 % for a
 * single customer, 3 % for a touch or a ticket, 1 % for three customers by name, 3 % for a segment and 3 % for everybody,
 * these by all drivers over months, the quarter and the year. Touches get minutes and members who cost something.
 * @param stretches so many entries more, each shared by everybody on days of its own
 */
export async function generateCosts({ pool }: Database, entries: number, stretches = 0): Promise<void> {
  await pool.query("UPDATE customers SET segment = 'Segment ' || id % 8");
  await pool.query("UPDATE touches SET member_id = 'U' || id % 20, minutes_spent = 5 + id % 50");
  await pool.query(HOURLY_COSTS);
  const { rows } = await pool.query<{ customers: number }>(
    "SELECT count(*)::int AS customers FROM customers",
  );
  for (let first = 1; first <= entries; first += ENTRIES_PER_STATEMENT) {
    const last = Math.min(entries, first + ENTRIES_PER_STATEMENT - 1);
    await pool.query(ENTRIES, [first, last, rows[0]?.customers ?? 0]);
  }
  await pool.query(STRETCHES, [stretches]);
  for (const table of ["customers", "touches", "cost_entries"]) await pool.query(`VACUUM (ANALYZE) ${table}`);
}

const HOURLY_COSTS = `
  INSERT INTO hourly_costs (member_id, from_day, amount_minor, currency, set_by, set_at)
  SELECT 'U' || n, '2024-01-01', 3000 + 100 * n, 'EUR', 'bench', '2024-01-01' FROM generate_series(0, 17) n`;

const draw = (stream: number) => `(hashint8extended(n, ${stream}) & 1073741823)`;

const ENTRIES = `
  INSERT INTO cost_entries (source, external_id, category, kind, amount_minor, currency, from_day, to_day, applies_to,
    driver)
  SELECT 'bench', n::text, (ARRAY['labour', 'tools', 'activities', 'marketing', 'goods'])[1 + category],
    CASE WHEN share < 94 THEN 'direct' ELSE 'indirect' END, 100 + ${draw(1)} % 50000, 'EUR', first, last,
    CASE WHEN share < 90 THEN 'customer:' || customer
      WHEN share < 92 THEN 'touch:' || customer || '-1'
      WHEN share < 93 THEN 'ticket:' || customer || '-1'
      WHEN share < 94 THEN 'customer:' || customer || '|customer:' || 1 + (customer + 7) % $3 || '|customer:' || 1 + (customer + 99) % $3
      WHEN share < 97 THEN 'segment:Segment ' || ${draw(2)} % 8
      ELSE 'all' END,
    -- Every category has two drivers, as a team that has settled on its ways.
    (ARRAY['equal', 'revenue', 'orders', 'tickets', 'touches', 'minutes'])[1 + (category + ${draw(3)} % 2) % 6]
  FROM (
    SELECT n, ${draw(4)} % 100 AS share, (${draw(5)} % 5)::int AS category, 1 + ${draw(6)} % $3 AS customer,
      ${draw(7)} % 6 AS shape
    FROM generate_series($1::bigint, $2::bigint) AS n
  ) drawn
  CROSS JOIN LATERAL (
    SELECT (date '2026-03-01' + make_interval(months => shape::int))::date AS first,
      (date '2026-03-01' + make_interval(months => shape::int + 1))::date - 1 AS last WHERE shape < 3
    UNION ALL SELECT date '2026-03-01', date '2026-05-31' WHERE shape = 3
    UNION ALL SELECT date '2026-01-01', date '2026-12-31' WHERE shape = 4
    -- A visit or a gift: one day; for many at once, the month it was in.
    UNION ALL SELECT CASE WHEN share < 94 THEN day ELSE date '2026-04-01' END,
      CASE WHEN share < 94 THEN day ELSE date '2026-04-30' END
      FROM (SELECT date '2026-03-01' + (${draw(8)} % 92)::int AS day) visit WHERE shape = 5
  ) days`;

/** All 4,186 stretches of a quarter's 92 days differ; taken with a step, short and long ones come by turns. */
const STRETCHES = `
  INSERT INTO cost_entries (source, external_id, category, kind, amount_minor, currency, from_day, to_day, applies_to,
    driver)
  SELECT 'bench-stretches', n::text, 'tools', 'indirect', 100 + ${draw(9)} % 5000000, 'EUR', first, last, 'all',
    (ARRAY['equal', 'revenue', 'orders', 'tickets', 'touches', 'minutes'])[1 + n % 6]
  FROM (
    SELECT first::date AS first, last::date AS last, row_number() OVER (ORDER BY hashint8(
      (first::date - date '2026-03-01') * 100 + (last::date - date '2026-03-01'))) AS n
    FROM generate_series(timestamp '2026-03-01', timestamp '2026-05-31', interval '1 day') AS first
    CROSS JOIN LATERAL generate_series(first, timestamp '2026-05-31', interval '1 day') AS last
  ) all_stretches WHERE n <= $1`;
