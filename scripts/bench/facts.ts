import { addDays } from "../../src/domain/calendar.ts";
import { daysAfter } from "../../src/domain/clock.ts";
import type { FactKey } from "../../src/domain/outreach/facts.ts";
import { dayOf } from "../../src/domain/outreach/playbooks/days.ts";
import { feasts } from "../../src/holidays/feasts.ts";
import { factStore } from "../../src/store/facts/facts.ts";
import { type BenchDatabase, runOnBenchDatabase } from "./bench-database.ts";
import { LOG_END } from "./generate-activities.ts";

// What facts cost for 1,000 customers, each read alone, where each has something to find and where none has. Takes the options
// of bench-database.ts. Prints a JSON line for both.

const CUSTOMERS = 1_000;
const ROUNDS = 5;
const FACTS: readonly FactKey[] = [
  "lastTouch",
  "championLeft",
  "newProducts",
  "nextFeast",
  "upcomingEvents",
  "products",
];

await runOnBenchDatabase(async ({ name, database, log }: BenchDatabase) => {
  const { pool } = database;
  const store = factStore(database, "UTC", feasts());
  const { rows } = await pool.query("SELECT id FROM customers ORDER BY id LIMIT $1", [CUSTOMERS]);
  const ids = rows.map(({ id }) => Number(id));
  const measured = async (of: string) => {
    const ms: Record<string, number> = {};
    for (const key of FACTS) ms[key] = await fastest(() => store.read([key], ids, LOG_END));
    process.stdout.write(
      `${JSON.stringify({ bench: "facts", database: name, ...log, of, customersRead: ids.length, ms })}\n`,
    );
  };
  await measured("nothing to find");
  await fill(pool);
  await measured("something for each");
});

/** The fastest of some rounds, in whole milliseconds: what else the machine does only ever adds. */
async function fastest(read: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await read();
    took.push(performance.now() - began);
  }
  return Math.round(Math.min(...took));
}

/** Four people a customer, one of whom left; a catalogue of 4,000 in twenty categories, fifty of them new; thirty pairs each; three events. */
async function fill(pool: BenchDatabase["database"]["pool"]): Promise<void> {
  const today = dayOf(LOG_END);
  await pool.query("UPDATE customers SET country = 'DE', segment = 'Retail'");
  await pool.query(
    `INSERT INTO contacts (customer_id, source, external_id, name, email, left_on)
     SELECT id, 'bench', id || '-' || n, 'Person ' || n, 'p@x.example', CASE n WHEN 1 THEN $1::date END
     FROM customers, generate_series(1, 4) n`,
    [addDays(today, -5)],
  );
  await pool.query(
    `INSERT INTO products (source, external_id, name, category, listed_at)
     SELECT 'bench', sold.category, 'Named ' || sold.category, 'C' || abs(hashtext(sold.category)) % 20, NULL
     FROM (SELECT DISTINCT category FROM activities WHERE category <> '') sold
     UNION ALL SELECT 'bench', 'new-' || n, 'New ' || n, 'C' || n % 20, $1::timestamptz FROM generate_series(1, 50) n`,
    [daysAfter(LOG_END, -5)],
  );
  await pool.query(
    `INSERT INTO events (name, day, audience, audience_of, set_at)
     VALUES ('All', $1::date, 'all', NULL, $2::timestamptz), ('Some', $1::date, 'segment', 'retail', $2::timestamptz),
       ('Buyers', $1::date, 'category', 'c1', $2::timestamptz)`,
    [addDays(today, 10), daysAfter(LOG_END, -60)],
  );
  await pool.query(
    `INSERT INTO product_pairs (product, other, weight, both_customers, later_customers, product_customers, other_customers)
     SELECT p.external_id, p.other, 1.0 / n, 25, 10, 100, 100 FROM (
       SELECT external_id, n, lead(external_id, n) OVER (PARTITION BY n ORDER BY external_id) AS other
       FROM products, generate_series(1, 30) n WHERE listed_at IS NULL
     ) p WHERE other IS NOT NULL`,
  );
  await pool.query("INSERT INTO product_pairing (id, as_of, customers) VALUES (1, $1, 1000)", [LOG_END]);
  await pool.query("ANALYZE");
}
