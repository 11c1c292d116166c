import { createWriteStream } from "node:fs";
import { access, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import type { Database, Queryable } from "../database.ts";
import { migrationStatus } from "../migrate.ts";
import { BESIDE_THE_ACTIVITIES } from "../parts/layout.ts";
import { BACKUP_FORMAT, type BackupEnd, type BackupHead, BackupRefused } from "./backup-lines.ts";

export type BackupTaken = {
  readonly tables: number;
  readonly rows: number;
  readonly takenAt: Date;
};

/** Read in one go: a row of a model or a message can be large. Chosen so that memory stays flat. */
const ROWS_AT_ONCE = 500;

/**
 * Writes every row as of one moment, as lines of JSON in gzip, to a file that only its owner can read. Under its own name it
 * stands when it is whole.
 * @param now a moment before anything is read, by the clock that messages are stamped with
 * @throws BackupRefused where there is such a file
 */
export async function writeBackup(database: Database, file: string, now: Date): Promise<BackupTaken> {
  if (await isThere(file)) throw new BackupRefused("exists", { file });
  const { applied } = await migrationStatus(database);
  if (applied.length === 0) throw new BackupRefused("nothing");
  const head: BackupHead = {
    mainstayBackup: BACKUP_FORMAT,
    takenAt: now.toISOString(),
    migrations: [...applied],
  };
  const beside = `${file}.part`;
  const counted = { tables: 0, rows: 0 };
  try {
    const lines = onOneMoment(database, (db) => backupLines(db, head, counted));
    const part = createWriteStream(beside, { mode: 0o600, flush: true });
    await pipeline(Readable.from(lines), createGzip(), part);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  return { ...counted, takenAt: now };
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Text as the same value reads back everywhere: every digit, times in UTC, bytes in hexadecimal. */
export const AS_TEXT = `SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL timezone = 'UTC';
  SET LOCAL extra_float_digits = 3; SET LOCAL bytea_output = 'hex'`;

async function* onOneMoment(
  { pool }: Database,
  read: (db: Queryable) => AsyncGenerator<string>,
): AsyncGenerator<string> {
  const client: pg.PoolClient = await pool.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query(AS_TEXT);
    yield* read(client);
  } finally {
    const broken = await client.query("ROLLBACK").then(
      () => false,
      () => true,
    );
    client.release(broken);
  }
}

async function* backupLines(
  db: Queryable,
  head: BackupHead,
  counted: { tables: number; rows: number },
): AsyncGenerator<string> {
  yield line(head);
  for (const { table, columns } of await tablesOf(db)) {
    yield line({ table, columns });
    counted.tables += 1;
    for await (const rows of rowsOf(db, table, columns)) {
      counted.rows += rows.length;
      yield rows.map((row) => `${row}\n`).join("");
    }
  }
  const end: BackupEnd = { rows: counted.rows, sequences: await sequencesOf(db) };
  yield line(end);
}

const line = (value: object) => `${JSON.stringify(value)}\n`;

/** The tables that migrations made, by name; one in parts is one. */
export async function tablesOf(db: Queryable): Promise<Array<{ table: string; columns: string[] }>> {
  const { rows } = await db.query<{ table: string; columns: string[] }>(
    `SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND c.relname <> ALL ($1::text[]) AND a.attnum > 0 AND NOT a.attisdropped GROUP BY c.relname ORDER BY c.relname`,
    [["_prisma_migrations", ...BESIDE_THE_ACTIVITIES]],
  );
  return rows;
}

/** A cursor holds the place, so that no table is ever in memory as a whole. */
async function* rowsOf(db: Queryable, table: string, columns: readonly string[]): AsyncGenerator<string[]> {
  const values = columns.map((column) => `${quoted(column)}::text`).join(", ");
  await db.query(
    `DECLARE rows_of_table NO SCROLL CURSOR FOR SELECT to_json(ARRAY[${values}])::text AS row FROM public.${quoted(table)}`,
  );
  for (;;) {
    const { rows } = await db.query<{ row: string }>(`FETCH ${ROWS_AT_ONCE} FROM rows_of_table`);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await db.query("CLOSE rows_of_table");
}

async function sequencesOf(db: Queryable): Promise<Record<string, string>> {
  const { rows } = await db.query<{ name: string; last: string }>(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences
    WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY sequencename`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

/** A name as SQL takes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
