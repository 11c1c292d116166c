// npm run bench -- scaling [--native | --database-url URL] [--customers N] [--activities N] [--entries N] [--workers 0,1,3]
// [--by WORK] [--share S]: a scoring, a training's snapshots and a quarter's costs, each led by this process beside so many processes of
// `mainstay worker`, one after the other on the same rows. `timesAlone` is how many times as fast as the first of them it was; on a busy machine what is
// taken off the leader is told by its processor seconds. Each is led twice and the second time counts, since workers are there from
// one night to the next and the first time compiles their code; `rangesByWorkers` are of both. --share: each process runs for that share of the time only (0–1), in turn with the
// others, which makes slow machines of this one, beside a server that has what is left.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { createInterface } from "node:readline";
import { createWorkerModel } from "../../model/worker-model.ts";
import { daysAfter } from "../../src/domain/clock.ts";
import { inputsOf } from "../../src/domain/risk/versions/model-version.ts";
import { scoreCustomers } from "../../src/flows/risk/scoring/score-customers.ts";
import { labelledSnapshots } from "../../src/flows/risk/training/labelled-snapshot.ts";
import { trainModel } from "../../src/flows/risk/training/train-model.ts";
import { createStore } from "../../src/store/store.ts";
import { runOnBenchDatabase } from "./bench-database.ts";
import { LOG_END } from "./generate-activities.ts";
import { COST_QUARTER, generateCosts } from "./generate-costs.ts";
import { processorSeconds } from "./processor-seconds.ts";
import { serverSeconds } from "./server-seconds.ts";

/** As a training reads them of a large file. */
const SNAPSHOTS = { dates: 15, customers: 8_000, horizonDays: 90, seed: 1 };

await runOnBenchDatabase(async ({ name, database, location, log, options }) => {
  if (location.kind !== "server") throw new Error("Workers share a server: give --native or --database-url.");
  const store = createStore(database);
  const model = createWorkerModel();
  const deps = { ...store, model, clock: () => LOG_END };
  await generateCosts(database, Number(options.entries ?? log.customers));
  const works = {
    scoring: async () => {
      const scored = await scoreCustomers(deps, { asOf: LOG_END });
      if (scored.kind !== "scored") throw new Error(scored.reason.code);
    },
    snapshots: async () => {
      const sample = { share: Math.min(1, SNAPSHOTS.customers / log.customers), seed: SNAPSHOTS.seed };
      const inputs = inputsOf({ currency: "EUR" });
      const moments = Array.from({ length: SNAPSHOTS.dates }, (_, place) => ({
        snapshot: daysAfter(LOG_END, -SNAPSHOTS.horizonDays - 30 * (SNAPSHOTS.dates - place)),
      }));
      await labelledSnapshots(deps, moments, { horizonDays: SNAPSHOTS.horizonDays, inputs, sample });
    },
    costs: async () => {
      await store.costAllocation.allocate({ ...COST_QUARTER, currency: "EUR", timeZone: "UTC" }, "customer");
    },
  };
  const chosen = Object.entries(works).filter(([work]) => (options.by ?? work) === work);
  if (chosen.some(([work]) => work === "scoring")) {
    const trained = await trainModel(deps, { asOf: LOG_END, horizonDays: 90, seed: 1, promote: true });
    if (trained.kind !== "trained") throw new Error(trained.reason.code);
  }
  for (const [work, run] of chosen) {
    let alone: number | null = null;
    for (const workers of (options.workers ?? "0,1,3,0").split(",").map(Number)) {
      const running = await startWorkers(location.url, workers);
      await run();
      const [startedAt, spent, server] = [
        performance.now(),
        processorSeconds(),
        await serverSeconds(database.pool),
      ];
      const pids = [process.pid, ...running.flatMap(({ child }) => child.pid ?? [])];
      const keeper = options.share === undefined ? null : await startTurns(options.share, pids);
      await run();
      await endTurns(keeper);
      const seconds = (performance.now() - startedAt) / 1000;
      const leadersProcessorSeconds = spent();
      const serversProcessorSeconds = since(server, await serverSeconds(database.pool));
      const rangesByWorkers = await stopWorkers(running);
      alone ??= seconds;
      const line = {
        bench: "scaling",
        database: name,
        ...log,
        cores: availableParallelism(),
        ...{ work, workers, rangesByWorkers, share: Number(options.share ?? 1) },
        seconds: Number(seconds.toFixed(2)),
        timesAlone: Number((alone / seconds).toFixed(2)),
        ...{ leadersProcessorSeconds, serversProcessorSeconds },
      };
      process.stdout.write(`${JSON.stringify(line)}\n`);
    }
  }
  await model.close();
});

function since(before: number | null, now: number | null): number | null {
  return before === null || now === null ? null : Number((now - before).toFixed(2));
}

/** Resolves once they are stopped and have their turns. */
async function startTurns(share: string, pids: readonly number[]): Promise<ChildProcess> {
  const command = ["--import", "tsx", "scripts/bench/take-turns.ts", share, ...pids.map(String)];
  const keeper = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "inherit"] });
  await once(keeper.stdout, "data");
  return keeper;
}

async function endTurns(keeper: ChildProcess | null): Promise<void> {
  if (keeper === null) return;
  keeper.kill("SIGTERM");
  await once(keeper, "exit");
}

type Running = { readonly child: ChildProcess; readonly result: Promise<number> };

async function startWorkers(url: string, count: number): Promise<Running[]> {
  return Promise.all(Array.from({ length: count }, () => startWorker(url)));
}

/** Resolves once it waits for work. */
async function startWorker(url: string): Promise<Running> {
  const command = ["--import", "tsx", "scripts/mainstay.ts", "worker", "--json"];
  const child = spawn(process.execPath, command, {
    env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const errors = createInterface({ input: child.stderr });
  const result = resultOf(child);
  await once(errors, "line");
  errors.resume();
  return { child, result };
}

async function resultOf(child: ChildProcess): Promise<number> {
  let ranges = 0;
  if (child.stdout === null) return ranges;
  for await (const line of createInterface({ input: child.stdout })) {
    const read: unknown = line.startsWith("{") ? JSON.parse(line) : null;
    if (typeof read === "object" && read !== null && "ranges" in read) ranges = Number(read.ranges);
  }
  return ranges;
}

async function stopWorkers(running: readonly Running[]): Promise<number[]> {
  for (const { child } of running) child.kill("SIGTERM");
  return Promise.all(running.map(({ result }) => result));
}
