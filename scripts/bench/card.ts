// Cards over signed HTTP, 20 in flight, while every customer is being scored: twice in turn as they are, kept before they are
// acknowledged, and without being kept, which says what keeping costs. No job runs: on a new file all of them
// would be due. Beside the times of each round: processor milliseconds a card, with the scoring and whoever asks,
// without a server's own. Prints one JSON line. Takes the options of bench-database.ts.
import { setTimeout as sleep } from "node:timers/promises";

import { type Bot, startBot } from "../../src/bot.ts";
import { composeApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { MS_PER_DAY } from "../../src/domain/clock.ts";
import { startTypeScriptWorker } from "../../src/typescript-worker.ts";
import { type BenchDatabase, measureMemory, runOnBenchDatabase } from "./bench-database.ts";
import type { CardLoadReport, CardLoadSettings } from "./card-load.ts";
import { LOG_END } from "./generate-activities.ts";
import { processorSeconds } from "./processor-seconds.ts";

const CARDS = 1_000;
const IN_FLIGHT = 20;
const ROUNDS = 2;
/** A store that takes everything for new and keeps nothing. */
const NOT_KEPT = {
  ...{
    keep: async () => true,
    keepNone: async () => {},
    done: async () => {},
    release: async () => {},
    gaveUp: async () => {},
  },
  ...{ stillAtWork: async () => {}, takeLeft: async () => [], takeGivenUp: async () => [] },
  ...{ claim: async () => true, forgetOld: async () => 0 },
};
type Round = CardLoadReport & { readonly processorMs: number };
const SIGNING_SECRET = "bench-signing-secret";
/** Chosen: nobody asks sooner after a start but whoever waits for it, whom `cold-start` measures. */
const ASKED_AFTER_MS = 5_000;
const BOT_OPTIONS = { beforeJobs: () => new Promise(() => {}), finishMs: 50, warmUpAfterMs: 0 };

void runOnBenchDatabase(async ({ name, database, log }: BenchDatabase) => {
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
  const app = composeApp({ ...config, health: null }, database, { clock: () => LOG_END });
  await database.pool.query(
    `UPDATE customers SET search_keys = ARRAY['customer ' || id, 'c' || id], search_text = 'customer ' || id || ' c' || id`,
  );
  await database.pool.query("VACUUM (ANALYZE) customers");
  const trained = await app.flows.trainModel({ asOf: LOG_END, horizonDays: 90, seed: 1 });
  if (trained.kind !== "trained") throw new Error(trained.reason.code);
  await app.flows.scoreCustomers({ asOf: new Date(LOG_END.getTime() - MS_PER_DAY) });

  const { slack } = config;
  if (!slack) throw new Error("The bench has tokens.");
  const botWith = (handledRequests: typeof NOT_KEPT | typeof app.store.handledRequests) =>
    startBot({ ...app, store: { ...app.store, handledRequests } }, slack, BOT_OPTIONS);
  // Both run all the while, so that what a bot does besides is the same in every round.
  const bots = { kept: await botWith(app.store.handledRequests), notKept: await botWith(NOT_KEPT) };
  await sleep(ASKED_AFTER_MS);
  const measure = async ({ port }: Bot): Promise<Round> => {
    const measured = nextMessage<CardLoadReport>();
    const spent = processorSeconds();
    const settings: CardLoadSettings = {
      url: `http://127.0.0.1:${port}/slack/events`,
      signingSecret: SIGNING_SECRET,
      cards: CARDS,
      inFlight: IN_FLIGHT,
      names: Array.from({ length: log.customers }, (_, place) => `Customer ${1 + place}`),
      isCold: false,
    };
    load.postMessage(settings);
    const report = await measured;
    return { ...report, processorMs: Math.round((spent() * 10_000) / CARDS) / 10 };
  };
  let isScoring = true;
  let scoringRuns = 0;
  const scoreUntilDone = async () => {
    while (isScoring) {
      await app.flows.scoreCustomers({ asOf: new Date(LOG_END.getTime() + scoringRuns * 1000) });
      scoringRuns += 1;
    }
  };
  const { result, ...memory } = await measureMemory(async () => {
    const scoring = scoreUntilDone();
    const [kept, notKept]: [Round[], Round[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      kept.push(await measure(bots.kept));
      notKept.push(await measure(bots.notKept));
    }
    isScoring = false;
    await scoring;
    return { kept, notKept };
  });
  await load.terminate(); // Its kept-alive connections would hold the server open.
  await Promise.all([bots.kept.stop(), bots.notKept.stop()]);
  await app.model.close();
  const size = { database: name, ...log, items: CARDS, inFlight: IN_FLIGHT, scoringRuns };
  const ratio = { p50: ratioOf(result, "p50"), p95: ratioOf(result, "p95") };
  const report = { ...result.kept[0], rounds: result, acknowledgedKeptToNotKept: ratio };
  process.stdout.write(`${JSON.stringify({ bench: "card", ...size, ...report, ...memory })}\n`);
});

/** How many times as long an acknowledgement takes where the request is kept before, over all rounds. */
function ratioOf({ kept, notKept }: Record<"kept" | "notKept", CardLoadReport[]>, at: "p50" | "p95"): number {
  const sum = (reports: CardLoadReport[]) =>
    reports.reduce((total, { acknowledgedMs }) => total + acknowledgedMs[at], 0);
  return Math.round((sum(kept) / sum(notKept)) * 100) / 100;
}
