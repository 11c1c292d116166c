import { schedule } from "node-cron";
import type { Log } from "../log.ts";

export type Scheduler = {
  /** Takes no further ticks and waits for what is under way. */
  stop(): Promise<void>;
};

/**
 * Something to do again and again: as each minute begins, or with so long between. node-cron works out every tick that a machine
 * slept through, which for one of seconds blocks it for as long as four seconds a night.
 */
export type Tick = {
  readonly name: string;
  readonly work: () => Promise<unknown>;
  /** How long after the start it asks for the first time; at once unless given. */
  readonly firstAfterMs?: number;
} & ({ readonly cron: string } | { readonly everyMs: number });

export const EVERY_TEN_SECONDS_MS = 10_000;
export const EVERY_MINUTE = "* * * * *";
/** A channel takes about one post a second, and a tick posts at most one to each. */
export const EVERY_TWO_SECONDS_MS = 2_000;

/**
 * Ticks. A tick only asks; what is due is decided from the database, so a missed or doubled tick does no harm. Work
 * still under way skips its ticks. Everything is asked once at the start, or soon after: that is the catch-up.
 */
export function startScheduler(ticks: readonly Tick[], log: Log): Scheduler {
  const tickers = ticks.map((tick) => startTicking(tick, log));
  return {
    async stop() {
      await Promise.all(tickers.map((ticker) => ticker.stop()));
    },
  };
}

function startTicking(tick: Tick, log: Log): Scheduler {
  const { name, work } = tick;
  let underWay: Promise<void> | null = null;
  const ask = () => {
    underWay ??= runLogged(name, work, log).finally(() => {
      underWay = null;
    });
  };
  const end = "cron" in tick ? byCron(tick, ask, log) : byInterval(tick, ask);
  const { firstAfterMs = 0 } = tick;
  const first = firstAfterMs > 0 ? setTimeout(ask, firstAfterMs) : undefined;
  if (first === undefined) ask();
  return {
    async stop() {
      clearTimeout(first);
      await end();
      await underWay;
    },
  };
}

function byCron({ name, cron }: { readonly name: string; readonly cron: string }, ask: () => void, log: Log) {
  // A line for each minute that a machine slept through tells nobody anything.
  const options = { name, timezone: "UTC", logger: cronLog(name, log), suppressMissedWarning: true };
  const task = schedule(cron, ask, options);
  return async () => void (await task.destroy());
}

function byInterval({ everyMs }: { readonly everyMs: number }, ask: () => void) {
  const timer = setInterval(ask, everyMs);
  return async () => clearInterval(timer);
}

async function runLogged(name: string, work: () => Promise<unknown>, log: Log): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ tick: name, err: error }, "tick failed; the next one tries again");
  }
}

/** node-cron's own remarks, in our log. */
function cronLog(tick: string, log: Log) {
  return {
    info: (message: string) => log.info({ tick }, message),
    warn: (message: string) => log.warn({ tick }, message),
    error: (message: string | Error) => log.error({ tick, err: message }, "node-cron"),
    debug: () => {},
  };
}
