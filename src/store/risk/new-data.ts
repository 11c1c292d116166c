import type { NewData } from "../../domain/risk/scores/new-data.ts";
import type { Database } from "../database/database.ts";

export type NewDataStore = ReturnType<typeof newDataStore>;

export function newDataStore({ pool }: Pick<Database, "pool">) {
  return {
    /** What is dated in [from, to) of one customer, counted as the features count it. */
    async between(customerId: number, from: Date, to: Date): Promise<NewData> {
      const { rows } = await pool.query<NewData>(BETWEEN, [customerId, from, to]);
      if (!rows[0]) throw new Error("a query of totals gave no row");
      return rows[0];
    },
  };
}

const within = (at: string) => `customer_id = $1 AND ${at} >= $2 AND ${at} < $3`;
const countOf = (table: string, at: string) => `(SELECT count(*)::int FROM ${table} WHERE ${within(at)})`;
const DAY = "(at AT TIME ZONE 'UTC')::date";

/** A row without a document stands for itself. */
const BETWEEN = `
  SELECT activity.*,
    ${countOf("tickets", "opened_at")} AS "ticketsOpened",
    ${countOf("tickets", "solved_at")} AS "ticketsSolved",
    ${countOf("touches", "at")} AS contacts,
    ${countOf("feedback", "at")} AS feedback,
    EXISTS (
      SELECT 1 FROM customers WHERE id = $1 AND (monthly_revenue_minor IS NOT NULL OR renews_on IS NOT NULL)
        AND started_on >= ($2::timestamptz AT TIME ZONE 'UTC')::date
        AND started_on < ($3::timestamptz AT TIME ZONE 'UTC')::date
    ) AS "contractBegan"
  FROM (
    SELECT count(DISTINCT COALESCE(document, external_id)) FILTER (WHERE kind = 'order' AND amount_minor > 0)::int AS purchases,
      count(DISTINCT COALESCE(document, external_id)) FILTER (WHERE kind = 'refund')::int AS refunds,
      count(DISTINCT COALESCE(document, external_id)) FILTER (WHERE kind = 'delivery')::int AS deliveries,
      count(DISTINCT ${DAY}) FILTER (WHERE kind = 'usage')::int AS "usageDays"
    FROM activities WHERE ${within("at")}
  ) AS activity`;
