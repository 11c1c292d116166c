// npm run bench -- figures [--native | --database-url URL] [--entries N] [--stretches N] [--customers N] [--activities N]:
// costs, metrics, segments and spending of one quarter, as their commands ask for them. Prints one JSON line a report.
import { addDays, startOfDay } from "../../src/domain/calendar.ts";
import { fileSegment } from "../../src/domain/value/segments/file-segment.ts";
import { valueTier } from "../../src/domain/value/segments/value-tier.ts";
import { reportCosts } from "../../src/flows/costs/report-costs.ts";
import { adviseSpending } from "../../src/flows/value/advise-spending.ts";
import { readMetrics } from "../../src/flows/value/read-metrics.ts";
import { readSegments } from "../../src/flows/value/read-segments.ts";
import { createStore } from "../../src/store/store.ts";
import { runOnBenchDatabase } from "./bench-database.ts";
import { COST_QUARTER, generateCosts } from "./generate-costs.ts";
import { plainSumSeconds } from "./plain-sum.ts";

await runOnBenchDatabase(async ({ name, database, log, options }) => {
  const entries = Number(options.entries ?? 5 * log.customers);
  const stretches = Number(options.stretches ?? 1_500);
  await generateCosts(database, entries, stretches);
  const timeZone = "Europe/Berlin";
  const asOf = startOfDay(addDays(COST_QUARTER.toDay, 1), timeZone);
  const deps = { ...createStore(database), clock: () => asOf };
  const clv = { years: 3, discountRatePercent: 10, marginPercentIfUnknown: 40 };
  const value = { currency: "EUR", timeZone, clv };
  const period = COST_QUARTER;
  const costs = { ...period, timeZone, currency: "EUR", dimension: "segment", mostRows: null } as const;
  const reports: Readonly<Record<string, () => Promise<{ readonly kind: string }>>> = {
    costs: () => reportCosts(deps, costs),
    metrics: () => readMetrics(deps, { ...value, period }),
    segments: () => readSegments(deps, { ...value, rule: valueTier, asOf }),
    spending: () => adviseSpending(deps, { ...value, rule: fileSegment, period, asOf, mostOnAList: 20 }),
  };
  for (const [report, read] of Object.entries(reports)) {
    const startedAt = performance.now();
    const { kind } = await read();
    const seconds = (performance.now() - startedAt) / 1000;
    const line = {
      ...{ bench: "figures", database: name, ...log, entries, stretches, report, kind },
      seconds: Number(seconds.toFixed(2)),
      timesPlainSum: Math.round(seconds / (await plainSumSeconds(database))),
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
});
