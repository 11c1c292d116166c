// npm run bench -- features [--native | --database-url URL] [--customers N] [--activities N]: customers per second.
import { CUSTOMERS_PER_RANGE } from "../../src/flows/labelled-snapshot.ts";
import { featureStore } from "../../src/store/features.ts";
import { peakRssMb, runOnBenchDatabase } from "./bench-database.ts";
import { LOG_END } from "./generate-activities.ts";

await runOnBenchDatabase(async ({ name, database, log }) => {
  const features = featureStore(database);
  const startedAt = performance.now();
  let items = 0;
  let longestMs = 0;
  for (const range of await features.customerRanges(CUSTOMERS_PER_RANGE)) {
    const rangeStartedAt = performance.now();
    items += (await features.extract(LOG_END, range)).customerIds.length;
    longestMs = Math.max(longestMs, performance.now() - rangeStartedAt);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const line = {
    bench: "features",
    database: name,
    ...log,
    items,
    seconds: Number(seconds.toFixed(2)),
    perSecond: Math.round(items / seconds),
    longestRangeMs: Math.round(longestMs),
    peakRssMb: peakRssMb(),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
});
