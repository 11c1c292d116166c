import { classificationMetrics } from "../model/metrics.ts";
import { createWorkerModel } from "../model/worker-model.ts";
import type { Config } from "./config.ts";
import { endOfData, scoringMoment } from "./domain/as-of.ts";
import type { Clock } from "./domain/clock.ts";
import { type ImportFileInput, importFile } from "./flows/imports/import-file.ts";
import { loadDemo, renewDemo } from "./flows/imports/load-demo.ts";
import { type EvaluateLogInput, evaluateLog } from "./flows/risk/evaluation/evaluate-log.ts";
import { type EvaluateTableInput, evaluateTable } from "./flows/risk/evaluation/evaluate-table.ts";
import { auditScore } from "./flows/risk/explanation/audit-score.ts";
import type { MovementRequest } from "./flows/risk/explanation/explain-movement.ts";
import { type ScoreCustomersInput, scoreCustomers } from "./flows/risk/scoring/score-customers.ts";
import { type RetrainModelInput, retrainModel } from "./flows/risk/training/retrain-model.ts";
import { type TrainModelInput, trainModel } from "./flows/risk/training/train-model.ts";
import { type WatchModelInput, watchModel } from "./flows/risk/watch-model.ts";
import { createLog, type Log } from "./log.ts";
import { readTable } from "./sources/csv/table-csv.ts";
import { type Database, type DatabaseLocation, openDatabase } from "./store/database/database.ts";
import type { FirstContents } from "./store/database/first-contents.ts";
import { migrate } from "./store/database/migrate.ts";
import { createStore, type Store } from "./store/store.ts";

/** Everything that is composed once: the store, the model, and the flows that work on them. */
export type App = ReturnType<typeof composeApp>;

export type AppOptions = {
  readonly clock?: Clock;
  readonly log?: Log;
  /** For an embedded database that is new; empty unless given. */
  readonly firstContents?: FirstContents;
};

/** Opens the database, brings its schema up to date, and composes the flows. Connects to nothing else. */
export async function openApp(config: Config, options: AppOptions = {}): Promise<App> {
  const { firstContents } = options;
  const location = databaseLocation(config);
  const database = await openDatabase(
    location.kind === "embedded" && firstContents ? { ...location, firstContents } : location,
  );
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return composeApp(config, database, options);
}

/** The flows on a database whose schema is up to date. */
export function composeApp(config: Config, database: Database, options: AppOptions = {}) {
  const clock = options.clock ?? (() => new Date());
  const log = options.log ?? createLog(config.logLevel);
  const store = createStore(database);
  const model = createWorkerModel();
  const deps = { ...store, model, clock };
  return {
    config,
    clock,
    log,
    database,
    store,
    model,
    flows: {
      importFile: (input: ImportFileInput) => importFile(deps, input),
      loadDemo: (input: Parameters<typeof loadDemo>[1]) => loadDemo(deps, input),
      renewDemo: (input: Parameters<typeof renewDemo>[1]) => renewDemo(deps, input),
      trainModel: (input: Omit<TrainModelInput, "now">) => trainModel(deps, { ...input, now: clock() }),
      retrainModel: (input: Omit<RetrainModelInput, "now">) => retrainModel(deps, { ...input, now: clock() }),
      watchModel: (input: Omit<WatchModelInput, "now">) => watchModel(deps, { ...input, now: clock() }),
      scoreCustomers: (input: ScoreCustomersInput) => scoreCustomers(deps, input),
      auditScore: (input: MovementRequest) => auditScore(deps, input),
    },
    /** Where training and scoring stand unless told otherwise; see docs/decisions/2026-11-22-as-of.md. */
    async asOf(): Promise<{ readonly training: Date; readonly scoring: Date }> {
      const { lastActivityAt } = await store.dataSpan.read();
      const now = clock();
      return { training: endOfData(lastActivityAt, now), scoring: scoringMoment(lastActivityAt, now) };
    },
    /** For whoever watches the process: whether the database answers. */
    async health() {
      await database.pool.query("SELECT 1");
      return { ok: true };
    },
    async close(): Promise<void> {
      await model.close();
      await database.close();
    },
  };
}

/** Where the configuration says the customer file lives. */
export function databaseLocation({ databaseUrl, dataFolder }: Config): DatabaseLocation {
  return databaseUrl ? { kind: "server", url: databaseUrl } : { kind: "embedded", folder: dataFolder };
}

/** Measures the model on a log of its own, in a scratch database in memory; the customer file is not touched. */
export async function evaluateLogFile(
  file: ImportFileInput,
  input: EvaluateLogInput,
): Promise<
  | { readonly imported: Extract<Awaited<ReturnType<typeof importFile>>, { kind: "refused" }> }
  | Awaited<ReturnType<typeof evaluateLog>>
> {
  const database = await openDatabase({ kind: "memory" });
  const evaluator = createWorkerModel();
  try {
    await migrate(database);
    const store: Store = createStore(database);
    const imported = await importFile({ ...store, clock: () => new Date() }, file);
    if (imported.kind === "refused") return { imported };
    return await evaluateLog({ ...store, evaluator, judge: classificationMetrics }, input);
  } finally {
    await evaluator.close();
    await database.close();
  }
}

/** Measures the model on any table; needs no database. */
export async function evaluateTableFile(input: EvaluateTableInput) {
  const evaluator = createWorkerModel();
  try {
    return await evaluateTable({ evaluator, readTable }, input);
  } finally {
    await evaluator.close();
  }
}
