import type { Day } from "../../../domain/calendar.ts";
import { arrayOf, date, exactInt8, int4, int8, text, timestamptz } from "../../database/column-kinds.ts";
import type { Database } from "../../database/database.ts";
import { statement } from "../../database/statement.ts";

export type LoyaltyDueStore = ReturnType<typeof loyaltyDueStore>;

/** One customer's notes; ids as exact text. */
export type DuePoints = { readonly customerId: number; readonly ids: readonly string[] };
export type OutstandingPoints = {
  readonly externalId: string;
  readonly name: string;
  readonly points: number;
};

/** Whose points have to be looked at, and what all of them come to. */
export function loyaltyDueStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Customers after one, in their order, with the notes of changed activities there are of them. */
    due: (after: number, limit: number): Promise<DuePoints[]> => DUE.all(pool, { after, limit }),

    /** Takes notes off the list that were settled; one of whom something is dated ahead stays. */
    async settled(ids: readonly string[], now: Date): Promise<void> {
      await SETTLED.run(pool, { ids, now });
    },

    /** Whose points were over by a day, as far as that was not looked at yet. */
    async expiring(before: Day): Promise<number[]> {
      return (await EXPIRING.all(pool, { before })).map(({ customerId }) => customerId);
    },

    /** What was over before a day has been let go. */
    async expired(before: Day): Promise<void> {
      await EXPIRED.run(pool, { before });
    },

    /** Points that customers have by what counts up to a day; whoever owes some lessens nothing. */
    outstanding: (day: Day): Promise<{ points: number; customers: number; waiting: number }> =>
      OUTSTANDING.one(pool, { day }),

    /** The same, a row a customer, most first. */
    outstandingRows: (day: Day): Promise<OutstandingPoints[]> => OUTSTANDING_ROWS.all(pool, { day }),
  };
}

const DUE = statement({
  name: "value/loyalty/loyalty-due: due",
  sql: `SELECT customer_id AS "customerId", array_agg(id) AS ids FROM loyalty_due WHERE customer_id > :after
    GROUP BY customer_id ORDER BY customer_id LIMIT :limit::int`,
  parameters: { after: int4, limit: int4 },
  row: { customerId: int4, ids: arrayOf(exactInt8) },
});

const SETTLED = statement({
  name: "value/loyalty/loyalty-due: settled",
  sql: `
  DELETE FROM loyalty_due d WHERE d.id = ANY (:ids::bigint[])
    AND NOT EXISTS (SELECT FROM activities a WHERE a.customer_id = d.customer_id AND a.at > :now)`,
  parameters: { ids: arrayOf(exactInt8), now: timestamptz },
});

const EXPIRING = statement({
  name: "value/loyalty/loyalty-due: expiring",
  sql: `
  SELECT DISTINCT customer_id AS "customerId" FROM loyalty_entries
  WHERE expires_on < :before::date
    AND expires_on >= COALESCE((SELECT expired_before FROM loyalty_progress), '0001-01-01')
  ORDER BY 1`,
  parameters: { before: date },
  row: { customerId: int4 },
});

const EXPIRED = statement({
  name: "value/loyalty/loyalty-due: expired",
  sql: `
  INSERT INTO loyalty_progress (expired_before) VALUES (:before)
  ON CONFLICT (id) DO UPDATE SET expired_before = GREATEST(loyalty_progress.expired_before, excluded.expired_before)`,
  parameters: { before: date },
});

const BALANCES = `
  SELECT c.external_id, c.name, held.points FROM (
    SELECT customer_id, sum(points) AS points FROM loyalty_entries WHERE day <= :day::date
    GROUP BY customer_id HAVING sum(points) > 0
  ) held JOIN customers c ON c.id = held.customer_id`;

const OUTSTANDING = statement({
  name: "value/loyalty/loyalty-due: outstanding",
  sql: `
  SELECT COALESCE(sum(points), 0)::bigint AS points, count(*)::int AS customers,
    (SELECT count(DISTINCT customer_id) FROM loyalty_due)::int AS waiting
  FROM (${BALANCES}) balances`,
  parameters: { day: date },
  row: { points: int8, customers: int4, waiting: int4 },
});

const OUTSTANDING_ROWS = statement({
  name: "value/loyalty/loyalty-due: outstanding rows",
  sql: `SELECT external_id AS "externalId", name, points::bigint AS points FROM (${BALANCES}) balances
    ORDER BY balances.points DESC, external_id`,
  parameters: { day: date },
  row: { externalId: text, name: text, points: int8 },
});
