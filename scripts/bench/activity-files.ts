import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { MS_PER_DAY } from "../../src/domain/clock.ts";

const ACTIVITIES_PER_CUSTOMER = 50;
const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAYS = 730;

/**
 * Writes invented customers and `items` activities as the two `mainstay-…` files. The same count gives the same
 * files. Rows come in the order of time, customers mixed, a tenth with quoted texts, as an export would have them.
 */
export async function writeActivityFiles(folder: string, items: number) {
  const count = Math.max(1, Math.round(items / ACTIVITIES_PER_CUSTOMER));
  const customers = join(folder, "customers.csv");
  const activities = join(folder, "activities.csv");
  await writeLines(
    customers,
    "external_id,name,currency,country",
    count,
    (i) => `C${i},Customer ${i},EUR,DE`,
  );
  const random = randomFrom(20261122);
  await writeLines(
    activities,
    "external_id,customer,kind,at,amount,currency,category,quantity,note",
    items,
    (i) => {
      const at = new Date(FIRST_DAY + Math.floor((i / items) * DAYS * MS_PER_DAY)).toISOString();
      const customer = `C${Math.floor(random() * count)}`;
      const amount = (random() * 500).toFixed(2);
      const note = i % 10 === 0 ? '"Standing order, ""express"""' : "Standing order";
      return `A${i},${customer},order,${at},${amount},EUR,SKU-${i % 400},${1 + (i % 24)},${note}`;
    },
  );
  return { customers, activities };
}

async function writeLines(
  path: string,
  header: string,
  count: number,
  lineOf: (index: number) => string,
): Promise<void> {
  const stream = createWriteStream(path);
  stream.write(`${header}\n`);
  for (let i = 0; i < count; i++) {
    if (!stream.write(`${lineOf(i)}\n`)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "finish");
}

/** mulberry32: a small repeatable generator of numbers in [0, 1). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
