// Which products are bought by the same customers, reckoned twice, and what one customer's card then reads of it. Prints
// one JSON line. Takes the options of bench-database.ts.

import { PAIRS_PER_PRODUCT } from "../../src/domain/products/product-pairs.ts";
import { pairProducts } from "../../src/flows/products/pair-products.ts";
import { createStore } from "../../src/store/store.ts";
import { type BenchDatabase, measureMemory, runOnBenchDatabase } from "./bench-database.ts";
import { LOG_END } from "./generate-activities.ts";

const READ = 200;

/** The log's customers choose their products by chance, so it has next to no pairs: as many as can be, made up. */
const MADE_UP = `
  WITH numbered AS (SELECT category AS product, row_number() OVER (ORDER BY category) AS place
    FROM (SELECT DISTINCT category FROM activities WHERE kind = 'order') bought),
  counted AS (SELECT count(*) AS products FROM numbered)
  INSERT INTO product_pairs
  SELECT a.product, b.product, 0.5, 41, 29, 120, 96 FROM numbered a CROSS JOIN counted
  CROSS JOIN generate_series(1, ${PAIRS_PER_PRODUCT}) step
  JOIN numbered b ON b.place = 1 + (a.place + step * 97) % products WHERE a.product <> b.product ORDER BY a.product
  ON CONFLICT DO NOTHING`;

await runOnBenchDatabase(async ({ name, database, log }: BenchDatabase) => {
  const store = createStore(database);
  const seconds = async (work: () => Promise<unknown>) => {
    const begun = performance.now();
    await work();
    return (performance.now() - begun) / 1000;
  };
  const { result: times, ...memory } = await measureMemory(async () => ({
    first: await seconds(() => pairProducts(store, { asOf: LOG_END })),
    again: await seconds(() => pairProducts(store, { asOf: LOG_END })),
  }));
  await database.pool.query(MADE_UP);
  await database.pool.query("VACUUM (ANALYZE) product_pairs");
  const reads: number[] = [];
  for (let place = 1; place <= READ; place += 1) {
    const id = Math.ceil((place * log.customers) / READ);
    reads.push(1000 * (await seconds(() => store.facts.read(["products"], [id], LOG_END))));
  }
  const sorted = reads.toSorted((a, b) => a - b);
  const readMs = { median: sorted[READ / 2], p95: sorted[Math.floor(READ * 0.95)], most: sorted.at(-1) };
  const { rows } = await database.pool.query("SELECT count(*)::int AS pairs FROM product_pairs");
  process.stdout.write(
    `${JSON.stringify({ bench: "products", database: name, ...log, seconds: times, ...rows[0], readMs, ...memory })}\n`,
  );
});
