import type { Turn } from "../../domain/customers/won-and-lost.ts";
import { date, float8, int4, text, textOf, timestamptz } from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, visitByRanges } from "../database/customer-ranges.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { hasContractSql } from "./contract-days.ts";
import { resumedBetween } from "./relationship-on.ts";
import type { CohortPeriod } from "./retention.ts";

export type WonAndLostStore = ReturnType<typeof wonAndLostStore>;

export type FoundTurn = {
  readonly customerId: number;
  readonly name: string;
  readonly source: string;
  readonly turn: Turn;
};

export type TurnPeriod = Omit<CohortPeriod, "activityWindowDays"> & {
  /** After so many days without a purchase a buyer counts as lost: what the model's labels call so. */
  readonly horizonDays: number;
};

/** Who became a customer, or stopped being one, in a period; see `Turn`. */
export function wonAndLostStore(database: Database) {
  return {
    async within({ fromDay, toDay, startsAt, endsAt, horizonDays }: TurnPeriod): Promise<FoundTurn[]> {
      const found: FoundTurn[] = [];
      const values = { fromDay, toDay, startsAt, endsAt, horizonDays };
      await visitByRanges(database, { ranged: WITHIN, values, customersPerRange: 2_000 }, (row) => {
        found.push(row);
      });
      return found;
    },
  };
}

const WITHIN = statement({
  name: "customers/won-and-lost: within a period",
  sql: `
  WITH bought AS (
    SELECT customer_id, max(at) FILTER (WHERE at < :startsAt::timestamptz) AS before_at,
      min(at) FILTER (WHERE at >= :startsAt) AS inside_at
    FROM activities
    WHERE customer_id BETWEEN :firstCustomerId AND :lastCustomerId AND kind = 'order' AND amount_minor > 0
      AND at < :endsAt::timestamptz
    GROUP BY customer_id
  ), judged AS (
    SELECT c.id, c.name, c.source, CASE
      WHEN c.ended_on BETWEEN :fromDay::date AND :toDay::date THEN 'ended'
      WHEN c.ended_on < :fromDay THEN NULL
      WHEN ${resumedBetween(":fromDay", ":toDay")} AND CASE WHEN ${hasContractSql("c")}
        THEN c.started_on <= :toDay ELSE b.inside_at IS NOT NULL END THEN 'came-back'
      WHEN ${hasContractSql("c")} THEN CASE WHEN c.started_on BETWEEN :fromDay AND :toDay THEN 'started' END
      WHEN b.before_at IS NULL THEN CASE WHEN b.inside_at IS NOT NULL THEN 'started' END
      WHEN b.inside_at >= b.before_at + :horizonDays::float8 * interval '24 hours' THEN 'came-back'
      WHEN b.inside_at IS NULL AND b.before_at + :horizonDays * interval '24 hours' >= :startsAt
        AND b.before_at + :horizonDays * interval '24 hours' < :endsAt THEN 'lapsed'
      END AS turn
    FROM customers c LEFT JOIN bought b ON b.customer_id = c.id
    WHERE c.id BETWEEN :firstCustomerId AND :lastCustomerId
  )
  SELECT id AS "customerId", name, source, turn FROM judged WHERE turn IS NOT NULL ORDER BY id`,
  parameters: {
    ...CUSTOMER_RANGE,
    fromDay: date,
    toDay: date,
    startsAt: timestamptz,
    endsAt: timestamptz,
    horizonDays: float8,
  },
  row: { customerId: int4, name: text, source: text, turn: textOf<Turn>() },
});
