import { afterAll, beforeAll, beforeEach, describe, inject, it } from "vitest";
import { type Database, openDatabase } from "../../src/store/database/database.ts";

/**
 * The addresses of the databases that are this worker's own. Vitest numbers its workers anew where projects with other
 * numbers of workers follow, and can then give a number twice: no project that uses these databases may come second.
 */
export function ownDatabases(): { readonly embedded: string; readonly native: string | null } {
  const place = Number(process.env.VITEST_POOL_ID) - 1;
  const embedded = inject("embeddedDatabases")[place];
  if (embedded === undefined) throw new Error(`No database is there for worker ${place + 1}`);
  const native = inject("nativeDatabases");
  return { embedded, native: ("urls" in native && native.urls[place]) || null };
}

/**
 * Runs the same tests on the embedded database and on a native PostgreSQL server, each test on empty tables.
 * @param define receives a function that gives the open database inside a test, and an `it` for tests that run on one of the
 * two, a server where there is one: for what comes after the same statements, such as what a model learns, which no
 * database changes
 */
export function describeOnEachDatabase(
  name: string,
  define: (database: () => Database, itOnOne: typeof it) => void,
): void {
  const { embedded, native } = ownDatabases();
  const elsewhere = (() => {}) as unknown as typeof it;
  describeOn(`${name} (embedded)`, embedded, (database) =>
    define(database, native === null ? it : elsewhere),
  );
  if (native !== null) describeOn(`${name} (native)`, native, (database) => define(database, it));
}

/** The same on one of the two, a server where there is one: for what is said in Slack, which no database changes. */
export function describeOnOneDatabase(name: string, define: (database: () => Database) => void): void {
  const { embedded, native } = ownDatabases();
  describeOn(name, native ?? embedded, define);
}

function describeOn(name: string, url: string, define: (database: () => Database) => void): void {
  describe(name, () => {
    let database: Database;
    beforeAll(async () => {
      database = await openDatabase({ kind: "server", url });
    });
    afterAll(() => database.close());
    beforeEach(() => emptyTables(database));
    define(() => database);
  });
}

/** What few rows leave behind. Beyond it a table's dead rows would slow the tests after; chosen well above a usual test's. */
const FEW_ROWS_BYTES = 500_000;

/**
 * Empties every table of the customer file and restarts its numbering. Truncating all tables makes some hundred files anew,
 * which takes ten times as long as deleting a test's few rows; triggers, which forbid that of some, and keys are not asked then.
 */
export async function emptyTables(database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ name: string; bytes: number; may: boolean }>(
    `SELECT format('%I', relname) AS name, pg_relation_size(oid)::int AS bytes, current_setting('is_superuser') = 'on' AS may
     FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'`,
  );
  const written = rows.filter(({ bytes }) => bytes > 0);
  if (rows.some(({ bytes, may }) => bytes > FEW_ROWS_BYTES || !may)) {
    const all = rows.map(({ name }) => name).join(", ");
    await database.pool.query(`TRUNCATE ${all} RESTART IDENTITY CASCADE`);
    return;
  }
  await database.pool.query(`BEGIN; SET LOCAL session_replication_role = replica;
    ${written.map(({ name }) => `DELETE FROM ${name};`).join(" ")}
    SELECT setval(seqrelid, seqstart, false) FROM pg_sequence WHERE pg_sequence_last_value(seqrelid) IS NOT NULL; COMMIT`);
}
