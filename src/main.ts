import { once } from "node:events";
import { type App, openApp } from "./app.ts";
import { startBot } from "./bot.ts";
import type { Config } from "./config.ts";

/** Runs the bot until it is told to stop by SIGINT or SIGTERM. */
export async function runBot(
  config: Config & { readonly slack: NonNullable<Config["slack"]> },
): Promise<void> {
  const app = await openApp(config);
  try {
    await runUntilSignal(app, config.slack);
  } finally {
    await app.close();
  }
}

async function runUntilSignal(app: App, connection: NonNullable<Config["slack"]>): Promise<void> {
  const bot = await startBot(app, connection);
  app.log.info({ mode: connection.mode, port: bot.port }, "Mainstay is connected to Slack");
  const signal = await Promise.race(
    ["SIGINT", "SIGTERM"].map((name) => once(process, name).then(() => name)),
  );
  app.log.info({ signal }, "stopping: finishing what is under way");
  const drained = await bot.stop();
  if (!drained) app.log.warn({}, "stopped before everything under way was done; Slack shows those as failed");
}
