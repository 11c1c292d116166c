import { labelWindow } from "../../domain/risk/labels.ts";
import { contractRunsOn, utcDay } from "../customers/contract-days.ts";
import { arrayOf, bytea, date, int4, nullable, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type LabelStore = ReturnType<typeof labelStore>;

export function labelStore({ pool }: Pick<Database, "pool">) {
  return {
    /**
     * Whether each customer churned within the horizon after the snapshot (see domain/risk/labels.ts): 1 or 0, in
     * the order of `customerIds`.
     */
    async churned(snapshot: Date, horizonDays: number, customerIds: Int32Array): Promise<Uint8Array> {
      const { from, to } = labelWindow(snapshot, horizonDays);
      const days = { fromDay: utcDay(from), toDay: utcDay(to) };
      const { churned } = await CHURNED.one(pool, {
        from,
        to,
        ...days,
        customerIds: Array.from(customerIds),
      });
      return Uint8Array.from((churned ?? Buffer.alloc(0)).toString("latin1"), Number);
    },
  };
}

/** One character per customer: "1" churned, "0" stayed. */
const CHURNED = statement({
  name: "risk/labels: churned",
  sql: `
  SELECT string_agg(CASE WHEN churned THEN '1' ELSE '0' END, '' ORDER BY place)::bytea AS churned
  FROM (
    SELECT place, CASE
      WHEN ${contractRunsOn(":fromDay::date")} THEN COALESCE(c.ended_on < :toDay::date, false)
      ELSE NOT EXISTS (
        SELECT 1 FROM activities a
        WHERE a.customer_id = c.id AND a.at >= :from AND a.at < :to AND a.kind = 'order' AND a.amount_minor > 0
      ) END AS churned
    FROM unnest(:customerIds::int[]) WITH ORDINALITY AS wanted (id, place) JOIN customers c ON c.id = wanted.id
  ) AS labels`,
  parameters: { from: timestamptz, to: timestamptz, fromDay: date, toDay: date, customerIds: arrayOf(int4) },
  row: { churned: nullable(bytea) },
});
