import type pg from "pg";
import { bool, int4, text } from "./column-kinds.ts";
import { statement } from "./statement.ts";

/** Long enough to tell one statement from another, and shorter than what a server shows of it. */
const COMPARED_CHARACTERS = 500;

/**
 * Ends a query that runs on a server. Behind a pool of connections the number may be another one's: nothing is ended but the very
 * statement, and what cannot be ended ends by itself. @param process as the server numbers its processes
 */
export async function cancelQuery(pool: pg.Pool, process: number, sql: string): Promise<void> {
  const begins = sql.slice(0, COMPARED_CHARACTERS);
  await CANCEL.all(pool, { process, begins, characters: COMPARED_CHARACTERS }).catch(() => undefined);
}

const CANCEL = statement({
  name: "database/cancel-query: of a process",
  sql: `
  SELECT pg_cancel_backend(pid) AS cancelled FROM pg_stat_activity
  WHERE pid = :process AND state = 'active' AND usename = current_user AND left(query, :characters) = :begins`,
  parameters: { process: int4, begins: text, characters: int4 },
  row: { cancelled: bool },
});
