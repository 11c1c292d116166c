import { labelWindow } from "../../domain/risk/labels.ts";
import { contractRunsOn, utcDay } from "../customers/contract-days.ts";
import type { Database } from "../database/database.ts";

export type LabelStore = ReturnType<typeof labelStore>;

export function labelStore({ pool }: Pick<Database, "pool">) {
  return {
    /**
     * Whether each customer churned within the horizon after the snapshot (see domain/risk/labels.ts): 1 or 0, in
     * the order of `customerIds`.
     */
    async churned(snapshot: Date, horizonDays: number, customerIds: Int32Array): Promise<Uint8Array> {
      const { from, to } = labelWindow(snapshot, horizonDays);
      const { rows } = await pool.query<[Buffer | null]>({
        text: CHURNED,
        values: [from, to, utcDay(from), utcDay(to), Array.from(customerIds)],
        rowMode: "array",
      });
      return Uint8Array.from((rows[0]?.[0] ?? Buffer.alloc(0)).toString("latin1"), Number);
    },
  };
}

/** One character per customer: "1" churned, "0" stayed. */
const CHURNED = `
  SELECT string_agg(CASE WHEN churned THEN '1' ELSE '0' END, '' ORDER BY place)::bytea
  FROM (
    SELECT place, CASE
      WHEN ${contractRunsOn("$3::date")} THEN COALESCE(c.ended_on < $4::date, false)
      ELSE NOT EXISTS (
        SELECT 1 FROM activities a
        WHERE a.customer_id = c.id AND a.at >= $1 AND a.at < $2 AND a.kind = 'order' AND a.amount_minor > 0
      ) END AS churned
    FROM unnest($5::int[]) WITH ORDINALITY AS wanted (id, place) JOIN customers c ON c.id = wanted.id
  ) AS labels`;
