import { MS_PER_DAY } from "../../src/domain/clock.ts";
// Cards over signed HTTP, 20 in flight, while every customer is being scored. Prints one JSON line. Takes the options of
// bench-database.ts.

import { startBot } from "../../src/bot.ts";
import { composeApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { startTypeScriptWorker } from "../../src/typescript-worker.ts";
import { type BenchDatabase, measureMemory, runOnBenchDatabase } from "./bench-database.ts";
import type { CardLoadReport, CardLoadSettings } from "./card-load.ts";
import { LOG_END } from "./generate-activities.ts";

const CARDS = 1_000;
const IN_FLIGHT = 20;
const SIGNING_SECRET = "bench-signing-secret";

await runOnBenchDatabase(async ({ name, database, log }: BenchDatabase) => {
  const load = startTypeScriptWorker(new URL("./card-load.ts", import.meta.url));
  const nextMessage = <T>() => new Promise<T>((resolve) => load.once("message", resolve));
  const { apiUrl } = await nextMessage<{ apiUrl: string }>();
  const config = parseConfig({
    SLACK_BOT_TOKEN: "xoxb-bench",
    SLACK_MODE: "http",
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: apiUrl,
    HOST: "127.0.0.1",
    PORT: "0",
    LOG_LEVEL: "error",
  });
  const app = composeApp(config, database, { clock: () => LOG_END });
  await database.pool.query(
    `UPDATE customers SET search_keys = ARRAY['customer ' || id, 'c' || id], search_text = 'customer ' || id || ' c' || id`,
  );
  await database.pool.query("VACUUM (ANALYZE) customers");
  const trained = await app.flows.trainModel({ asOf: LOG_END, horizonDays: 90, seed: 1 });
  if (trained.kind !== "trained") throw new Error(trained.reason.code);
  await app.flows.scoreCustomers({ asOf: new Date(LOG_END.getTime() - MS_PER_DAY) });

  if (!config.slack) throw new Error("The bench has tokens.");
  const bot = await startBot(app, config.slack);
  let isScoring = true;
  let scoringRuns = 0;
  const scoreUntilDone = async () => {
    while (isScoring) {
      await app.flows.scoreCustomers({ asOf: new Date(LOG_END.getTime() + scoringRuns * 1000) });
      scoringRuns += 1;
    }
  };
  const { result: report, ...memory } = await measureMemory(async () => {
    const scoring = scoreUntilDone();
    const settings: CardLoadSettings = {
      url: `http://127.0.0.1:${bot.port}/slack/events`,
      signingSecret: SIGNING_SECRET,
      cards: CARDS,
      inFlight: IN_FLIGHT,
      customers: log.customers,
    };
    load.postMessage(settings);
    const measured = await nextMessage<CardLoadReport>();
    isScoring = false;
    await scoring;
    return measured;
  });
  await load.terminate(); // Its kept-alive connections would hold the server open.
  await bot.stop();
  await app.model.close();
  const size = { database: name, ...log, items: CARDS, inFlight: IN_FLIGHT, scoringRuns };
  process.stdout.write(`${JSON.stringify({ bench: "card", ...size, ...report, ...memory })}\n`);
});
