import type { Database } from "../../src/store/database/database.ts";

/** The first instant after the generated log; scoring it as of then leaves no empty stretch. */
export const LOG_END = new Date("2026-06-01T00:00:00Z");
const LOG_DAYS = 730;
/** Rows per statement: keeps one statement near a second, and the write-ahead log in even pieces. */
const CUSTOMERS_PER_STATEMENT = 500;

export type GeneratedLog = { readonly customers: number; readonly activities: number };

/**
 * Fills an empty customer file with invented customers and about the wanted number of activities, made inside the
 * database from hashes of the row numbers: the same size gives the same log. Customers differ in pace, join over
 * the first 500 days and stop one after another, so there is churn to learn. Every tenth has a contract.
 */
export async function generateLog(database: Database, wanted: GeneratedLog): Promise<GeneratedLog> {
  const { pool } = database;
  await pool.query(CUSTOMERS, [wanted.customers, LOG_DAYS, LOG_END]);
  await pool.query("SELECT setval(pg_get_serial_sequence('customers', 'id'), $1)", [wanted.customers]);
  for (let from = 1; from <= wanted.customers; from += CUSTOMERS_PER_STATEMENT) {
    const to = Math.min(wanted.customers, from + CUSTOMERS_PER_STATEMENT - 1);
    const range = [from, to, LOG_DAYS, LOG_END];
    await pool.query(ACTIVITIES, [...range, wanted.activities / wanted.customers]);
    for (const statement of [TICKETS, TOUCHES, FEEDBACK]) await pool.query(statement, range);
  }
  for (const table of ["customers", "activities", "tickets", "touches", "feedback"]) {
    await pool.query(`VACUUM (ANALYZE) ${table}`);
  }
  const { rows } = await pool.query<{ customers: number; activities: number }>(
    "SELECT (SELECT count(*) FROM customers)::int AS customers, (SELECT count(*) FROM activities)::int AS activities",
  );
  return { customers: rows[0]?.customers ?? 0, activities: rows[0]?.activities ?? 0 };
}

/** A number in [0, 1) that depends on `key` and `stream` only. */
const uniform = (key: string, stream: number) =>
  `((hashint8extended((${key})::bigint, ${stream}) & 2147483647)::float8 / 2147483648)`;

/** A customer's first and last active day, counted from the log's first day. */
const LIVES = `
  SELECT id, joined, LEAST($3::float8, joined + 30 - 400 * ln(1 - ${uniform("id", 2)})) AS left_on
  FROM (SELECT id, 500 * ${uniform("id", 1)} AS joined FROM generate_series($1::int, $2::int) AS id) AS joins`;

const CUSTOMERS = `
  WITH lives AS (${LIVES.replaceAll("$3", "$2").replace("$1::int, $2::int", "1, $1::int")})
  INSERT INTO customers (id, source, external_id, name, currency, monthly_revenue_minor, started_on, ended_on)
  SELECT id, 'bench', id::text, 'Customer ' || id, 'EUR',
    CASE WHEN id % 10 = 0 THEN 5000 + id % 900 * 100 END,
    CASE WHEN id % 10 = 0 THEN ($3::timestamptz AT TIME ZONE 'UTC')::date - ($2 - joined)::int END,
    CASE WHEN id % 10 = 0 AND left_on < $2 THEN ($3::timestamptz AT TIME ZONE 'UTC')::date - ($2 - left_on)::int END
  FROM lives`;

/**
 * The product of an order line: one of 200 that the customer buys, drawn from 4,000. The square makes favourites, so
 * that about a fifth of the lines buy again what the customer had before (19 % at 50 activities each).
 */
const PRODUCT = `(10000 + (4000 * ${uniform(`id * 1009 + floor(200 * power(${uniform("id * 100003::bigint + line", 8)}, 2))`, 9)})::int)::text`;

/** Mean of (0.4 + 1.2 u) × days active over the customers above, found by drawing 100,000 of them. */
const MEAN_PACE = 297;

const ACTIVITIES = `
  WITH lives AS (${LIVES}),
  lines AS (
    SELECT id, joined, left_on, line, ${uniform("id * 100003::bigint + line", 4)} AS kind_draw
    FROM lives, generate_series(1, 1 + round($5::float8 * (left_on - joined)
      * (0.4 + 1.2 * ${uniform("id", 3)}) / ${MEAN_PACE})::int) AS line
  ),
  kinds AS (
    SELECT *, CASE WHEN kind_draw < 0.70 THEN 'order' WHEN kind_draw < 0.83 THEN 'usage'
      WHEN kind_draw < 0.93 THEN 'delivery' WHEN kind_draw < 0.97 THEN 'payment' ELSE 'refund' END AS kind,
      -- Three order lines make an invoice.
      id * 100003::bigint + CASE WHEN kind_draw < 0.70 THEN line / 3 ELSE line + 50000 END AS event
    FROM lines
  )
  INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency, category, quantity, document)
  SELECT 'bench', id || '-' || line, id, kind,
    $4::timestamptz - make_interval(secs => 86400 * ($3 - joined - ${uniform("event", 5)} * (left_on - joined))),
    CASE WHEN kind IN ('order', 'payment', 'refund') THEN 100 + (${uniform("id * 100003::bigint + line", 6)} * 20000)::int END,
    CASE WHEN kind IN ('order', 'payment', 'refund') THEN 'EUR' END,
    CASE WHEN kind = 'order' THEN ${PRODUCT} END,
    CASE WHEN kind IN ('order', 'usage') THEN 1 + (${uniform("id * 100003::bigint + line", 7)} * 50)::int END,
    CASE WHEN kind = 'order' THEN event::text END
  FROM kinds`;

/** About `perCustomer` times over a customer's life, at random moments of it. */
const sprinkled = (perCustomer: number, stream: number) => `
  SELECT id, n, $4::timestamptz
    - make_interval(secs => 86400 * ($3 - joined - ${uniform("id * 1009 + n", stream)} * (left_on - joined))) AS at
  FROM (${LIVES}) AS lives, generate_series(1, (${2 * perCustomer} * ${uniform("id", stream + 1)})::int) AS n`;

const TICKETS = `
  INSERT INTO tickets (customer_id, source, external_id, subject, opened_at, solved_at)
  SELECT id, 'bench', id || '-' || n, 'Question ' || n, at, CASE WHEN n % 5 > 0 THEN at + interval '3 days' END
  FROM (${sprinkled(1.5, 10)}) AS events`;
const TOUCHES = `
  INSERT INTO touches (customer_id, source, external_id, channel, outcome, at)
  SELECT id, 'bench', id || '-' || n, 'phone', 'reached', at FROM (${sprinkled(2, 12)}) AS events`;
const FEEDBACK = `
  INSERT INTO feedback (customer_id, source, external_id, kind, score, scale_max, at)
  SELECT id, 'bench', id || '-' || n, CASE WHEN n % 2 = 0 THEN 'nps' ELSE 'csat' END,
    1 + n % 5, CASE WHEN n % 2 = 0 THEN 10 ELSE 5 END, at
  FROM (${sprinkled(1, 14)}) AS events`;
