import type { Day } from "../../domain/calendar.ts";
import { date, int4, int8 } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type CustomerSampleStore = ReturnType<typeof customerSampleStore>;

/** Some of the customers, where looking at all would take too long. */
export function customerSampleStore({ pool }: Pick<Database, "pool">) {
  return {
    /**
     * Customers of a day, drawn by a hash of their number: at random, and the same each time, so that two counts of them can be
     * compared. @returns at most `atMost` of them, and how many there are in all
     */
    async draw(
      day: Day,
      atMost: number,
    ): Promise<{ readonly ids: readonly number[]; readonly inAll: number }> {
      const rows = await DRAW.all(pool, { day, atMost });
      return { ids: rows.map(({ id }) => id), inAll: rows[0]?.inAll ?? 0 };
    },
  };
}

const DRAW = statement({
  name: "outreach/customer-sample: draw",
  sql: `
  SELECT id, (count(*) OVER ())::int AS "inAll" FROM customers
  WHERE joined_into IS NULL AND (ended_on IS NULL OR ended_on > :day)
  ORDER BY md5(id::text), id LIMIT :atMost`,
  parameters: { day: date, atMost: int8 },
  row: { id: int4, inAll: int4 },
});
