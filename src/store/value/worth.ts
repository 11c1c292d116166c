import { customerSpans, isCustomerAtClose } from "../../domain/figures/customer-days.ts";
import type { CustomerHistory } from "../../domain/figures/customer-history.ts";
import type { WorthFacts } from "../../domain/value/segments/customer-facts.ts";
import type { ValueMoment } from "../../domain/value/segments/value-period.ts";
import { arrayOf, float4, int4, nullable, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { customerHistoriesStore } from "../figures/customer-histories.ts";
import { readContractsAhead } from "./contracts-ahead.ts";

export type WorthStore = ReturnType<typeof worthStore>;

/** With the newest probability whose horizon has not passed; null: none, or a score that tells nothing of the risk. */
export type WorthAtRisk = WorthFacts & { readonly probability: number | null };

/**
 * What customers are worth and no more. Much less to read than `valueStore` reads of each, so that everybody at high
 * risk can be valued before a list.
 */
export function worthStore(database: Database) {
  const histories = customerHistoriesStore(database);
  return {
    /** Everyone who was a customer at the close of the period, in the order of their ids. */
    async asOf(moment: ValueMoment, visit: (facts: WorthFacts) => void): Promise<void> {
      const contractsAhead = await readContractsAhead(database, moment);
      await histories.over(historyDays(moment), (history) => {
        if (isCounted(history, moment)) visit({ history, contractsAhead: contractsAhead(history) });
      });
    },

    /** Those of these, with their risk; in the order of their ids. */
    async among(
      moment: ValueMoment,
      customerIds: readonly number[],
      visit: (facts: WorthAtRisk) => void,
    ): Promise<void> {
      const contractsAhead = await readContractsAhead(database, moment, customerIds);
      const rows = await PROBABILITIES.all(database.pool, { ids: customerIds, asOf: moment.asOf });
      const probabilities = new Map(rows.map(({ customer_id: id, probability }) => [id, probability]));
      await histories.among(historyDays(moment), customerIds, (history) => {
        if (!isCounted(history, moment)) return;
        const probability = probabilities.get(history.customerId) ?? null;
        visit({ history, contractsAhead: contractsAhead(history), probability });
      });
    },
  };
}

export const historyDays = ({ period, timeZone }: ValueMoment) => ({ ...period, timeZone });

/** A customer at the close of the period's last day, as every report counts them. */
export const isCounted = (history: CustomerHistory, { period }: ValueMoment) =>
  isCustomerAtClose(customerSpans(history), period.toDay);

/** A probability about days that have passed says nothing any more. On `customers` as `c`. */
export const scoreAsOf = (moment: string) => `LATERAL (
  SELECT s.probability, s.probability_low, s.probability_high, s.expected_purchases_12m, s.expected_purchase_minor,
    v.horizon_days
  FROM scores s JOIN model_versions v ON v.id = s.model_version_id
  WHERE s.customer_id = c.id AND s.as_of <= ${moment} AND s.as_of > ${moment} - v.horizon_days * interval '24 hours'
  ORDER BY s.as_of DESC LIMIT 1)`;

const PROBABILITIES = statement({
  name: "value/worth: probabilities of some",
  sql: `
  SELECT c.id AS customer_id, score.probability
  FROM customers c JOIN ${scoreAsOf(":asOf::timestamptz")} score ON true
  WHERE c.id = ANY (:ids::int[])`,
  parameters: { ids: arrayOf(int4), asOf: timestamptz },
  row: { customer_id: int4, probability: nullable(float4) },
});
