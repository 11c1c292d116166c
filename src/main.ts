import { once } from "node:events";
import { startBot } from "./bot.ts";
import { type App, openApp } from "./compose.ts";
import type { Config } from "./config.ts";

/** Runs the bot on Slack until it is told to stop by SIGINT or SIGTERM. */
export async function runBot(config: Config, connection: NonNullable<Config["slack"]>): Promise<void> {
  const app = await openApp(config);
  try {
    const bot = await startBot(app, connection);
    app.log.info({ mode: connection.mode, port: bot.port }, "Mainstay is connected to Slack");
    startModel(app);
    app.log.info({ signal: await stopSignal() }, "stopping: finishing what is under way");
    if (!(await bot.stop())) {
      app.log.warn({}, "stopped before everything under way was done; Slack shows those as failed");
    }
  } finally {
    await app.close();
  }
}

/** Starts the model's thread, which takes a second, before the first card needs it; nothing waits for it. */
export function startModel({ model, log }: App): void {
  model.backend().then(
    (backend) => log.info({ backend }, "the model is ready"),
    (error: unknown) => log.warn({ error: String(error) }, "the model's thread does not start"),
  );
}

/** Resolves with the name of the signal that asks this process to stop. */
export function stopSignal(): Promise<string> {
  return Promise.race(["SIGINT", "SIGTERM"].map((name) => once(process, name).then(() => name)));
}
