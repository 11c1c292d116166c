import { setTimeout } from "node:timers/promises";
import { classificationMetrics } from "../model/metrics.ts";
import { expectUplift } from "../model/uplift.ts";
import { createWorkerModel, type WorkerModel } from "../model/worker-model.ts";
import { type Config, environmentSecret } from "./config.ts";
import type { Clock } from "./domain/clock.ts";
import type { ImportRefusal, ImportReport } from "./domain/imports/imports.ts";
import type { FeedbackSettings } from "./domain/outreach/feedback/feedback-settings.ts";
import { type Phrase, phrase } from "./domain/phrase.ts";
import { bindFlows, type FlowDeps } from "./flows/bind-flows.ts";
import type { ImportFileInput } from "./flows/imports/import-file.ts";
import type { EvaluateTrialInput } from "./flows/outreach/evaluate-trial.ts";
import type { EvaluateProductsInput, EvaluateProductsResult } from "./flows/products/evaluate-products.ts";
import type { EvaluateLogInput, EvaluateLogResult } from "./flows/risk/evaluation/evaluate-log.ts";
import type { EvaluateTableInput } from "./flows/risk/evaluation/evaluate-table.ts";
import { feasts } from "./holidays/feasts.ts";
import { publicHolidays } from "./holidays/public-holidays.ts";
import { createLog, type Log } from "./log.ts";
import { oneAtATime } from "./monitoring/one-at-a-time.ts";
import { unreadNotedIn } from "./monitoring/unread-parts.ts";
import { within } from "./slack/frame/within.ts";
import { readTable } from "./sources/csv/table-csv.ts";
import { sourceFetch } from "./sources/pull/source-fetch.ts";
import type { Systems } from "./sources/pull/systems.ts";
import { SOURCES } from "./sources/sources.ts";
import { type Database, type DatabaseLocation, openDatabase } from "./store/database/database.ts";
import type { FirstContents } from "./store/database/first-contents.ts";
import { migrate, migrationStatus } from "./store/database/migrate.ts";
import { readProcessFigures } from "./store/jobs/process-figures.ts";
import { createStore, type Store } from "./store/store.ts";
import { signedFeedbackLinks } from "./web/feedback-links.ts";
import { localeOf } from "./words/locale.ts";
import { reportMissingWordsTo } from "./words/missing-words.ts";
import { textOf } from "./words/text.ts";

/** Everything that is composed once: the store, the model, and the flows that work on them. */
export type App = ReturnType<typeof composeApp>;

export type AppOptions = {
  readonly clock?: Clock;
  readonly log?: Log;
  /** For an embedded database that is new; empty unless given. */
  readonly firstContents?: FirstContents;
  /** What can be pulled from; the systems that are known unless given. */
  readonly systems?: Systems;
  /** Closed with the app; one with threads of its own unless given. */
  readonly model?: WorkerModel;
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
  reportMissingWordsTo((missing) => log.warn(missing, "a phrase has no words"));
  const { clv, timeZone, holdOut } = config;
  const store = createStore(database, timeZone, feasts());
  const probes = database.openProbes();
  const model = options.model ?? createWorkerModel();
  const systems = options.systems ?? knownSystems();
  const isThere = oneAtATime(() => probes.query("SELECT 1"));
  const deps: FlowDeps = {
    ...{ ...store, model, clock, systems, clv, timeZone, teamText, holidays: publicHolidays() },
    customerLinks: { publicUrl: config.publicUrl, crmPatterns: config.crmPatterns },
    feedbackSettings: feedbackSettingsOf(config),
    noteUnread: unreadNotedIn(log),
    ...(holdOut && { holdOut }),
    ...(config.roleGroups && { roleGroups: config.roleGroups }),
  };
  return {
    config,
    clock,
    log,
    database,
    store,
    model,
    /** For whoever binds the flows to something more, or to another clock. */
    deps,
    /** Everything the bot does that needs no workspace. */
    flows: bindFlows(deps),
    /** For whoever watches the process: whether the database answers. */
    async health() {
      const answer = await within(HEALTH_MS, isThere());
      return { ok: answer !== null };
    },
    /** What the database says of the process, by connections of their own. */
    readFigures: (now: Date) => readProcessFigures(probes, now),
    pendingMigrations: async () => (await migrationStatus({ pool: probes })).pending.length,
    async close(): Promise<void> {
      await model.close();
      await probes.end();
      await database.close();
    },
  };
}

