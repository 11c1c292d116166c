import type { Queryable } from "../database.ts";
import { LIVE, PARTS_ASIDE, PROGRESS, WHOLE_ASIDE } from "./layout.ts";
import { beginMirror, dropKeys, endMirror, holdKeys } from "./mirror.ts";
import { PartitionRefused } from "./partition-refused.ts";

/** Chosen by the product: a part of a thousand million rows is then one of sixty million, and a query's plan names few tables. */
export const PARTS = 16;

/** The table that stands aside, and what its indexes have behind their names. */
export type AsideTable = { readonly table: string; readonly suffix: string };
export const COPY: AsideTable = { table: PARTS_ASIDE, suffix: "_parts" };
export const OLD: AsideTable = { table: WHOLE_ASIDE, suffix: "_before_parts" };

/** Makes the empty table in parts, with the rules and indexes of the one table, and from there on mirrors every change into it. */
export async function makeParts(db: Queryable): Promise<void> {
  await db.query(
    `CREATE TABLE ${PARTS_ASIDE} (LIKE ${LIVE} INCLUDING DEFAULTS INCLUDING STORAGE INCLUDING COMMENTS INCLUDING GENERATED)
    PARTITION BY HASH (customer_id)`,
  );
  for (let part = 0; part < PARTS; part += 1)
    await db.query(
      `CREATE TABLE activities_part_${String(part).padStart(2, "0")} PARTITION OF ${PARTS_ASIDE}
      FOR VALUES WITH (MODULUS ${PARTS}, REMAINDER ${part})`,
    );
  await addChecks(db, true);
  for (const index of await indexesOfActivities(db)) await db.query(indexInParts(index));
  await grantAsBefore(db);
  await holdKeys(db);
  await db.query(`CREATE TABLE ${PROGRESS} (through int)`);
  await db.query(`INSERT INTO ${PROGRESS} VALUES (NULL)`);
  await beginMirror(db, PARTS_ASIDE);
}

/** The copy, and what keeps it in step, is gone; the one table was never touched. */
export async function dropParts(db: Queryable): Promise<void> {
  await endMirror(db);
  await dropKeys(db);
  await db.query(`DROP TABLE IF EXISTS ${PARTS_ASIDE}, ${PROGRESS}`);
}

/**
 * The checks of the one table. One that was added without looking at older rows cannot be there while those are copied: it is added
 * at the end.
 */
export async function addChecks(db: Queryable, validated: boolean): Promise<void> {
  const { rows } = await db.query<{ sql: string }>(
    `SELECT format('ALTER TABLE %I ADD CONSTRAINT %I %s', $2::text, conname, pg_get_constraintdef(oid)) AS sql FROM pg_constraint
    WHERE conrelid = $1::regclass AND contype = 'c' AND convalidated = $3`,
    [LIVE, PARTS_ASIDE, validated],
  );
  for (const { sql } of rows) await db.query(sql);
}

type Index = { name: string; sql: string; isKey: boolean; isUnique: boolean; columns: string[] };

async function indexesOfActivities(db: Queryable): Promise<Index[]> {
  const { rows } = await db.query<Index>(
    `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS sql, i.indisprimary AS "isKey", i.indisunique AS "isUnique",
      ARRAY(SELECT attname::text FROM unnest(i.indkey::int[]) WITH ORDINALITY AS key (number, place)
        JOIN pg_attribute ON attrelid = i.indrelid AND attnum = number ORDER BY place) AS columns
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = $1::regclass ORDER BY 1`,
    [LIVE],
  );
  return rows;
}

/** A unique index of a table in parts has to hold what it is parted by: the primary key is widened by it, and `activity_keys` sees to the rest. */
function indexInParts({ name, sql, isKey, isUnique, columns }: Index): string {
  const made = `${name}${COPY.suffix}`;
  if (isKey)
    return `ALTER TABLE ${PARTS_ASIDE} ADD CONSTRAINT "${made}" PRIMARY KEY (${[...columns, "customer_id"].join(", ")})`;
  if (isUnique && !columns.includes("customer_id")) throw new PartitionRefused("unique", { index: name });
  return sql.replace(/^(CREATE (?:UNIQUE )?INDEX) .*? USING /, `$1 "${made}" ON ${PARTS_ASIDE} USING `);
}

/** Whoever may read or write the one table may do so with the other. */
async function grantAsBefore(db: Queryable): Promise<void> {
  const { rows } = await db.query<{ sql: string }>(
    `SELECT format('GRANT %s ON %I TO %s', privilege_type, $2::text,
      CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END) AS sql
    FROM pg_class, aclexplode(relacl) WHERE oid = $1::regclass AND grantee <> relowner`,
    [LIVE, PARTS_ASIDE],
  );
  for (const { sql } of rows) await db.query(sql);
}

/**
 * Whether both tables have the same columns, indexes and checks; a migration since may have changed those of the live one alone.
 * @param validated only checks that all rows meet: the others come to a copy at the end
 */
export async function isAlike(
  db: Queryable,
  { table, suffix }: AsideTable,
  validated: boolean,
): Promise<boolean> {
  const law = (place: string) => `
    SELECT 'column ' || concat_ws(' ', attname, format_type(atttypid, atttypmod), attnotnull) FROM pg_attribute
    WHERE attnum > 0 AND NOT attisdropped AND attrelid = ${place}::regclass
    UNION SELECT 'index ' || regexp_replace(relname, $3 || '$', '') FROM pg_index JOIN pg_class ON oid = indexrelid
    WHERE indrelid = ${place}::regclass
    UNION SELECT 'check ' || conname FROM pg_constraint
    WHERE contype = 'c' AND (convalidated OR NOT $4) AND conrelid = ${place}::regclass`;
  const { rows } = await db.query(
    `((${law("$1")}) EXCEPT (${law("$2")})) UNION ALL ((${law("$2")}) EXCEPT (${law("$1")}))`,
    [LIVE, table, suffix, validated],
  );
  return rows.length === 0;
}
