import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { PartitionRefused } from "./partition-refused.ts";

/** Chosen by the product: with the waits of `PAUSE_MS` about five minutes, longer than any import or report holds a lock. */
const MOST_ATTEMPTS = 300;
const PAUSE_MS = 1_000;
const NOT_LOCKED: ReadonlySet<string> = new Set(["55P03", "40P01"]);

/**
 * A transaction that gives way: where it would wait longer for a lock, everybody else goes first and it begins again.
 * @throws PartitionRefused where it never came to its turn
 */
export async function withinLockTimeout<T>(
  client: pg.PoolClient,
  waitsMs: number,
  work: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    try {
      await client.query(`BEGIN; SET LOCAL lock_timeout = ${waitsMs}`);
      const result = await work();
      await client.query("COMMIT");
      return result;
    } catch (error) {
      await client.query("ROLLBACK");
      if (!isNotLocked(error)) throw error;
      await pause(PAUSE_MS);
    }
  }
  throw new PartitionRefused("locked");
}

const isNotLocked = (error: unknown): boolean =>
  error instanceof Error && "code" in error && NOT_LOCKED.has(String(error.code));
