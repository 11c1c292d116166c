import { readFileSync } from "node:fs";
import type { Pool } from "pg";

/** Linux counts processor time in hundredths of a second. */
const TICKS_A_SECOND = 100;

/**
 * Processor seconds of a server on this machine so far, of the connections there are to the database: on a busy machine the figure to
 * compare by. Null where they cannot be read, as with a server elsewhere.
 */
export async function serverSeconds(pool: Pool): Promise<number | null> {
  const { rows } = await pool.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database()",
  );
  try {
    return rows.reduce((sum, { pid }) => sum + ticksOf(pid), 0) / TICKS_A_SECOND;
  } catch {
    return null;
  }
}

/** User and system time are the 14th and 15th field; the second is a name that may hold blanks. */
function ticksOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return Number(fields[11]) + Number(fields[12]);
}
