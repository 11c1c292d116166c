// npm run bench -- features [--native | --database-url URL] [--customers N] [--activities N]: customers per second.
import { featureStore } from "../../src/store/risk/features.ts";
import { measureMemory, runOnBenchDatabase } from "./bench-database.ts";
import { LOG_END } from "./generate-activities.ts";

await runOnBenchDatabase(async ({ name, database, log }) => {
  const features = featureStore(database);
  const extractAll = async () => {
    const startedAt = performance.now();
    let items = 0;
    let longestMs = 0;
    for (const range of await features.customerRanges()) {
      const rangeStartedAt = performance.now();
      items += (await features.extract(LOG_END, range, { currency: "EUR", attributes: [] })).customerIds
        .length;
      longestMs = Math.max(longestMs, performance.now() - rangeStartedAt);
    }
    return { items, longestMs, seconds: (performance.now() - startedAt) / 1000 };
  };
  const { result, ...memory } = await measureMemory(extractAll);
  const line = {
    bench: "features",
    database: name,
    ...log,
    items: result.items,
    seconds: Number(result.seconds.toFixed(2)),
    perSecond: Math.round(result.items / result.seconds),
    longestRangeMs: Math.round(result.longestMs),
    ...memory,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
});
