// npm run bench -- score [--native | --database-url URL] [--customers N] [--activities N]: features, probabilities and
// saving for every customer, reasons and levers where the product works them out unasked. Training comes before and is
// told apart. `timesPlainFigures`: the seconds as a multiple of what the database takes for nine figures of everybody.
import { createWorkerModel } from "../../model/worker-model.ts";
import { scoreCustomers } from "../../src/flows/risk/scoring/score-customers.ts";
import { trainModel } from "../../src/flows/risk/training/train-model.ts";
import type { Database } from "../../src/store/database/database.ts";
import { uncountedCustomerStore } from "../../src/store/figures/uncounted-customers.ts";
import { featureStore } from "../../src/store/risk/features.ts";
import { labelStore } from "../../src/store/risk/labels.ts";
import { modelVersionStore } from "../../src/store/risk/model-versions.ts";
import { scoreStore } from "../../src/store/risk/scores.ts";
import { sourceDayStore } from "../../src/store/risk/source-days.ts";
import { sharedRunStore } from "../../src/store/shared-work/shared-runs.ts";
import { sharedWork } from "../../src/store/shared-work/shared-work.ts";
import { measureMemory, runOnBenchDatabase } from "./bench-database.ts";
import { LOG_END } from "./generate-activities.ts";
import { plainFiguresSeconds } from "./plain-sum.ts";

void runOnBenchDatabase(async ({ name, database, log }) => {
  const training = await train(database);
  const model = createWorkerModel(); // A fresh one, as in a bot that was started after the training.
  const deps = { ...stores(database), model };
  const { result, ...memory } = await measureMemory(() => scoreCustomers(deps, { asOf: LOG_END }));
  await model.close();
  if (result.kind !== "scored") throw new Error(result.reason.code);
  const items = result.scored + result.unscored;
  const line = {
    bench: "score",
    database: name,
    ...log,
    items,
    seconds: Number(result.seconds.toFixed(2)),
    perSecond: Math.round(items / result.seconds),
    timesPlainFigures: Number((result.seconds / (await plainFiguresSeconds(database))).toFixed(1)),
    ...memory,
    unscored: result.unscored,
    serves: result.version.serves,
    ...training,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
});

function stores(database: Database) {
  return {
    features: featureStore(database),
    labels: labelStore(database),
    modelVersions: modelVersionStore(database),
    scores: scoreStore(database),
    sharedWork: sharedWork(sharedRunStore(database)),
    sourceDays: sourceDayStore(database),
    uncounted: uncountedCustomerStore(database, "UTC"),
  };
}

async function train(database: Database): Promise<{ trainingSeconds: number; trainingRows: number }> {
  const model = createWorkerModel();
  const request = { asOf: LOG_END, horizonDays: 90, seed: 1 };
  const trained = await trainModel({ ...stores(database), model, clock: () => LOG_END }, request);
  await model.close();
  if (trained.kind !== "trained") throw new Error(trained.reason.code);
  const { durationMs, settings } = trained.version;
  return { trainingSeconds: Math.round(durationMs / 1000), trainingRows: settings.trainingRows };
}
