// Cards over signed HTTP, 20 in flight, while every customer is being scored. Prints one JSON line.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { openApp } from "../../src/app.ts";
import { startBot } from "../../src/bot.ts";
import { parseConfig } from "../../src/config.ts";
import { startTypeScriptWorker } from "../../src/typescript-worker.ts";
import type { CardLoadReport, CardLoadSettings } from "./card-load.ts";
import { generateLog, LOG_END } from "./generate-activities.ts";

const { values } = parseArgs({
  options: {
    cards: { type: "string", default: "1000" },
    "in-flight": { type: "string", default: "20" },
    customers: { type: "string", default: "20000" },
    activities: { type: "string", default: "1000000" },
    "database-url": { type: "string" },
  },
});
const count = z.coerce.number().int().positive();
const cards = count.parse(values.cards);
const inFlight = count.parse(values["in-flight"]);
const wanted = { customers: count.parse(values.customers), activities: count.parse(values.activities) };

const SIGNING_SECRET = "bench-signing-secret";
const folder = mkdtempSync(join(tmpdir(), "mainstay-bench-"));
const load = startTypeScriptWorker(new URL("./card-load.ts", import.meta.url));
const nextMessage = <T>() => new Promise<T>((resolve) => load.once("message", resolve));

const { apiUrl } = await nextMessage<{ apiUrl: string }>();
const config = parseConfig({
  DATA_DIR: folder,
  DATABASE_URL: values["database-url"],
  SLACK_BOT_TOKEN: "xoxb-bench",
  SLACK_MODE: "http",
  SLACK_SIGNING_SECRET: SIGNING_SECRET,
  SLACK_API_URL: apiUrl,
  HOST: "127.0.0.1",
  PORT: "0",
  LOG_LEVEL: "error",
});
const app = await openApp(config, { clock: () => LOG_END });
const { customers, activities } = await generateLog(app.database, wanted);
await app.database.pool.query(
  `UPDATE customers SET search_keys = ARRAY['customer ' || id, 'c' || id], search_text = 'customer ' || id || E'\n' || 'c' || id`,
);
await app.database.pool.query("VACUUM (ANALYZE) customers");
const trained = await app.flows.trainModel({ asOf: LOG_END, horizonDays: 90, seed: 1 });
if (trained.kind !== "trained") throw new Error(trained.reason);
await app.flows.scoreCustomers({ asOf: new Date(LOG_END.getTime() - 86_400_000) });

if (!config.slack) throw new Error("The bench has tokens.");
const bot = await startBot(app, config.slack);
let scoring = true;
let scoringRuns = 0;
const scoreUntilDone = (async () => {
  while (scoring) {
    await app.flows.scoreCustomers({ asOf: new Date(LOG_END.getTime() + scoringRuns * 1000) });
    scoringRuns += 1;
  }
})();

const settings: CardLoadSettings = {
  url: `http://127.0.0.1:${bot.port}/slack/events`,
  signingSecret: SIGNING_SECRET,
  cards,
  inFlight,
  customers,
};
load.postMessage(settings);
const report = await nextMessage<CardLoadReport>();
scoring = false;
await scoreUntilDone;
await bot.stop();
await app.close();
await load.terminate();
rmSync(folder, { recursive: true, force: true });

const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
const database = config.databaseUrl ? "server" : "embedded";
process.stdout.write(
  `${JSON.stringify({ bench: "card", database, customers, activities, items: cards, inFlight, scoringRuns, ...report, peakRssMb })}\n`,
);
process.exit(0); // The client's kept-alive connections would hold the process for seconds.
