import { schedule } from "node-cron";
import type { Log } from "../log.ts";

export type Scheduler = {
  /** Takes no further ticks and waits for what is under way. */
  stop(): Promise<void>;
};

/** Something to do again and again. */
export type Tick = { readonly name: string; readonly cron: string; readonly work: () => Promise<unknown> };

export const EVERY_TEN_SECONDS = "*/10 * * * * *";
export const EVERY_MINUTE = "* * * * *";
/** A channel takes about one post a second, and a tick posts at most one to each. */
export const EVERY_TWO_SECONDS = "*/2 * * * * *";

/**
 * Ticks. A tick only asks; what is due is decided from the database, so a missed or doubled tick does no harm. Work
 * still under way skips its ticks. Everything is asked once at the start: that is the catch-up.
 */
export function startScheduler(ticks: readonly Tick[], log: Log): Scheduler {
  const tickers = ticks.map((tick) => startTicking(tick, log));
  return {
    async stop() {
      await Promise.all(tickers.map((ticker) => ticker.stop()));
    },
  };
}

function startTicking({ name, cron, work }: Tick, log: Log): Scheduler {
  let underWay: Promise<void> | null = null;
  const ask = () => {
    underWay ??= runLogged(name, work, log).finally(() => {
      underWay = null;
    });
  };
  const task = schedule(cron, ask, { name, timezone: "UTC", logger: cronLog(name, log) });
  ask();
  return {
    async stop() {
      await task.destroy();
      await underWay;
    },
  };
}

async function runLogged(name: string, work: () => Promise<unknown>, log: Log): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ tick: name, err: error }, "tick failed; the next one tries again");
  }
}

/** node-cron's own remarks, such as a tick missed while the machine slept, in our log. */
function cronLog(tick: string, log: Log) {
  return {
    info: (message: string) => log.info({ tick }, message),
    warn: (message: string) => log.warn({ tick }, message),
    error: (message: string | Error) => log.error({ tick, err: message }, "node-cron"),
    debug: () => {},
  };
}
