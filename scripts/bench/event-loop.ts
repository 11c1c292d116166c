// npm run bench -- event-loop [--native | --database-url URL] [--customers N] [--activities N]: how long the main thread,
// which answers Slack, keeps anything waiting: idle, while a model is trained, and while every customer is scored and
// the scores are written. Milliseconds beyond the timer's own interval, and the thread's own processor time in them; the
// idle figures are the machine's share.
import { readFileSync } from "node:fs";
import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { composeApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { runOnBenchDatabase } from "./bench-database.ts";
import { LOG_END } from "./generate-activities.ts";

/** Of the timer that is watched: a delay shorter than this can go unseen. */
const RESOLUTION_MS = 2;
const IDLE_MS = 3_000;
/** What the product promises: a button is acknowledged well within Slack's three seconds, whatever else goes on. */
const TARGET_MS = 50;

await runOnBenchDatabase(async ({ name, database, log }) => {
  const app = composeApp(parseConfig({ LOG_LEVEL: "error" }), database, { clock: () => LOG_END });
  const idle = await delayDuring(() => wait(IDLE_MS));
  const training = await delayDuring(async () => {
    const trained = await app.flows.trainModel({ asOf: LOG_END, horizonDays: 90, seed: 1 });
    if (trained.kind !== "trained") throw new Error(trained.reason.code);
  });
  const scoring = await delayDuring(async () => {
    const scored = await app.flows.scoreCustomers({ asOf: LOG_END });
    if (scored.kind !== "scored") throw new Error(scored.reason.code);
  });
  await app.model.close();
  const line = {
    bench: "event-loop",
    database: name,
    ...log,
    targetMs: TARGET_MS,
    idle,
    training,
    scoring,
    held: Math.max(training.maxMs, scoring.maxMs) < TARGET_MS,
    heldByOwnTime: [training, scoring].every(({ own }) => own !== null && own.maxMs < TARGET_MS),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
});

type Percentiles = { readonly p50Ms: number; readonly p99Ms: number; readonly maxMs: number };
type Delay = Percentiles & {
  readonly seconds: number;
  /** The main thread's own processor time between two ticks: what is left when others want the machine, too. */
  readonly own: Percentiles | null;
};

async function delayDuring(work: () => Promise<unknown>): Promise<Delay> {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  const own = watchOwnTime();
  const startedAt = performance.now();
  histogram.enable();
  await work().finally(() => histogram.disable());
  return {
    ...delayOf(histogram),
    seconds: rounded((performance.now() - startedAt) / 1000),
    own: own.stop(),
  };
}

/** The histogram holds whole intervals, in nanoseconds. */
function delayOf(histogram: IntervalHistogram): Percentiles {
  const beyond = (nanoseconds: number) => Math.max(0, rounded(nanoseconds / 1e6 - RESOLUTION_MS));
  return {
    p50Ms: beyond(histogram.percentile(50)),
    p99Ms: beyond(histogram.percentile(99)),
    maxMs: beyond(histogram.max),
  };
}

/** Linux counts every thread's time on a processor; elsewhere there is nothing to read. */
function watchOwnTime(): { stop(): Percentiles | null } {
  const ticks: number[] = [];
  let before = ownMilliseconds();
  const timer = setInterval(() => {
    const now = ownMilliseconds();
    if (now !== null && before !== null) ticks.push(now - before);
    before = now;
  }, RESOLUTION_MS);
  return {
    stop() {
      clearInterval(timer);
      const sorted = Float64Array.from(ticks).sort();
      const at = (share: number) => rounded(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
      return sorted.length === 0 ? null : { p50Ms: at(0.5), p99Ms: at(0.99), maxMs: at(1) };
    },
  };
}

function ownMilliseconds(): number | null {
  try {
    const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ");
    return Number(nanoseconds) / 1e6;
  } catch {
    return null;
  }
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
