// npm run bench -- demo [--customers N] [--seeds 1,2,3] [--as-of 2026-11-28]: trains on invented customers of several
// seeds and tells how often the network serves, by the log loss on the held-out period.
import { parseArgs } from "node:util";
import { composeApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { DEMO_CUSTOMERS, DEMO_SEED } from "../../src/demo/demo-data.ts";
import { openDatabase } from "../../src/store/database/database.ts";
import { migrate } from "../../src/store/database/migrate.ts";

const { values } = parseArgs({
  options: {
    customers: { type: "string", default: String(DEMO_CUSTOMERS) },
    seeds: { type: "string", default: `${DEMO_SEED},1,2,3,4,5,6,7,8,9,10,11` },
    "as-of": { type: "string", default: "2026-11-28" },
  },
});
const customers = Number(values.customers);
const asOf = new Date(`${values["as-of"]}T09:30:00Z`);

for (const seed of values.seeds.split(",").map(Number)) {
  const line = { bench: "demo", customers, seed, ...(await trainOnDemo(seed)) };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function trainOnDemo(seed: number) {
  const database = await openDatabase({ kind: "memory" });
  await migrate(database);
  const app = composeApp(parseConfig({ LOG_LEVEL: "fatal" }), database, { clock: () => asOf });
  try {
    await app.flows.loadDemo({ seed, asOf, customers });
    const { training } = await app.flows.readAsOf();
    const { horizonDays, seed: trainingSeed } = app.config;
    const cpu = process.cpuUsage();
    const trained = await app.flows.trainModel({ asOf: training, horizonDays, seed: trainingSeed });
    const { user, system } = process.cpuUsage(cpu);
    if (trained.kind !== "trained") throw new Error(trained.reason.code);
    const { serves, metrics, settings } = trained.version;
    const logLoss = Object.entries(metrics).map(([kind, { logLoss }]) => [kind, Number(logLoss.toFixed(4))]);
    return {
      serves,
      logLoss: Object.fromEntries(logLoss),
      heldOutRows: settings.heldOutRows,
      cpuSeconds: Math.round((user + system) / 1e6),
    };
  } finally {
    await app.close();
  }
}
