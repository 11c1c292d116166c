// npm run bench -- costs [--native | --database-url URL] [--entries N] [--stretches N] [--customers N] [--activities N]
// [--by DIMENSION]: a quarter's costs shared out to the last unit, --stretches of them on days of their own. Prints one
// JSON line a dimension, with how many times as long it takes as adding up the ledger's amounts.
import { COST_DIMENSIONS } from "../../src/domain/costs/cost-report.ts";
import { costAllocationStore } from "../../src/store/costs/cost-allocation.ts";
import { measureMemory, runOnBenchDatabase } from "./bench-database.ts";
import { COST_QUARTER, generateCosts } from "./generate-costs.ts";
import { plainSumSeconds } from "./plain-sum.ts";

await runOnBenchDatabase(async ({ name, database, log, options }) => {
  const entries = Number(options.entries ?? 10 * log.customers);
  const stretches = Number(options.stretches ?? 0);
  await generateCosts(database, entries, stretches);
  const store = costAllocationStore(database);
  const scope = { ...COST_QUARTER, currency: "EUR", timeZone: "UTC" };
  const dimensions = options.by ? COST_DIMENSIONS.filter((one) => one === options.by) : COST_DIMENSIONS;
  for (const dimension of dimensions) {
    const startedAt = performance.now();
    const { result, ...memory } = await measureMemory(() => store.allocate(scope, dimension));
    const seconds = (performance.now() - startedAt) / 1000;
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    const line = {
      bench: "costs",
      database: name,
      ...log,
      entries,
      stretches,
      by: dimension,
      seconds: Number(seconds.toFixed(2)),
      timesPlainSum: Math.round(seconds / (await plainSumSeconds(database))),
      perSecond: Math.round(entries / seconds),
      ...memory,
      rows: result.rows.length,
      totalMinor: sum(result.totals.map(({ minor }) => minor)),
      sumOfRowsMinor: sum(result.rows.map((row) => row.directMinor + row.indirectMinor)),
      unallocatedMinor: result.unallocatedMinor,
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
});
