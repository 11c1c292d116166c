import type { Day } from "../../domain/calendar.ts";
import { arrayOf, date, int4 } from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, visitByRanges } from "../database/customer-ranges.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type ShownContractsStore = ReturnType<typeof shownContractsStore>;

/** Where all of them change at once, as on a first of January, the embedded database takes some 0.15 s for so many. */
const CUSTOMERS_PER_RANGE = 1_000;

/** What the customer file's columns say of contracts that a file names: cards, lists and the model read those. */
export function shownContractsStore({ pool }: { readonly pool: Queryable }) {
  return {
    /** Of everybody who has some. @returns how many said something else until now */
    async refresh(today: Day): Promise<number> {
      let changed = 0;
      const ranges = { ranged: SHOW_RANGE, values: { today }, customersPerRange: CUSTOMERS_PER_RANGE };
      await visitByRanges({ pool }, ranges, () => {
        changed += 1;
      });
      return changed;
    },
  };
}

/** The same for some, where their contracts were just told. */
export async function showContractsOf(
  client: Queryable,
  customerIds: readonly number[],
  today: Day,
): Promise<void> {
  await SHOW_SOME.all(client, { customerIds, today });
}

/**
 * First and last day are those of the days in a row under contract that today is one of; without such, of the last ones
 * that began, or else of the next ones. The price is what all contracts come to today, or on the nearest day of those. One
 * column holds one currency: contracts in several, or in another than the file's, show no price.
 * @param are what ids of customers must fulfil
 */
const showSql = (are: string) => `
  WITH columns AS MATERIALIZED (
    SELECT c.id, s.first, s.last, COALESCE(c.currency, CASE WHEN p.alike THEN p.currency END) AS currency,
      CASE WHEN p.alike AND COALESCE(c.currency, p.currency) = p.currency THEN p.minor END AS minor
    FROM customers c
    CROSS JOIN LATERAL (
      SELECT first, last, GREATEST(first, LEAST(last, :today::date)) AS day
      FROM (
        SELECT min(started_on) AS first, CASE WHEN bool_and(ended_on IS NOT NULL) THEN max(ended_on) END AS last
        FROM (
          SELECT *, count(*) FILTER (WHERE begins) OVER (ORDER BY started_on, id) AS span
          FROM (
            SELECT id, started_on, ended_on, COALESCE(started_on > max(COALESCE(ended_on + 1, 'infinity')) OVER (
              ORDER BY started_on, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), true) AS begins
            FROM named_contracts WHERE customer_id = c.id
          ) marked
        ) numbered GROUP BY span
      ) spans
      ORDER BY first > :today::date, abs(first - :today::date) LIMIT 1
    ) s
    CROSS JOIN LATERAL (
      SELECT sum(r.monthly_minor)::bigint AS minor, min(r.currency) AS currency, count(DISTINCT r.currency) = 1 AS alike
      FROM named_contracts k CROSS JOIN LATERAL (
        SELECT monthly_minor, currency FROM named_contract_prices
        WHERE named_contract_id = k.id AND from_day <= s.day ORDER BY from_day DESC LIMIT 1
      ) r
      WHERE k.customer_id = c.id AND k.started_on <= s.day AND (k.ended_on IS NULL OR k.ended_on >= s.day)
    ) p
    WHERE c.has_named_contracts AND c.id ${are}
  )
  UPDATE customers c SET started_on = s.first, ended_on = s.last, currency = s.currency, monthly_revenue_minor = s.minor,
    updated_at = CURRENT_TIMESTAMP
  FROM columns s
  WHERE c.id = s.id
    AND (c.started_on, c.ended_on, c.currency, c.monthly_revenue_minor) IS DISTINCT FROM (s.first, s.last, s.currency, s.minor)
  RETURNING c.id`;

const SHOW_RANGE = statement({
  name: "figures/shown-contracts: show range",
  sql: showSql("BETWEEN :firstCustomerId AND :lastCustomerId"),
  parameters: { ...CUSTOMER_RANGE, today: date },
  row: { id: int4 },
});

const SHOW_SOME = statement({
  name: "figures/shown-contracts: show some",
  sql: showSql("= ANY (:customerIds::int[])"),
  parameters: { customerIds: arrayOf(int4), today: date },
  row: { id: int4 },
});
