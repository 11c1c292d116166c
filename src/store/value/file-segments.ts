import type { Day } from "../../domain/calendar.ts";
import { arrayOf, date, int4, nullable, text } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type FileSegmentStore = ReturnType<typeof fileSegmentStore>;

/** The segments of whom no history tells: they never were customers. */
export function fileSegmentStore({ pool }: Pick<Database, "pool">) {
  return {
    /** By customer; what the file said when the day was closed, where it is. */
    async of(customerIds: readonly number[], day: Day): Promise<ReadonlyMap<number, string | null>> {
      if (customerIds.length === 0) return new Map();
      const rows = await SEGMENTS.all(pool, { customerIds, day });
      return new Map(rows.map(({ id, segment }) => [id, segment]));
    },
  };
}

const SEGMENTS = statement({
  name: "value/file-segments: of some",
  sql: `
  SELECT c.id, CASE WHEN closed.customer_id IS NULL THEN c.segment ELSE closed.segment END AS segment
  FROM customers c LEFT JOIN LATERAL (
    SELECT customer_id, segment FROM closed_customer_facts
    WHERE customer_id = c.id AND through_day >= :day::date ORDER BY through_day LIMIT 1
  ) closed ON true
  WHERE c.id = ANY (:customerIds::int[])`,
  parameters: { customerIds: arrayOf(int4), day: date },
  row: { id: int4, segment: nullable(text) },
});
