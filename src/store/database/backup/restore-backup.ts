import type pg from "pg";
import type { Database, Queryable } from "../database.ts";
import { migrate, migrateTo, migrationNames, migrationStatus, migrationTexts } from "../migrate.ts";
import { readLayout } from "../parts/layout.ts";
import { dropKeys, fillKeys } from "../parts/mirror.ts";
import { dropAside } from "../parts/partition.ts";
import { inTransaction } from "../transaction.ts";
import { type BackupHead, type BackupPart, BackupRefused, readHead, readParts } from "./backup-lines.ts";
import { AS_TEXT, quoted, tablesOf } from "./write-backup.ts";

export type RestoreAsked = {
  /** Whether what is in the database may go. */
  readonly replace: boolean;
  /** By the clock that messages are stamped with. */
  readonly now: Date;
};

export type Restored = {
  readonly takenAt: Date;
  readonly tables: number;
  readonly rows: number;
  /** The migrations since the backup, applied to what was put back. */
  readonly migrated: readonly string[];
};

/**
 * Puts a backup back, whichever of the two kinds of database it was taken from, and brings it to the newest schema. The whole file
 * is read and checked first. The rows are put back in one transaction; what stands in a database of another schema is dropped
 * before it, so that a failure after that leaves it empty.
 * @throws BackupRefused where the file or the database is not fit; nothing has been changed then
 */
export async function restoreBackup(
  database: Database,
  file: string,
  asked: RestoreAsked,
): Promise<Restored> {
  const head = await readHead(file);
  const unknown = head.migrations.filter((name) => !migrationNames().includes(name));
  if (unknown.length > 0) throw new BackupRefused("newer");
  await refuseUnlessFree(database, asked.replace);
  const tables = await checked(file);
  const schema = (await migrationStatus(database)).applied;
  if (schema.join() !== [...head.migrations].sort().join()) await makeAnew(database, head);
  const rows = await inTransaction(database, (client) => putBack(client, file, head, asked.now));
  const migrated = await migrate(database);
  return { takenAt: new Date(head.takenAt), tables, rows, migrated };
}

/** Reads all of it once. @returns how many tables are in it */
async function checked(file: string): Promise<number> {
  let tables = 0;
  for await (const { kind } of readParts(file)) if (kind === "table") tables += 1;
  return tables;
}

/**
 * Asked before anything else is asked of the database: each of one's own connections would count.
 * @throws BackupRefused where the bot, or another command, is connected to it
 */
export async function refuseInUse({ pool }: Database): Promise<void> {
  const { rows: others } = await pool.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'mainstay%'
      AND pid <> pg_backend_pid()`,
  );
  if (others.length > 0) throw new BackupRefused("in-use");
}

async function refuseUnlessFree({ pool }: Database, mayReplace: boolean): Promise<void> {
  const there = (await tablesOf(pool)).map(({ table }) => table);
  const ours = namesMade("TABLE");
  const strange = there.filter((table) => !ours.has(table));
  if (strange.length > 0) throw new BackupRefused("strange", { tables: strange.join(", ") });
  if (!mayReplace && (await holdsRows(pool, there))) throw new BackupRefused("not-empty");
}

/** What any migration made, also where a later one dropped it. */
function namesMade(what: "TABLE" | "FUNCTION"): ReadonlySet<string> {
  const made = new RegExp(`CREATE (?:OR REPLACE |UNLOGGED )?${what} (?:IF NOT EXISTS )?"?(\\w+)"?`, "g");
  return new Set(migrationTexts().flatMap((sql) => [...sql.matchAll(made)].map(([, name = ""]) => name)));
}

/** A migration puts a row there: by itself it is nothing that could be lost. */
const BEGINS_WITH_A_ROW = ["workspace_setup"];

async function holdsRows(db: Queryable, tables: readonly string[]): Promise<boolean> {
  for (const table of tables.filter((name) => !BEGINS_WITH_A_ROW.includes(name))) {
    const { rows } = await db.query(`SELECT FROM public.${quoted(table)} LIMIT 1`);
    if (rows.length > 0) return true;
  }
  return false;
}

/** Drops what Mainstay made, and nothing else, and makes the schema that the backup has, with the activities in one table. */
async function makeAnew(database: Database, head: BackupHead): Promise<void> {
  await inTransaction(database, async (client) => {
    await dropAside(client);
    await dropKeys(client);
    const tables = [...(await tablesOf(client)).map(({ table }) => table), "_prisma_migrations"];
    await client.query(
      `DROP TABLE IF EXISTS ${tables.map((table) => `public.${quoted(table)}`).join(", ")} CASCADE`,
    );
    const { rows } = await client.query<{ name: string; signature: string }>(
      `SELECT proname AS name, oid::regprocedure::text AS signature FROM pg_proc
      WHERE pronamespace = 'public'::regnamespace`,
    );
    const functions = namesMade("FUNCTION");
    for (const { signature } of rows.filter(({ name }) => functions.has(name)))
      await client.query(`DROP FUNCTION IF EXISTS ${signature} CASCADE`);
  });
  await migrateTo(database, [...head.migrations].sort());
}

/** Triggers and keys are off meanwhile: the rows have been through them, and come in the order of names. */
async function putBack(client: pg.PoolClient, file: string, head: BackupHead, now: Date): Promise<number> {
  await client.query(AS_TEXT);
  await dropAside(client);
  const tables = (await tablesOf(client)).map(({ table }) => `public.${quoted(table)}`);
  const { rows: keys } = await client.query<{ table: string; name: string; key: string }>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS key
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await client.query(`TRUNCATE ${tables.join(", ")}`);
  const rows = await insertAll(client, file);
  if ((await readLayout(client)).parts > 1) await fillKeys(client);
  await client.query("INSERT INTO restores (taken_at, restored_at) VALUES ($1, $2)", [head.takenAt, now]);
  for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  for (const { table, name, key } of keys)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${key}`);
  return rows;
}

