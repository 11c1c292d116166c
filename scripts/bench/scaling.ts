// npm run bench -- scaling [--native | --database-url URL] [--customers N] [--activities N] [--workers 0,1,3]
// [--share S]: the same scoring led by this process, beside so many processes of `mainstay worker`, one after the other on the same rows.
// `timesAlone` is how many times as fast as the first of them it was. --share: each process runs for that share of the time only (0–1), in
// turn with the others, which makes slow machines of this one, beside a server that has what is left.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { createInterface } from "node:readline";
import { createWorkerModel } from "../../model/worker-model.ts";
import { scoreCustomers } from "../../src/flows/risk/scoring/score-customers.ts";
import { trainModel } from "../../src/flows/risk/training/train-model.ts";
import { createStore } from "../../src/store/store.ts";
import { runOnBenchDatabase } from "./bench-database.ts";
import { LOG_END } from "./generate-activities.ts";

await runOnBenchDatabase(async ({ name, database, location, log, options }) => {
  if (location.kind !== "server") throw new Error("Workers share a server: give --native or --database-url.");
  const store = createStore(database);
  const model = createWorkerModel();
  const deps = { ...store, model, clock: () => LOG_END };
  const trained = await trainModel(deps, { asOf: LOG_END, horizonDays: 90, seed: 1, promote: true });
  if (trained.kind !== "trained") throw new Error(trained.reason.code);
  let alone: number | null = null;
  for (const workers of (options.workers ?? "0,1,3,0").split(",").map(Number)) {
    const running = await startWorkers(location.url, workers);
    const pids = [process.pid, ...running.flatMap(({ child }) => child.pid ?? [])];
    const keeper = options.share === undefined ? null : await startTurns(options.share, pids);
    const result = await scoreCustomers(deps, { asOf: LOG_END });
    await endTurns(keeper);
    const ranges = await stopWorkers(running);
    if (result.kind !== "scored") throw new Error(result.reason.code);
    alone ??= result.seconds;
    const line = {
      bench: "scaling",
      database: name,
      ...log,
      cores: availableParallelism(),
      workers,
      share: Number(options.share ?? 1),
      rangesByWorkers: ranges,
      seconds: Number(result.seconds.toFixed(2)),
      perSecond: Math.round((result.scored + result.unscored) / result.seconds),
      timesAlone: Number((alone / result.seconds).toFixed(2)),
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
  await model.close();
});

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
  const command = ["--max-semi-space-size=64", "--import", "tsx", "scripts/mainstay.ts", "worker", "--json"];
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
