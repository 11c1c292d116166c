import { existsSync } from "node:fs";
import { join } from "node:path";
import { type App, type AppOptions, openApp } from "../compose.ts";
import type { Config } from "../config.ts";
import { DEMO_CUSTOMERS, DEMO_SOURCE } from "../demo/demo-data.ts";
import type { Clock } from "../domain/clock.ts";
import { DATABASE_FOLDER } from "../store/database/embedded-database.ts";
import { say } from "../words/command-line.ts";
import { fillWithDemo, renewDemo, trainAndScore } from "./demo.ts";
import { findPreparedDemo, PREPARED_DEMO_FOLDER, type PreparedDemo } from "./prepared-demo.ts";

export type DemoOptions = Pick<AppOptions, "model"> & {
  /** How many invented customers a new database gets; the demo's usual number unless given. */
  readonly customers?: number;
  /** Where the install left the demo; its usual place unless given. */
  readonly preparedDemo?: string;
  /** What is going on, for whoever waits. */
  onStep?(step: string): void;
};

export type WorkspaceStore = {
  readonly app: App;
  /** The demo that the install made: it is in the store, or why not; null where it has no place there. */
  readonly prepared: PreparedDemo | null;
};

/** Opens the database. A new embedded one begins with the demo that the install made, where that can be used. */
export async function openWorkspaceStore(
  given: Config,
  clock: Clock,
  options: DemoOptions,
): Promise<WorkspaceStore> {
  // Nothing is to be proven here, and every story of the demo is to be met.
  const config = { ...given, holdOut: null };
  let prepared = preparedFor(config, options, clock());
  const appOptions = { clock, ...(options.model && { model: options.model }) };
  if (prepared === null || prepared.kind === "unusable") {
    return { app: await openApp(config, appOptions), prepared };
  }
  const onFailure = (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    prepared = { kind: "unusable", reason: say("cli.demo.unusable.not-copied", { error: message }) };
  };
  const firstContents = { folder: prepared.database, onFailure };
  const app = await openApp(config, { ...appOptions, firstContents });
  return { app, prepared };
}

function preparedFor(config: Config, options: DemoOptions, now: Date): PreparedDemo | null {
  if (config.databaseUrl !== null || existsSync(join(config.dataFolder, DATABASE_FOLDER))) return null;
  const { customers = DEMO_CUSTOMERS, preparedDemo = PREPARED_DEMO_FOLDER } = options;
  const { horizonDays, seed } = config;
  return findPreparedDemo(preparedDemo, { customers, horizonDays, seed, now });
}

/**
 * Sees to it that there is something to look at: the demo in an empty embedded database, up to now, and a model. Data
 * of one's own is left as it is, and so is an empty server, which may be meant for real customers.
 * @returns whether the customers are the demo's, in a database that is this machine's alone: only those live on
 */
export async function fillWorkspaceStore(store: WorkspaceStore, options: DemoOptions): Promise<boolean> {
  const { app } = store;
  const { onStep = () => {} } = options;
  const present = await app.store.demoRows.customersPresent(DEMO_SOURCE);
  if (present === "none") return fillEmptyStore(store, options);
  if (store.prepared !== null) await takeOver(store, options);
  if ((await app.store.modelVersions.champion()) === null) await trainAndScore(app, onStep);
  return present === "of-source" && app.config.databaseUrl === null;
}

async function fillEmptyStore(
  { app, prepared }: WorkspaceStore,
  { customers = DEMO_CUSTOMERS, onStep = () => {} }: DemoOptions,
): Promise<boolean> {
  if (app.config.databaseUrl !== null) {
    onStep(say("cli.demo.empty-server"));
    return false;
  }
  const reason = prepared?.kind === "unusable" ? prepared.reason : say("cli.demo.unusable.empty");
  onStep(say("cli.demo.making", { reason }));
  await fillWithDemo(app, customers, onStep);
  return true;
}

/** What was copied is used as it is on the day it was made; later, customers up to now take the place of its own. */
async function takeOver(
  { app, prepared }: WorkspaceStore,
  { customers = DEMO_CUSTOMERS, onStep = () => {} }: DemoOptions,
): Promise<void> {
  if (prepared?.kind === "of-today") {
    onStep(say("cli.demo.taken"));
  } else if (prepared?.kind === "of-before") {
    onStep(say("cli.demo.taken-older", { day: dayOf(prepared.madeAt) }));
    await renewDemo(app, customers, onStep);
  }
}

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);