async function insertAll(client: pg.PoolClient, file: string): Promise<number> {
  let batch: Batch | null = null;
  for await (const part of readParts(file)) {
    if (part.kind === "row") {
      if (batch?.add(part.values)) await batch.write(client);
      continue;
    }
    await batch?.write(client);
    if (part.kind === "end") {
      await advanceSequences(client, part.sequences);
      return part.rows;
    }
    batch = await batchOf(client, part);
  }
  return 0;
}

type Batch = { add(values: ReadonlyArray<string | null>): boolean; write(db: Queryable): Promise<void> };

/** Written together; both chosen so that neither many small rows nor few large ones take much memory. */
const ROWS_AT_ONCE = 1_000;
const CHARACTERS_AT_ONCE = 4_000_000;

/** Rows of one table, gathered until there are enough of them. */
async function batchOf(
  db: Queryable,
  { table, columns }: Extract<BackupPart, { kind: "table" }>,
): Promise<Batch> {
  const sql = await insertionOf(db, table, columns);
  let gathered: Array<Array<string | null>> = columns.map(() => []);
  let characters = 0;
  return {
    add(values) {
      values.forEach((value, column) => {
        gathered[column]?.push(value);
        characters += value?.length ?? 0;
      });
      return (gathered[0]?.length ?? 0) >= ROWS_AT_ONCE || characters >= CHARACTERS_AT_ONCE;
    },
    async write(into) {
      if (gathered[0]?.length) await into.query(sql, gathered);
      gathered = columns.map(() => []);
      characters = 0;
    },
  };
}

/** Every column by its name and its own type. @throws BackupRefused where the table has other columns */
async function insertionOf(db: Queryable, table: string, columns: readonly string[]): Promise<string> {
  const { rows } = await db.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
    WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped`,
    [`public.${quoted(table)}`],
  );
  const types = new Map(rows.map(({ name, type }) => [name, type]));
  if (types.size !== columns.length || columns.some((column) => !types.has(column)))
    throw new BackupRefused("other-columns", { table });
  const names = columns.map(quoted).join(", ");
  const values = columns.map((column) => `given.${quoted(column)}::${types.get(column)}`).join(", ");
  const lists = columns.map((_, index) => `$${index + 1}::text[]`).join(", ");
  return `INSERT INTO public.${quoted(table)} (${names}) SELECT ${values} FROM unnest(${lists}) AS given(${names})`;
}

/**
 * What was numbered after the backup is gone, while its numbers stand in Slack, on buttons and in keys of messages. So they
 * are not given out again. Chosen by the product: more than anything gets between two backups that a button can name, and little
 * of the two thousand million numbers there are.
 */
const NUMBERS_LEFT_OUT = 1_000_000;

async function advanceSequences(db: Queryable, sequences: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, last] of Object.entries(sequences))
    await db.query(
      `SELECT setval(format('public.%I', sequencename)::regclass, GREATEST(last_value, LEAST($2::bigint + $3, max_value)))
      FROM pg_sequences WHERE schemaname = 'public' AND sequencename = $1`,
      [name, last, NUMBERS_LEFT_OUT],
    );
}
