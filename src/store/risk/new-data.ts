import type { NewData } from "../../domain/risk/scores/new-data.ts";
import { hasContractSql } from "../customers/contract-days.ts";
import { bool, int4, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type NewDataStore = ReturnType<typeof newDataStore>;

export function newDataStore({ pool }: Pick<Database, "pool">) {
  return {
    /** What is dated in [from, to) of one customer, counted as the features count it. */
    between: (customerId: number, from: Date, to: Date): Promise<NewData> =>
      BETWEEN.one(pool, { customerId, from, to }),
  };
}

const within = (at: string) => `customer_id = :customerId AND ${at} >= :from AND ${at} < :to`;
const countOf = (table: string, at: string) => `(SELECT count(*)::int FROM ${table} WHERE ${within(at)})`;
const DAY = "(at AT TIME ZONE 'UTC')::date";

/** A row without a document stands for itself. */
const BETWEEN = statement({
  name: "risk/new-data: between",
  sql: `
  SELECT activity.*,
    ${countOf("tickets", "opened_at")} AS "ticketsOpened",
    ${countOf("tickets", "solved_at")} AS "ticketsSolved",
    ${countOf("touches", "at")} AS contacts,
    ${countOf("feedback", "at")} AS feedback,
    EXISTS (
      SELECT 1 FROM customers WHERE id = :customerId AND ${hasContractSql("customers")}
        AND started_on >= (:from::timestamptz AT TIME ZONE 'UTC')::date
        AND started_on < (:to::timestamptz AT TIME ZONE 'UTC')::date
    ) AS "contractBegan"
  FROM (
    SELECT count(DISTINCT COALESCE(document, external_id)) FILTER (WHERE kind = 'order' AND amount_minor > 0)::int AS purchases,
      count(DISTINCT COALESCE(document, external_id)) FILTER (WHERE kind = 'refund')::int AS refunds,
      count(DISTINCT COALESCE(document, external_id)) FILTER (WHERE kind = 'delivery')::int AS deliveries,
      count(DISTINCT ${DAY}) FILTER (WHERE kind = 'usage')::int AS "usageDays"
    FROM activities WHERE ${within("at")}
  ) AS activity`,
  parameters: { customerId: int4, from: timestamptz, to: timestamptz },
  row: {
    purchases: int4,
    refunds: int4,
    deliveries: int4,
    usageDays: int4,
    ticketsOpened: int4,
    ticketsSolved: int4,
    contacts: int4,
    feedback: int4,
    contractBegan: bool,
  },
});
