import { gathering } from "../../domain/gathering.ts";
import { evenIfStopped } from "./stoppable.ts";

/** Chosen: more than come while one statement runs. */
const MOST_AT_ONCE = 100;

/**
 * Writes in one statement, and one wait for the disk, what comes while the one before is being written. It does not end with what one
 * of them was written for.
 * @param write one row after the other where not all of them can be written
 * @param keyOf of each key one is written at a time; left out: any may be written together
 */
export function writtenTogether<Row>(
  write: (rows: readonly Row[]) => Promise<unknown>,
  keyOf?: (row: Row) => string,
): (row: Row) => Promise<void> {
  return gathering({
    async work(rows: readonly Row[]) {
      await evenIfStopped(() => write(rows));
      return rows.map(() => undefined);
    },
    ...(keyOf && { keyOf }),
    mostAtOnce: MOST_AT_ONCE,
  });
}
