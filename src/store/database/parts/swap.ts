import type { Queryable } from "../database.ts";
import { LIVE, PROGRESS } from "./layout.ts";
import { type AsideTable, addChecks, COPY, isAlike, OLD } from "./make-parts.ts";
import { beginMirror, endMirror, OWN_TRIGGERS } from "./mirror.ts";
import { PartitionRefused } from "./partition-refused.ts";

/**
 * The table in parts becomes the activities; the one table is set aside and follows it from then on. For a transaction that
 * gives up soon where it has to wait: whoever comes after it waits, too.
 * @throws PartitionRefused where a migration has changed the activities since the copy was begun
 */
export async function partsForWhole(db: Queryable): Promise<void> {
  await db.query(`LOCK TABLE ${LIVE}, ${COPY.table} IN ACCESS EXCLUSIVE MODE`);
  if (!(await isAlike(db, COPY, true))) throw new PartitionRefused("changed");
  await addChecks(db, false);
  await exchange(db, COPY, OLD);
  await db.query(`DROP TABLE ${PROGRESS}`);
}

/** And back. @throws PartitionRefused where a migration has changed the activities alone */
export async function wholeForParts(db: Queryable): Promise<void> {
  await db.query(`LOCK TABLE ${LIVE}, ${OLD.table} IN ACCESS EXCLUSIVE MODE`);
  if (!(await isAlike(db, OLD, false))) throw new PartitionRefused("no-way-back");
  await exchange(db, OLD, COPY);
}

/** @param comes the one that becomes the activities @param goes what these are called from then on */
async function exchange(db: Queryable, comes: AsideTable, goes: AsideTable): Promise<void> {
  await endMirror(db);
  const triggers = await takeTriggers(db);
  for (const index of await indexNames(db, LIVE)) await renameIndex(db, index, `${index}${goes.suffix}`);
  await db.query(`ALTER TABLE ${LIVE} RENAME TO ${goes.table}`);
  await db.query(`ALTER TABLE ${comes.table} RENAME TO ${LIVE}`);
  for (const index of await indexNames(db, LIVE))
    if (index.endsWith(comes.suffix)) await renameIndex(db, index, index.slice(0, -comes.suffix.length));
  for (const trigger of triggers) await db.query(trigger);
  await beginMirror(db, goes.table);
}

/** Takes the triggers away from the activities. @returns the statements that make them again */
async function takeTriggers(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ name: string; sql: string }>(
    `SELECT quote_ident(tgname) AS name, pg_get_triggerdef(oid) AS sql FROM pg_trigger
    WHERE tgrelid = $1::regclass AND ${OWN_TRIGGERS} ORDER BY tgname`,
    [LIVE],
  );
  for (const { name } of rows) await db.query(`DROP TRIGGER ${name} ON ${LIVE}`);
  return rows.map(({ sql }) => sql);
}

async function indexNames(db: Queryable, table: string): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = $1::regclass`,
    [table],
  );
  return rows.map(({ name }) => name);
}

const renameIndex = (db: Queryable, from: string, to: string) =>
  db.query(`ALTER INDEX "${from}" RENAME TO "${to}"`);
