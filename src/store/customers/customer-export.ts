import { int4, text } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { onOneSnapshot } from "../database/snapshot.ts";
import { statement } from "../database/statement.ts";
import { FAMILY_SQL, NOT_HANDED_OUT, type NotHandedOut, PERSONAL_TABLES } from "./personal-tables.ts";

export type CustomerExportStore = ReturnType<typeof customerExportStore>;

export type CustomerExport = {
  /** Of every table that names them; a row is JSON text, so that no number loses a digit. */
  readonly tables: ReadonlyArray<{ readonly table: string; readonly rows: readonly string[] }>;
  readonly leftOut: ReadonlyArray<{ readonly table: string; readonly because: NotHandedOut }>;
};

export function customerExportStore(database: Database) {
  return {
    /** All that is kept of a customer and of those joined with them, as of one moment where the database has one. */
    read: async (customerId: number): Promise<CustomerExport> => {
      const tables = await onOneSnapshot(database, async (db) => {
        const read: { table: string; rows: string[] }[] = [];
        for (const { table, rows } of STATEMENTS)
          read.push({ table, rows: (await rows.all(db, { customerId })).map(({ row }) => row) });
        return read;
      });
      const leftOut = Object.entries(NOT_HANDED_OUT).map(([table, because]) => ({ table, because }));
      return { tables, leftOut };
    },
  };
}

const STATEMENTS = PERSONAL_TABLES.map(({ table, where, row = "to_jsonb(t)" }) => ({
  table,
  rows: statement({
    name: `customers/customer-export: ${table}`,
    sql: `
  WITH ${FAMILY_SQL}, theirs AS (SELECT ${row} AS row FROM ${table} t WHERE ${where})
  SELECT row::text AS row FROM theirs ORDER BY row`,
    parameters: { customerId: int4 },
    row: { row: text },
  }),
}));
