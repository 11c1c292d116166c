// npm run bench -- cold-start [--rounds N]: what a start costs those who wait for it, each time in a process of its own, with the
// demo's customers on the embedded database. `npm start` to the first card on the local workspace's page, in a fresh data folder
// and again in the same one; and the bot over HTTP, whose first 100 commands are sent as soon as it says that it is connected.
// Prints a JSON line each.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { DEMO_CUSTOMERS } from "../../src/demo/demo-data.ts";
import {
  findPreparedDemo,
  PREPARED_DEMO_FOLDER,
  prepareDemo,
} from "../../src/local-workspace/prepared-demo.ts";
import { buildPage } from "../../src/sandbox/page/build.ts";
import { DATABASE_FOLDER } from "../../src/store/database/embedded-database.ts";
import { startTypeScriptWorker } from "../../src/typescript-worker.ts";
import type { CardLoadReport, CardLoadSettings } from "./card-load.ts";
import { firstCardOnPage } from "./first-card.ts";
import { npmStart } from "./started-process.ts";

const COMMANDS = 100;
const IN_FLIGHT = 20;
const SIGNING_SECRET = "bench-signing-secret";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "3" } } });
await prepareAsInstalled();
for (let round = 1; round <= Number(values.rounds); round += 1) {
  const folder = mkdtempSync(join(tmpdir(), "mainstay-bench-"));
  try {
    const [cold, warm] = [
      await startLocally(join(folder, "local")),
      await startLocally(join(folder, "local")),
    ];
    print({ start: "local", round, cold, warm });
    print({ start: "http", round, ...(await startOverHttp(join(folder, "http"))) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify({ bench: "cold-start", ...line })}\n`);
}

/** What an install leaves, of the code as it is: the page and the demo. */
async function prepareAsInstalled(): Promise<void> {
  await buildPage();
  const { horizonDays, seed } = parseConfig({});
  const wanted = { customers: DEMO_CUSTOMERS, horizonDays, seed, now: new Date() };
  if (findPreparedDemo(PREPARED_DEMO_FOLDER, wanted).kind !== "of-today")
    await prepareDemo(PREPARED_DEMO_FOLDER, { clock: () => new Date() });
}

/** Seconds from the command until the page is served, and until a card stands on it. */
async function startLocally(dataFolder: string) {
  const startedAt = performance.now();
  const secondsSince = () => Math.round((performance.now() - startedAt) / 10) / 100;
  const bot = npmStart({ DATA_DIR: dataFolder, PORT: "0", LOG_LEVEL: "error" });
  try {
    const url = await bot.says(/(http:\/\/127\.0\.0\.1:\d+\/)/);
    const ready = secondsSince();
    await firstCardOnPage(url, "acme");
    return { ready, firstCard: secondsSince(), processorSeconds: bot.processorSeconds() };
  } finally {
    await bot.stop();
  }
}

async function startOverHttp(dataFolder: string) {
  cpSync(join(PREPARED_DEMO_FOLDER, DATABASE_FOLDER), join(dataFolder, DATABASE_FOLDER), { recursive: true });
  const names = await customersIn(dataFolder);
  const slack = startTypeScriptWorker(new URL("./card-load.ts", import.meta.url));
  const told = <Message>() => new Promise<Message>((resolve) => slack.once("message", resolve));
  const { apiUrl } = await told<{ apiUrl: string }>();
  const port = await freePort();
  const startedAt = performance.now();
  const bot = npmStart({
    DATA_DIR: dataFolder,
    ...{ HOST: "127.0.0.1", PORT: String(port), HEALTH_PORT: "off", LOG_LEVEL: "info" },
    ...{ SLACK_MODE: "http", SLACK_API_URL: apiUrl },
    ...{ SLACK_BOT_TOKEN: "xoxb-bench", SLACK_SIGNING_SECRET: SIGNING_SECRET },
  });
  try {
    await bot.says(/Mainstay is connected to Slack/);
    const ready = Math.round((performance.now() - startedAt) / 10) / 100;
    const url = `http://127.0.0.1:${port}/slack/events`;
    const settings: CardLoadSettings = {
      ...{ url, signingSecret: SIGNING_SECRET, cards: COMMANDS, inFlight: IN_FLIGHT, names, isCold: true },
    };
    const measured = told<CardLoadReport>();
    slack.postMessage(settings);
    const report = await measured;
    return { ready, commands: COMMANDS, ...report, processorSeconds: bot.processorSeconds() };
  } finally {
    await slack.terminate(); // Its kept-alive connections would hold the server open.
    await bot.stop();
  }
}

/** Names that each mean one customer. */
async function customersIn(dataFolder: string): Promise<string[]> {
  const app = await openApp(parseConfig({ DATA_DIR: dataFolder, LOG_LEVEL: "fatal" }));
  try {
    const { rows } = await app.database.pool.query<{ name: string }>(
      "SELECT min(name) AS name FROM customers GROUP BY search_keys HAVING count(*) = 1 ORDER BY min(id) LIMIT $1",
      [COMMANDS],
    );
    return rows.map(({ name }) => name);
  } finally {
    await app.close();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No port is free.");
  return address.port;
}
