import type { Day } from "../../domain/calendar.ts";
import { arrayOf, date, float8, int4, nullable } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type CustomerMarginStore = ReturnType<typeof customerMarginStore>;

/** The margin that customers' files name, also of those who never bought and have no history. */
export function customerMarginStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Percent of revenue by customer, as of a day; null where the file names none. Of a closed day, what it said then. */
    async of(customerIds: readonly number[], day: Day): Promise<ReadonlyMap<number, number | null>> {
      const rows = await MARGINS.all(pool, { customerIds, day });
      return new Map(rows.map(({ customerId, marginPercent }) => [customerId, marginPercent]));
    },
  };
}

const MARGINS = statement({
  name: "figures/customer-margins: of some",
  sql: `
  SELECT c.id AS "customerId",
    CASE WHEN f.customer_id IS NULL THEN c.margin_percent ELSE f.margin_percent END AS "marginPercent"
  FROM customers c LEFT JOIN LATERAL (
    SELECT k.customer_id, k.margin_percent FROM closed_customer_facts k
    WHERE k.customer_id = c.id AND k.through_day >= :day::date ORDER BY k.through_day LIMIT 1
  ) f ON true
  WHERE c.id = ANY (:customerIds::int[])`,
  parameters: { customerIds: arrayOf(int4), day: date },
  row: { customerId: int4, marginPercent: nullable(float8) },
});
