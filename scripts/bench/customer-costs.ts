// npm run bench -- customer-costs [--native | --database-url URL] [--entries N] [--stretches N] [--customers N]
// [--activities N]: what one customer cost in a quarter, asked of several customers one after the other: the first has to
// share everybody's costs out, the others use what was kept of it. Prints one JSON line.
import { costAllocationStore } from "../../src/store/costs/cost-allocation.ts";
import { runOnBenchDatabase } from "./bench-database.ts";
import { COST_QUARTER, generateCosts } from "./generate-costs.ts";
import { plainSumSeconds } from "./plain-sum.ts";

const ASKED = 20;

await runOnBenchDatabase(async ({ name, database, log, options }) => {
  const entries = Number(options.entries ?? 5 * log.customers);
  const stretches = Number(options.stretches ?? 1_500);
  await generateCosts(database, entries, stretches);
  const store = costAllocationStore(database);
  const scope = { ...COST_QUARTER, currency: "EUR", timeZone: "UTC" };
  const seconds: number[] = [];
  let parts = 0;
  for (let n = 0; n < ASKED; n += 1) {
    const startedAt = performance.now();
    const found = await store.ofCustomer(scope, 1 + Math.floor((n * log.customers) / ASKED));
    seconds.push((performance.now() - startedAt) / 1000);
    parts += found.shared.length;
  }
  const [first = 0, ...later] = seconds;
  const sorted = later.sort((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(3));
  const plain = await plainSumSeconds(database);
  const line = {
    ...{ bench: "customer-costs", database: name, ...log, entries, stretches, parts },
    firstSeconds: Number(first.toFixed(2)),
    ...{ medianSeconds: at(0.5), slowestSeconds: at(1) },
    timesPlainSum: Number((at(0.5) / plain).toFixed(1)),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
});
