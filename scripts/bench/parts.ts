// npm run bench -- parts --native [--customers N] [--activities N]: the features of everybody, and 100,000 new rows, on one table and on the
// same table in parts, and how long dividing it takes. Prints a JSON line a layout.
import type { Activity } from "../../src/domain/activity.ts";
import { inputsOf } from "../../src/domain/risk/versions/model-version.ts";
import type { Database } from "../../src/store/database/database.ts";
import { dropOld, partition } from "../../src/store/database/parts/partition.ts";
import { createStore } from "../../src/store/store.ts";
import { runOnBenchDatabase } from "./bench-database.ts";
import { LOG_END } from "./generate-activities.ts";
import { serverSeconds } from "./server-seconds.ts";

const ROUNDS = 3;
const NEW_ROWS = 100_000;
const ROWS_AT_ONCE = 5_000;

await runOnBenchDatabase(async ({ name, database, log }) => {
  const tell = (line: object) =>
    process.stdout.write(`${JSON.stringify({ bench: "parts", database: name, ...log, ...line })}\n`);
  tell({ layout: "one table", ...(await measured(database, log.customers, "one")) });
  const { seconds: partitionSeconds } = await spentBy(database, () => partition(database, () => {}));
  const following = await measured(database, log.customers, "followed");
  await dropOld(database);
  tell({ layout: "parts, the old table follows", partitionSeconds, ...following });
  tell({ layout: "parts", ...(await measured(database, log.customers, "parts")) });
});

async function measured(database: Database, customers: number, source: string) {
  const [features, ofServer]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const spent = await spentBy(database, () => extractAll(database));
    features.push(spent.seconds);
    ofServer.push(spent.ofServer);
  }
  // Each layout then writes its pages to the log as a whole once.
  await database.pool.query("CHECKPOINT");
  const added = await spentBy(database, () => addRows(database, customers, source));
  await createStore(database).activityRows.tidy();
  return { featureSeconds: features, featureSecondsOfServer: ofServer, added };
}

async function extractAll(database: Database): Promise<void> {
  const { features } = createStore(database);
  for (const range of await features.customerRanges())
    await features.extract(LOG_END, range, inputsOf({ currency: "EUR" }));
}

async function addRows(database: Database, customers: number, source: string): Promise<void> {
  const { activityRows } = createStore(database);
  for (let from = 0; from < NEW_ROWS; from += ROWS_AT_ONCE) {
    const write = activityRows.newRows(
      { importId: 0, fromLine: from, toLine: from + ROWS_AT_ONCE, rejected: [] },
      Array.from({ length: ROWS_AT_ONCE }, (_, at) => ({
        customerId: 1 + ((from + at) % customers),
        activity: rowOf(source, from + at),
      })),
    );
    await write();
  }
}

function rowOf(source: string, number: number): Activity {
  return {
    ...{
      source,
      externalId: `${source}-${number}`,
      kind: "order",
      at: new Date(LOG_END.getTime() - number * 1_000),
    },
    ...{ amountMinor: 1_000 + (number % 90_000), currency: "EUR", category: `Product ${number % 300}` },
    ...{ quantity: 1 + (number % 7), document: null, note: null },
  };
}

/** By the clock, and processor seconds of the server's, NaN where those cannot be read. */
async function spentBy({ pool }: Database, work: () => Promise<unknown>) {
  const [begun, before] = [performance.now(), await serverSeconds(pool)];
  await work();
  const ofServer = ((await serverSeconds(pool)) ?? Number.NaN) - (before ?? Number.NaN);
  return {
    seconds: Number(((performance.now() - begun) / 1_000).toFixed(2)),
    ofServer: Number(ofServer.toFixed(2)),
  };
}
