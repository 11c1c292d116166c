import { createStore } from "../../src/store/store.ts";
import { valuingFor } from "../../src/flows/value/read-valued-customers.ts";
import { readStakes } from "../../src/flows/value/read-stakes.ts";
import { weighCostToServe } from "../../src/flows/value/weigh-cost-to-serve.ts";
import { fileSegment } from "../../src/domain/value/segments/file-segment.ts";
import { runOnBenchDatabase } from "./bench-database.ts";
import { LOG_END } from "./generate-activities.ts";
await runOnBenchDatabase(async ({ name, database, log }) => {
  const clv = { years: 3, discountRatePercent: 10, marginPercentIfUnknown: 40 };
  const costAllocation = { allocate: async () => ({ rows: [], totals: [], notes: [] }) };
  const store = { ...createStore(database), costAllocation, clock: () => LOG_END };
  for (const timeZone of ["UTC", "Europe/Berlin"]) {
    const valuing = await valuingFor(store, { currency: null, timeZone, clv });
    for (let run = 0; run < 2; run += 1) {
      let t = performance.now();
      const { customers } = await valuing.customersAt(LOG_END);
      const all = performance.now() - t; t = performance.now();
      let n = 0;
      await store.customerHistories.over({ fromDay: "2025-06-01", toDay: "2026-05-31", timeZone }, () => { n += 1; });
      const hist = performance.now() - t; t = performance.now();
      const w = await weighCostToServe(store, { currency: null, timeZone, clv, rule: fileSegment, period: { fromDay: "2026-01-01", toDay: "2026-03-31" } });
      const weigh = performance.now() - t; t = performance.now();
      const s = await readStakes({ ...store, clv, timeZone }, LOG_END, customers.slice(0, 1000).map(({ customerId }) => customerId));
      const stakes = performance.now() - t;
      console.log(JSON.stringify({ name, ...log, timeZone, customers: customers.length, n, all, hist, weigh, w: w.kind, stakes, s: s.size }));
    }
  }
});
