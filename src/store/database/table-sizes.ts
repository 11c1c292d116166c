import type { Day } from "../../domain/calendar.ts";
import type { TableSizes } from "../../domain/table-size.ts";
import { date, int4, int8, nullable, text } from "./column-kinds.ts";
import type { Database, Queryable } from "./database.ts";
import { statement } from "./statement.ts";

export type TableSizeStore = ReturnType<typeof tableSizeStore>;

/** Chosen: a year and a month, as everything by days. */
const KEPT_DAYS = 400;

export function tableSizeStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Notes how large each table is, once a day; later the same day it is noted anew. @returns bytes in all */
    async note(today: Day): Promise<number> {
      await FORGET.run(pool, { today, keptDays: KEPT_DAYS });
      return (await NOTE.one(pool, { today })).bytes;
    },

    /** How large each table is now, and was thirty days before. */
    read: (today: Day): Promise<TableSizes> => readTableSizes(pool, today),
  };
}

/** The same for a command that opens the database alone. */
export async function readTableSizes(db: Queryable, today: Day): Promise<TableSizes> {
  const rows = await SIZES.all(db, { today });
  return {
    tables: rows.map(({ day: _day, ...size }) => size),
    bytes: rows.reduce((sum, { bytes }) => sum + bytes, 0),
    comparedWith: rows[0]?.day ?? null,
  };
}

/** A part counts as the table it is of. */
const NOW = `
    SELECT COALESCE(whole.relname, c.relname)::text AS name, sum(pg_total_relation_size(c.oid))::bigint AS bytes, count(*)::int AS parts
    FROM pg_class c LEFT JOIN pg_inherits i ON i.inhrelid = c.oid LEFT JOIN pg_class whole ON whole.oid = i.inhparent
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY 1`;

const NOTE = statement({
  name: "database/table-sizes: note",
  sql: `
  WITH noted AS (
    INSERT INTO table_sizes (day, name, bytes) SELECT :today, name, bytes FROM (${NOW}) sizes
    ON CONFLICT (day, name) DO UPDATE SET bytes = excluded.bytes RETURNING bytes
  ) SELECT COALESCE(sum(bytes), 0)::bigint AS bytes FROM noted`,
  parameters: { today: date },
  row: { bytes: int8 },
});

const FORGET = statement({
  name: "database/table-sizes: forget",
  sql: "DELETE FROM table_sizes WHERE day < :today::date - :keptDays::int",
  parameters: { today: date, keptDays: int4 },
});

const SIZES = statement({
  name: "database/table-sizes: now and earlier",
  sql: `
  WITH compared AS (
    SELECT COALESCE(max(day) FILTER (WHERE day <= :today::date - 30), min(day)) AS day FROM table_sizes WHERE day < :today::date
  )
  SELECT sizes.name, sizes.bytes, sizes.parts, earlier.bytes AS "earlierBytes", to_char(compared.day, 'YYYY-MM-DD') AS day
  FROM (${NOW}) sizes CROSS JOIN compared
  LEFT JOIN table_sizes earlier ON earlier.name = sizes.name AND earlier.day = compared.day
  ORDER BY sizes.bytes DESC, sizes.name`,
  parameters: { today: date },
  row: { name: text, bytes: int8, parts: int4, earlierBytes: nullable(int8), day: nullable(text) },
});
