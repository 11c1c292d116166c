import type { Day } from "../../domain/calendar.ts";
import { arrayOf, date, int4 } from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, visitByRanges } from "../database/customer-ranges.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type ShownContractsStore = ReturnType<typeof shownContractsStore>;

/** What the customer file's columns say of contracts that a file names: cards, lists and the model read those. */
export function shownContractsStore({ pool }: { readonly pool: Queryable }) {
  return {
    /** Of everybody who has some. @returns how many said something else until now */
    async refresh(today: Day): Promise<number> {
      let changed = 0;
      await visitByRanges({ pool }, { ranged: SHOW_RANGE, values: { today } }, () => {
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
  WITH told AS (
    SELECT n.* FROM named_contracts n JOIN customers c ON c.id = n.customer_id
    WHERE c.has_named_contracts AND c.id ${are}
  ), marked AS (
    SELECT customer_id, id, started_on, ended_on, COALESCE(started_on > max(COALESCE(ended_on + 1, 'infinity')) OVER (
      PARTITION BY customer_id ORDER BY started_on, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), true) AS begins
    FROM told
  ), numbered AS (
    SELECT *, count(*) FILTER (WHERE begins) OVER (PARTITION BY customer_id ORDER BY started_on, id) AS span FROM marked
  ), spans AS (
    SELECT customer_id, min(started_on) AS first, CASE WHEN bool_and(ended_on IS NOT NULL) THEN max(ended_on) END AS last
    FROM numbered GROUP BY customer_id, span
  ), shown AS (
    SELECT DISTINCT ON (customer_id) customer_id, first, last,
      GREATEST(first, LEAST(last, :today::date)) AS day
    FROM spans
    ORDER BY customer_id, first > :today::date, abs(first - :today::date)
  ), prices AS (
    SELECT s.customer_id, sum(p.monthly_minor)::bigint AS minor, min(p.currency) AS currency,
      count(DISTINCT p.currency) = 1 AS alike
    FROM shown s
    JOIN told k ON k.customer_id = s.customer_id AND k.started_on <= s.day AND (k.ended_on IS NULL OR k.ended_on >= s.day)
    CROSS JOIN LATERAL (
      SELECT r.monthly_minor, r.currency FROM named_contract_prices r
      WHERE r.named_contract_id = k.id AND r.from_day <= s.day ORDER BY r.from_day DESC LIMIT 1
    ) p
    GROUP BY 1
  ), columns AS (
    SELECT s.customer_id, s.first, s.last, COALESCE(c.currency, CASE WHEN p.alike THEN p.currency END) AS currency,
      CASE WHEN p.alike AND COALESCE(c.currency, p.currency) = p.currency THEN p.minor END AS minor
    FROM shown s JOIN customers c ON c.id = s.customer_id LEFT JOIN prices p ON p.customer_id = s.customer_id
  )
  UPDATE customers c SET started_on = s.first, ended_on = s.last, currency = s.currency, monthly_revenue_minor = s.minor,
    updated_at = CURRENT_TIMESTAMP
  FROM columns s
  WHERE c.id = s.customer_id
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
