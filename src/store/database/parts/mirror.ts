import type { Queryable } from "../database.ts";
import { KEYS, LIVE, PARTS_ASIDE } from "./layout.ts";

const MIRROR = "mirror_activities";
const HOLD_KEYS = "hold_activity_keys";
/**
 * Triggers of a statement fire in the order of their names. These come before those that change the rows again, whose own change is
 * mirrored by itself.
 */
const MIRROR_TRIGGER = "activities_aside";

/**
 * The columns that both tables have are read anew by each statement: a migration that adds or drops one does not stop an import. An id
 * that is there already stays: no import fails for the sake of the other table, and the comparison finds what differs.
 */
const MIRROR_FUNCTION = `
CREATE OR REPLACE FUNCTION ${MIRROR}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE columns text := (
  SELECT string_agg(quote_ident(here.attname), ', ') FROM pg_attribute here JOIN pg_attribute there USING (attname)
  WHERE here.attrelid = TG_RELID AND there.attrelid = TG_ARGV[0]::regclass AND here.attnum > 0
    AND NOT here.attisdropped AND NOT there.attisdropped);
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    EXECUTE format('TRUNCATE %I', TG_ARGV[0]);
    RETURN NULL;
  END IF;
  IF TG_OP IN ('UPDATE', 'DELETE') THEN
    EXECUTE format('DELETE FROM %I t USING known WHERE t.source = known.source AND t.external_id = known.external_id
      AND t.customer_id = known.customer_id', TG_ARGV[0]);
  END IF;
  IF TG_OP IN ('UPDATE', 'INSERT') THEN
    EXECUTE format('INSERT INTO %1$I (%2$s) SELECT %2$s FROM told ON CONFLICT DO NOTHING', TG_ARGV[0], columns);
  END IF;
  RETURN NULL;
END $$`;

/** From here on every change to the activities is made to the other table as well, in the same transaction. */
export async function beginMirror(db: Queryable, to: string): Promise<void> {
  await db.query(MIRROR_FUNCTION);
  for (const [event, sees] of [
    ["INSERT", "REFERENCING NEW TABLE AS told"],
    ["UPDATE", "REFERENCING OLD TABLE AS known NEW TABLE AS told"],
    ["DELETE", "REFERENCING OLD TABLE AS known"],
    ["TRUNCATE", ""],
  ])
    await db.query(`CREATE TRIGGER ${MIRROR_TRIGGER}_${event} AFTER ${event} ON ${LIVE} ${sees}
      FOR EACH STATEMENT EXECUTE FUNCTION ${MIRROR}('${to}')`);
}

/** The triggers go with the function; waits for whoever writes. */
export async function endMirror(db: Queryable): Promise<void> {
  await db.query(`DROP FUNCTION IF EXISTS ${MIRROR} CASCADE`);
}

/** A cross-part move is an update, which leaves the id taken; only a new id in place of an old one is renamed. */
const KEYS_FUNCTION = `
CREATE OR REPLACE FUNCTION ${HOLD_KEYS}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN TRUNCATE ${KEYS};
  ELSIF TG_OP = 'INSERT' THEN INSERT INTO ${KEYS} SELECT source, external_id FROM told;
  ELSIF TG_OP = 'DELETE' THEN
    DELETE FROM ${KEYS} k USING known WHERE k.source = known.source AND k.external_id = known.external_id;
  ELSE
    UPDATE ${KEYS} SET source = NEW.source, external_id = NEW.external_id
      WHERE source = OLD.source AND external_id = OLD.external_id;
    RETURN NEW;
  END IF;
  RETURN NULL;
END $$`;

/** An id stays taken across all parts: a second row under it is refused as by the one table's primary key. */
export async function holdKeys(db: Queryable): Promise<void> {
  await db.query(
    `CREATE TABLE ${KEYS} (source text NOT NULL, external_id text NOT NULL, PRIMARY KEY (source, external_id))`,
  );
  await db.query(KEYS_FUNCTION);
  for (const when of [
    `insert AFTER INSERT ON ${PARTS_ASIDE} REFERENCING NEW TABLE AS told FOR EACH STATEMENT`,
    `delete AFTER DELETE ON ${PARTS_ASIDE} REFERENCING OLD TABLE AS known FOR EACH STATEMENT`,
    `truncate AFTER TRUNCATE ON ${PARTS_ASIDE} FOR EACH STATEMENT`,
    `rename BEFORE UPDATE ON ${PARTS_ASIDE} FOR EACH ROW
      WHEN ((OLD.source, OLD.external_id) IS DISTINCT FROM (NEW.source, NEW.external_id))`,
  ])
    await db.query(`CREATE TRIGGER ${KEYS}_${when} EXECUTE FUNCTION ${HOLD_KEYS}()`);
}

export async function dropKeys(db: Queryable): Promise<void> {
  await db.query(`DROP FUNCTION IF EXISTS ${HOLD_KEYS} CASCADE`);
  await db.query(`DROP TABLE IF EXISTS ${KEYS}`);
}

/** After rows were put back while no trigger fired. */
export async function fillKeys(db: Queryable): Promise<void> {
  await db.query(`TRUNCATE ${KEYS}`);
  await db.query(`INSERT INTO ${KEYS} SELECT source, external_id FROM ${LIVE}`);
}

/** Of the business's own triggers: neither a mirror nor what holds the keys. */
export const OWN_TRIGGERS = `NOT tgisinternal AND tgname NOT LIKE '${MIRROR_TRIGGER}\\_%' AND tgname NOT LIKE '${KEYS}\\_%'`;
