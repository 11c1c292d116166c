import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import type pg from "pg";
import type { Database } from "./database.ts";

const PRISMA_FOLDER = new URL("../../../prisma/", import.meta.url);
const NO_FILTER = { externalTables: [], externalEnums: [] };

export type MigrationStatus = { readonly applied: readonly string[]; readonly pending: readonly string[] };

/** A migration failed, now or before: nothing further is applied. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

/**
 * Brings the database to the newest schema with Prisma's own migration engine, compiled to WebAssembly, so that no
 * native engine has to be downloaded. Harmless when repeated; of several processes one does it and the others wait for it.
 * @returns the names of the migrations applied now
 */
export const migrate = (database: Database): Promise<readonly string[]> =>
  applyMissing(database, migrationsIn(MIGRATIONS_FOLDER));

/** The same up to an older schema: of what is missing, the migrations named. */
export const migrateTo = (database: Database, names: readonly string[]): Promise<readonly string[]> =>
  applyMissing(database, { folder: MIGRATIONS_FOLDER, names });

/** The same with the migrations of another version. @param folder with a slash at its end */
export const migrateFrom = (database: Database, folder: URL): Promise<readonly string[]> =>
  applyMissing(database, migrationsIn(folder));

type Migrations = { readonly folder: URL; readonly names: readonly string[] };

async function applyMissing(database: Database, wanted: Migrations): Promise<readonly string[]> {
  if (await isUpToDate(database, wanted)) return [];
  return onOwnConnections(database, async (pool) => {
    // The engine gives up on a lock of its own after ten seconds; a migration of many rows takes longer.
    const turn = await pool.connect();
    try {
      await turn.query("SELECT pg_advisory_lock($1)", [OUR_TURN]);
      if (await isUpToDate(database, wanted)) return [];
      return await applyMigrations(pool, wanted);
    } finally {
      turn.release();
    }
  });
}

/** Any number but the engine's own. */
const OUR_TURN = 20_261_129;

async function applyMigrations(pool: pg.Pool, wanted: Migrations): Promise<readonly string[]> {
  return withEngine(pool, async (engine) => {
    const migrationsList = readMigrations(wanted);
    const output = await engine.applyMigrations({ migrationsList, filters: NO_FILTER });
    return output.appliedMigrationNames;
  });
}

/** The engine leaves its lock on the connection it was given, until that is closed: no other work may get it. */
async function onOwnConnections<T>(database: Database, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = database.openPool(CONNECTIONS);
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

/** One waits for its turn, the others are the engine's. */
const CONNECTIONS = 3;

/** Whether every migration was applied; what one that failed means is the engine's to say. */
async function isUpToDate({ pool }: Database, { names }: Migrations): Promise<boolean> {
  const ran = await ranMigrations(pool);
  const finished = new Set(ran.map(({ migration_name }) => migration_name));
  return ran.every(({ finished_at }) => finished_at !== null) && names.every((name) => finished.has(name));
}

/** Which migrations the database has and which it lacks. */
export async function migrationStatus({ pool }: Pick<Database, "pool">): Promise<MigrationStatus> {
  const applied = (await ranMigrations(pool))
    .filter(({ finished_at }) => finished_at !== null)
    .map(({ migration_name }) => migration_name);
  return { applied, pending: migrationNames().filter((name) => !applied.includes(name)) };
}

type RanMigration = { migration_name: string; finished_at: Date | null };

/** Those that were begun and not rolled back, by name; `finished_at` is null where one failed or is still running. */
async function ranMigrations(pool: pg.Pool): Promise<RanMigration[]> {
  const exists = await pool.query("SELECT to_regclass('_prisma_migrations') AS name");
  if (!exists.rows[0]?.name) return [];
  const { rows } = await pool.query<RanMigration>(
    `SELECT migration_name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL
    ORDER BY migration_name`,
  );
  return rows;
}

/** The SQL that would bring an empty database to `prisma/schema.prisma`; used to write new migrations. */
export async function schemaAsSql(database: Database): Promise<string> {
  return withEngine(database.pool, async (engine) => {
    const output = await engine.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: readSchema() }] },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    return output.stdout ?? "";
  });
}

async function withEngine<T>(pool: pg.Pool, use: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { SchemaEngine: Engine } = await loadEngine();
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
  const engine = await Engine.new({ datamodels: [["schema.prisma", readSchema()]] }, () => {}, adapter);
  try {
    return await use(engine);
  } catch (error) {
    throw new MigrationError(`The database schema could not be brought up to date: ${messageOf(error)}`, {
      cause: error,
    });
  } finally {
    engine.free();
  }
}

const engineOfProcess = Symbol.for("mainstay.schema-engine");
type EngineModule = typeof import("@prisma/schema-engine-wasm") & { __wbg_set_wasm(wasm: unknown): void };
/** Kept by the process, not by this module: its bindings hold one instance, and a test runner loads modules twice. */
const shared = globalThis as { [engineOfProcess]?: Promise<EngineModule> };

/** The compiler's Node types leave WebAssembly out. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

/** The package is made for bundlers; in Node its two halves are joined by hand, once per process. */
function loadEngine(): Promise<EngineModule> {
  shared[engineOfProcess] ??= (async () => {
    const require = createRequire(import.meta.url);
    const bindings: EngineModule = await import("@prisma/schema-engine-wasm/schema_engine_bg" as string);
    const bytes = await readFile(
      require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm"),
    );
    const imports = { "./schema_engine_bg.js": withIdleTimers(bindings) };
    const { instance } = await WebAssembly.instantiate(bytes, imports);
    bindings.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    return bindings;
  })();
  return shared[engineOfProcess];
}

/** The engine never clears the timer of its 10 s lock time-out: it must not hold a process that is done. */
function withIdleTimers(bindings: EngineModule): object {
  const [name] = Object.keys(bindings).filter((key) => key.startsWith("__wbg_setTimeout_"));
  const setIdleTimer = (run: () => void, ms: number) => setTimeout(run, ms).unref();
  return name === undefined ? bindings : { ...bindings, [name]: setIdleTimer };
}

function readSchema(): string {
  return readFileSync(new URL("schema.prisma", PRISMA_FOLDER), "utf8");
}

const MIGRATIONS_FOLDER = new URL("migrations/", PRISMA_FOLDER);

/** Every migration that this program knows, in order. */
export const migrationNames = (): readonly string[] => migrationsIn(MIGRATIONS_FOLDER).names;

function migrationsIn(folder: URL): Migrations {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return { folder, names: entries.map((entry) => entry.name).sort() };
}

/** What the migrations of this program say, one text each. */
export const migrationTexts = (): string[] =>
  migrationNames().map((name) => readFileSync(new URL(`${name}/migration.sql`, MIGRATIONS_FOLDER), "utf8"));

function readMigrations({ folder, names }: Migrations) {
  return {
    baseDir: folder.pathname,
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(new URL("migration_lock.toml", folder), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: readFileSync(new URL(`${name}/migration.sql`, folder), "utf8"),
        },
      },
    })),
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
