// npm run bench -- compare --native [--customers N] [--activities N]: our scoring beside pandas and XGBoost (`compare.py`, which needs
// Debian's python3-pandas and python3-xgboost) on the same rows, in turn, twice each. Ours reads a database and saves to it, with
// the width of each probability and the reasons of those who may be told; theirs reads a file and writes one. `timesPeer`: our
// seconds divided by theirs; `trainingTimesPeer`: the same of the trainings, ours of five members on many dates, theirs of one model.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { createWorkerModel } from "../../model/worker-model.ts";
import { scoreCustomers } from "../../src/flows/risk/scoring/score-customers.ts";
import { trainModel } from "../../src/flows/risk/training/train-model.ts";
import { createStore } from "../../src/store/store.ts";
import { measureMemory, runOnBenchDatabase } from "./bench-database.ts";
import { LOG_END } from "./generate-activities.ts";

const PYTHON = "/usr/bin/python3";
const HORIZON_DAYS = 90;
const ROUNDS = 2;

const run = promisify(execFile);
const peerResult = z.object({
  customers: z.number(),
  trainingSeconds: z.number(),
  seconds: z.number(),
  peakRssMb: z.number(),
});

/** Only what the peer's figures are made of. */
const FILES = {
  "activities.csv": `SELECT customer_id AS customer, kind, to_char(at, 'YYYY-MM-DD HH24:MI:SS') AS at, amount_minor AS amount
    FROM activities`,
  "customers.csv": "SELECT id AS customer, monthly_revenue_minor AS monthly_revenue FROM customers",
};

void runOnBenchDatabase(async ({ name, database, folder, log }) => {
  if (name !== "native") throw new Error("The server writes the peer's files: give --native.");
  await run(PYTHON, ["-c", "import pandas, xgboost"]).catch(() => {
    throw new Error(`There is no pandas and XGBoost: apt-get install python3-pandas python3-xgboost.`);
  });
  for (const [file, query] of Object.entries(FILES))
    await database.pool.query(`COPY (${query}) TO '${join(folder, file)}' WITH (FORMAT csv, HEADER)`);
  const model = createWorkerModel();
  const deps = { ...createStore(database), model, clock: () => LOG_END };
  const request = { asOf: LOG_END, horizonDays: HORIZON_DAYS, seed: 1, promote: true };
  const trained = await trainModel(deps, request);
  if (trained.kind !== "trained") throw new Error(trained.reason.code);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const { result, ...memory } = await measureMemory(() => scoreCustomers(deps, { asOf: LOG_END }));
    if (result.kind !== "scored") throw new Error(result.reason.code);
    const peer = await askPeer(folder);
    const ours = {
      customers: result.scored + result.unscored,
      trainingSeconds: Math.round(trained.version.durationMs / 1000),
      seconds: Number(result.seconds.toFixed(2)),
      peakRssMb: memory.peakRssMb,
    };
    const timesPeer = ratio(ours.seconds, peer.seconds);
    const trainingTimesPeer = ratio(ours.trainingSeconds, peer.trainingSeconds);
    const line = { bench: "compare", round, ...log, ours, peer, timesPeer, trainingTimesPeer };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
  await model.close();
});

function ratio(ours: number, theirs: number): number {
  return Number((ours / theirs).toFixed(2));
}

async function askPeer(folder: string): Promise<z.output<typeof peerResult>> {
  const script = new URL("./compare.py", import.meta.url).pathname;
  const files = [...Object.keys(FILES), "scores.csv"].map((file) => join(folder, file));
  const moment = LOG_END.toISOString().slice(0, 19).replace("T", " ");
  const { stdout } = await run(PYTHON, [script, ...files, moment, String(HORIZON_DAYS)]);
  return peerResult.parse(JSON.parse(stdout));
}
