import type { Pool } from "pg";

/** So many rows that pages which are half full no longer tell. */
const ENOUGH_ROWS = 20_000;

/** Bytes of a row with its part of every index: of the rows that are there, copied under other keys until there are enough. */
export async function bytesPerRow(pool: Pool, table: string): Promise<number> {
  const there = await countOf(pool, table);
  if (there === 0) return 0;
  const copies = Math.ceil(ENOUGH_ROWS / there);
  const copying = await copyingSql(pool, table);
  const client = await pool.connect();
  try {
    // Neither triggers nor keys to other tables: the rows have been through them.
    await client.query("BEGIN; SET LOCAL session_replication_role = replica");
    await client.query(copying, [copies]);
    await client.query("COMMIT");
    await client.query(`VACUUM (ANALYZE) ${table}`);
  } finally {
    client.release();
  }
  const { rows } = await pool.query("SELECT pg_total_relation_size($1::regclass)::float8 AS bytes", [table]);
  return Math.round(rows[0].bytes / (await countOf(pool, table)));
}

export async function countOf(pool: Pool, table: string): Promise<number> {
  return (await pool.query(`SELECT count(*)::int AS rows FROM ${table}`)).rows[0].rows;
}

type Column = { name: string; type: string; isKey: boolean; isNumbered: boolean };

/** What another row has in a unique column, by its type; the others stay. */
const OTHER: Readonly<Record<string, (column: string) => string>> = {
  text: (column) => `${column} || '~' || lpad(n::text, 6, '0')`,
  "timestamp with time zone": (column) => `${column} - n * interval '1000 days'`,
  date: (column) => `${column} - 1000 * n::int`,
};

async function copyingSql(pool: Pool, table: string): Promise<string> {
  const { rows } = await pool.query<Column>(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type,
      EXISTS (SELECT FROM pg_index WHERE indrelid = attrelid AND indisunique AND attnum = ANY (indkey)) AS "isKey",
      COALESCE(pg_get_expr(adbin, adrelid), '') LIKE 'nextval%' AS "isNumbered"
    FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
    [table],
  );
  const taken = rows.filter(({ isNumbered }) => !isNumbered);
  const values = taken.map(({ name, type, isKey }) => (isKey ? (OTHER[type]?.(name) ?? name) : name));
  return `INSERT INTO ${table} (${taken.map(({ name }) => name).join(", ")})
    SELECT ${values.join(", ")} FROM ${table}, generate_series(1, $1::int) AS n`;
}
