import type { Queryable } from "../database.ts";
import { LIVE, PARTS_ASIDE, PROGRESS, WHOLE_ASIDE } from "./layout.ts";
import { addChecks, SUFFIX } from "./make-parts.ts";
import { beginMirror, endMirror, OWN_TRIGGERS } from "./mirror.ts";

/**
 * The table in parts becomes the activities; the one table is set aside and follows it from then on. For a transaction that
 * gives up soon where it has to wait: whoever comes after it waits, too.
 */
export async function partsForWhole(db: Queryable): Promise<void> {
  await db.query(`LOCK TABLE ${LIVE}, ${PARTS_ASIDE} IN ACCESS EXCLUSIVE MODE`);
  await addChecks(db, false);
  await exchange(db, { comes: PARTS_ASIDE, goes: WHOLE_ASIDE, took: SUFFIX.parts, takes: SUFFIX.whole });
  await db.query(`DROP TABLE ${PROGRESS}`);
}

/** And back. */
export async function wholeForParts(db: Queryable): Promise<void> {
  await db.query(`LOCK TABLE ${LIVE}, ${WHOLE_ASIDE} IN ACCESS EXCLUSIVE MODE`);
  await exchange(db, { comes: WHOLE_ASIDE, goes: PARTS_ASIDE, took: SUFFIX.whole, takes: SUFFIX.parts });
}

type Exchange = {
  readonly comes: string;
  readonly goes: string;
  /** What the indexes of the one that comes have behind their names, and those of the other get. */
  readonly took: string;
  readonly takes: string;
};

async function exchange(db: Queryable, { comes, goes, took, takes }: Exchange): Promise<void> {
  await endMirror(db);
  const triggers = await takeTriggers(db);
  for (const index of await indexNames(db, LIVE)) await renameIndex(db, index, `${index}${takes}`);
  await db.query(`ALTER TABLE ${LIVE} RENAME TO ${goes}`);
  await db.query(`ALTER TABLE ${comes} RENAME TO ${LIVE}`);
  for (const index of await indexNames(db, LIVE))
    if (index.endsWith(took)) await renameIndex(db, index, index.slice(0, -took.length));
  for (const trigger of triggers) await db.query(trigger);
  await beginMirror(db, goes);
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
