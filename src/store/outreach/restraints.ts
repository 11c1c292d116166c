import { withJoinedSql } from "../customers/with-joined.ts";
import { arrayOf, int4, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { runningOverrideSql } from "./running-override.ts";

export type RestraintStore = ReturnType<typeof restraintStore>;

/** About whom somebody decided that nudges keep quiet. */
export function restraintStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Of some customers, those about whom nothing or not everything may be said. */
    async among(customerIds: readonly number[], now: Date): Promise<number[]> {
      if (customerIds.length === 0) return [];
      return (await AMONG.all(pool, { customerIds, now })).map(({ id }) => id);
    },
  };
}

const AMONG = statement({
  name: "outreach/restraints: among",
  sql: `
  SELECT c.id FROM customers c WHERE c.id = ANY (:customerIds::int[]) AND (
    EXISTS (SELECT FROM overrides o
      WHERE o.says = 'stay' AND ${runningOverrideSql("c.id", ":now::timestamptz")})
    OR EXISTS (SELECT FROM do_not_disturb d WHERE d.status = 'quiet' AND d.customer_id IN ${withJoinedSql("c.id")})
    OR EXISTS (SELECT FROM do_not_disturb d WHERE d.status = 'quiet' AND d.segment = c.segment))
  ORDER BY c.id`,
  parameters: { customerIds: arrayOf(int4), now: timestamptz },
  row: { id: int4 },
});
