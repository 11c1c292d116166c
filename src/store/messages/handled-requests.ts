import { MS_PER_HOUR } from "../../domain/clock.ts";
import type { Database } from "../database/database.ts";

export type HandledRequestStore = ReturnType<typeof handledRequestStore>;

/** Slack may deliver the same thing again for some minutes; a day leaves room for a long outage. */
const KEPT_MS = 24 * MS_PER_HOUR;

export function handledRequestStore({ pool }: Database) {
  return {
    /** Whether this delivery is new; from then on it is known, on every instance, for a day. */
    async claim(id: string, now: Date): Promise<boolean> {
      const { rowCount } = await pool.query(
        "INSERT INTO handled_requests (id, handled_at) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING",
        [id, now],
      );
      return rowCount === 1;
    },

    /** Forgets what is older than a day. @returns how many */
    async forgetOld(now: Date): Promise<number> {
      const before = new Date(now.getTime() - KEPT_MS);
      const { rowCount } = await pool.query("DELETE FROM handled_requests WHERE handled_at < $1", [before]);
      return rowCount ?? 0;
    },
  };
}
