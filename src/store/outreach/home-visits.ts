import { nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type HomeVisitStore = ReturnType<typeof homeVisitStore>;

/** Who knows already what Home is for. */
export function homeVisitStore({ pool }: Pick<Database, "pool">) {
  return {
    /** When a member said that they have read what Mainstay does; null: not yet. */
    async explainedAt(memberId: string): Promise<Date | null> {
      return (await EXPLAINED_AT.first(pool, { memberId }))?.at ?? null;
    },

    /** Keeps it; the first time counts. */
    async explained(memberId: string, at: Date): Promise<void> {
      await EXPLAINED.run(pool, { memberId, at });
    },
  };
}

const EXPLAINED_AT = statement({
  name: "outreach/home-visits: explained at",
  sql: "SELECT home_explained_at AS at FROM members WHERE slack_user_id = :memberId",
  parameters: { memberId: text },
  row: { at: nullable(timestamptz) },
});

const EXPLAINED = statement({
  name: "outreach/home-visits: explained",
  sql: `UPDATE members SET home_explained_at = :at WHERE slack_user_id = :memberId AND home_explained_at IS NULL`,
  parameters: { memberId: text, at: timestamptz },
});