/** Whoever watches the process waits for a second. */
const HEALTH_MS = 900;

/** A team has told no language of its own yet. */
const teamText = (phrase: Phrase): string => textOf(phrase, localeOf(null));

/** Customers are asked by links of ours, which need an address and a key to sign them. */
function feedbackSettingsOf({ publicUrl, feedbackLinkKey: key, companyName }: Config): FeedbackSettings {
  if (publicUrl !== null && key !== null)
    return { companyName, links: signedFeedbackLinks({ publicUrl, key }), missing: [] };
  const given = { PUBLIC_URL: publicUrl, FEEDBACK_LINK_KEY: key };
  const missing = Object.entries(given).flatMap(([name, value]) => (value === null ? [name] : []));
  return { companyName, links: null, missing };
}

/** Waits and time limits go by the machine's own clock, whatever day the bot takes it to be. */
function knownSystems(): Systems {
  return {
    definitions: SOURCES,
    secret: environmentSecret,
    fetch: sourceFetch({
      fetch: globalThis.fetch,
      now: () => new Date(),
      sleep: setTimeout,
      timeLimit: (ms) => AbortSignal.timeout(ms),
    }),
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
  { readonly imported: ImportRefusal } | (EvaluateLogResult & { readonly unusable?: Phrase | null })
> {
  const evaluator = createWorkerModel();
  try {
    return await onScratchLog(file, (deps) =>
      bindFlows({ ...deps, evaluator, judge: classificationMetrics }).evaluateLog(input),
    );
  } finally {
    await evaluator.close();
  }
}

/** Measures the suggested products on a log of its own, as above. */
export function evaluateProductsFile(file: ImportFileInput, input: EvaluateProductsInput) {
  return onScratchLog(
    file,
    (deps): Promise<EvaluateProductsResult> => bindFlows(deps).evaluateProducts(input),
  );
}

type ScratchDeps = Store & { readonly clock: Clock; readonly timeZone: string };

/** Reads a log into a database in memory, and works on that. */
async function onScratchLog<Result extends { readonly kind: string }>(
  file: ImportFileInput,
  work: (deps: ScratchDeps) => Promise<Result>,
): Promise<
  | { readonly imported: ImportRefusal }
  | { readonly kind: "refused"; readonly reason: Phrase; readonly unusable?: never }
  | (Result & { readonly unusable: Phrase | null })
> {
  const database = await openDatabase({ kind: "memory" });
  try {
    await migrate(database);
    // Figures of a log are told by days in UTC, whoever measures it.
    const deps = { ...createStore(database), clock: () => new Date(), timeZone: "UTC" };
    const imported = await bindFlows(deps).importFile(file);
    if (imported.kind === "refused") return { imported };
    const unusable = unusableRows(imported, file.path);
    if (unusable !== null && imported.rejected.total === imported.read)
      return { kind: "refused", reason: unusable };
    return { ...(await work(deps)), unusable };
  } finally {
    await database.close();
  }
}

/** How many rows of a log count for nothing, and the first reason; null where all of them count. */
function unusableRows({ read, rejected }: ImportReport, path: string): Phrase | null {
  if (read === 0) return phrase("evaluation.no-rows", { path });
  const [first] = rejected.first;
  if (first === undefined) return null;
  const [reason] = first.problems;
  return phrase("evaluation.unusable", { path, read, rows: rejected.total, line: first.line, reason });
}

/** What a randomised trial on a file shows; needs no database. */
export const evaluateTrialFile = (input: EvaluateTrialInput) =>
  bindFlows({ readTable, uplift: expectUplift }).evaluateTrial(input);

/** Measures the model on any table; needs no database. */
export async function evaluateTableFile(input: EvaluateTableInput) {
  const evaluator = createWorkerModel();
  try {
    return await bindFlows({ evaluator, readTable }).evaluateTable(input);
  } finally {
    await evaluator.close();
  }
}
