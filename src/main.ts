import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { startBot } from "./bot.ts";
import { type App, openApp } from "./compose.ts";
import type { Config } from "./config.ts";
import type { Log } from "./log.ts";
import { assertCanStart, checkStart, sentences } from "./start-checks.ts";

/** Chosen: whoever waited for the bot to connect asks first. */
const WARM_UP_AFTER_MS = 1_000;

/** Runs the bot on Slack until it is told to stop by SIGINT or SIGTERM. */
export async function runBot(config: Config, connection: NonNullable<Config["slack"]>): Promise<void> {
  const checks = await checkStart(config);
  assertCanStart(checks);
  const app = await openApp(config);
  endOnUncaught(app.log);
  for (const { name, status, finding, advice } of checks)
    if (status === "warning") app.log.warn({ check: name }, sentences(finding, advice));
  try {
    const bot = await startBot(app, connection, { warmUpAfterMs: WARM_UP_AFTER_MS });
    app.log.info({ mode: connection.mode, port: bot.port }, "Mainstay is connected to Slack");
    const leaveModel = startModelSoon(app);
    app.log.info({ signal: await stopSignal() }, "stopping: finishing what is under way");
    leaveModel();
    if (!(await bot.stop())) {
      app.log.warn({}, "stopped before everything under way was done; the next start goes on with it");
    }
  } finally {
    await app.close();
  }
}

/**
 * Has an error that nobody caught end the process, for what comes after it cannot be trusted: with a line in the log and exit
 * code 70 (EX_SOFTWARE of sysexits.h), so that whoever runs it starts it anew. What is decided stands in the database.
 */
export function endOnUncaught(log: Log): void {
  process.on("uncaughtException", (error, origin) => {
    const reference = randomBytes(4).toString("hex");
    log.error({ err: error, origin, reference }, "An error that nobody caught: the process ends");
    process.exit(EXIT_SOFTWARE);
  });
}

const EXIT_SOFTWARE = 70;

/** Chosen: by then the first card has come, from scores that stand in the database. */
const MODEL_AFTER_MS = 3_000;

/**
 * Starts the model's thread soon, which takes a second of computing, so that nobody waits for it later; who needs it before has it
 * started then.
 * @returns to be called before the app is closed
 */
export function startModelSoon({ model, log }: App): () => void {
  const start = () =>
    model.backend().then(
      (backend) => log.info({ backend }, "the model is ready"),
      (error: unknown) => log.warn({ error: String(error) }, "the model's thread does not start"),
    );
  const timer = setTimeout(start, MODEL_AFTER_MS);
  return () => clearTimeout(timer);
}

/** Process managers commonly wait 30 s for an end before they kill. */
const END_WITHIN_MS = 25_000;

/**
 * Resolves with the name of the signal that asks this process to stop. What still hangs 25 s later, a connection or a thread, is
 * cut off.
 */
export async function stopSignal(): Promise<string> {
  const signal = await Promise.race(
    ["SIGINT", "SIGTERM"].map((name) => once(process, name).then(() => name)),
  );
  setTimeout(() => process.exit(1), END_WITHIN_MS).unref();
  return signal;
}
