import { MS_PER_HOUR } from "../../domain/clock.ts";
import { text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type HandledRequestStore = ReturnType<typeof handledRequestStore>;

/** Slack may deliver the same thing again for some minutes; a day leaves room for a long outage. */
const KEPT_MS = 24 * MS_PER_HOUR;

export function handledRequestStore({ pool, prisma }: Database) {
  return {
    /** Whether this delivery is new; from then on it is known, on every instance, for a day. */
    async claim(id: string, now: Date): Promise<boolean> {
      return (await CLAIM.run(pool, { id, now })) === 1;
    },

    /** Takes a claim back: what was claimed was not done. */
    async release(id: string): Promise<void> {
      await prisma.handledRequest.deleteMany({ where: { id } });
    },

    /** Forgets what is older than a day. @returns how many */
    async forgetOld(now: Date): Promise<number> {
      const before = new Date(now.getTime() - KEPT_MS);
      const { count } = await prisma.handledRequest.deleteMany({ where: { handledAt: { lt: before } } });
      return count;
    },
  };
}

/** Who comes first is told by the insert itself. */
const CLAIM = statement({
  name: "messages/handled-requests: claim",
  sql: "INSERT INTO handled_requests (id, handled_at) VALUES (:id, :now) ON CONFLICT (id) DO NOTHING",
  parameters: { id: text, now: timestamptz },
});
