import type { Contract, CustomerHistory } from "../../domain/figures/customer-history.ts";
import type { ValueMoment } from "../../domain/value/segments/value-period.ts";
import { arrayOf, date, int4, json, nullable } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { contractsFrom, type PackedContract } from "../figures/customer-histories.ts";

/**
 * Contracts with what is agreed for days after the period: a price that will change, a contract that begins later. Those
 * who have such are few, so they are read at once; all others' histories say everything.
 * @param customerIds null: of everybody
 */
export async function readContractsAhead(
  { pool }: Pick<Database, "pool">,
  { period: { toDay } }: ValueMoment,
  customerIds: readonly number[] | null = null,
): Promise<(history: CustomerHistory) => readonly Contract[]> {
  const rows = await AHEAD.all(pool, { toDay, customerIds });
  const known = new Map(rows.map((row) => [row.customer_id, contractsFrom(row.contracts)]));
  return ({ customerId, contracts }) => known.get(customerId) ?? contracts;
}

const AHEAD = statement({
  name: "value/contracts-ahead: agreed for later",
  sql: `
  WITH later AS (
    SELECT customer_id FROM contracts WHERE started_on > :toDay::date
    UNION
    SELECT k.customer_id FROM contract_prices p JOIN contracts k ON k.id = p.contract_id WHERE p.from_day > :toDay
  )
  SELECT k.customer_id, json_agg(json_build_array(k.started_on, k.ended_on, k.continues, p.prices) ORDER BY k.started_on, k.id) AS contracts
  FROM later JOIN contracts k USING (customer_id) LEFT JOIN LATERAL (
    SELECT json_agg(json_build_array(from_day, monthly_minor, currency) ORDER BY from_day) AS prices
    FROM contract_prices WHERE contract_id = k.id
  ) p ON true
  WHERE :customerIds::int[] IS NULL OR k.customer_id = ANY (:customerIds)
  GROUP BY k.customer_id`,
  parameters: { toDay: date, customerIds: nullable(arrayOf(int4)) },
  row: { customer_id: int4, contracts: json<PackedContract[]>() },
});
