import { MissingRateError } from "../../domain/exchange-rates.ts";
import type { ClvParameters } from "../../domain/value/metrics/margin-clv.ts";
import type { CustomerFacts } from "../../domain/value/segments/customer-facts.ts";
import { type Valuation, valueCustomer } from "../../domain/value/segments/value-customers.ts";
import { valuePeriod } from "../../domain/value/segments/value-period.ts";
import { type Stake, type Stakes, stakeOf } from "../../domain/value/stake.ts";
import type { CurrencyStore } from "../../store/costs/currencies.ts";
import type { ExchangeRateStore } from "../../store/costs/exchange-rates.ts";
import type { ValueStore } from "../../store/value/value.ts";
import { reportCurrency } from "./read-valued-customers.ts";

export type ReadStakesDeps = {
  readonly value: Pick<ValueStore, "customersAmong">;
  readonly currencies: CurrencyStore;
  readonly exchangeRates: Pick<ExchangeRateStore, "all">;
  readonly clv: ClvParameters;
};

/**
 * The year's margin expected to be lost with each of these customers, in the currency that most customers have. Meant for those
 * at high risk: each one's history has to be read, which for everybody would take too long before every list.
 */
export async function readStakes(
  deps: ReadStakesDeps,
  asOf: Date,
  customerIds: readonly number[],
): Promise<Stakes> {
  const stakes = new Map<number, Stake>();
  if (customerIds.length === 0) return stakes;
  const { period, from, quarterAgo } = valuePeriod(asOf);
  const currency = await reportCurrency(deps, null);
  const rates = await deps.exchangeRates.all();
  const valuation = { currency, rates, rateDay: period.toDay, period, clv: deps.clv, costs: null };
  await deps.value.customersAmong({ asOf, from, quarterAgo }, customerIds, (facts) => {
    stakes.set(facts.customerId, stakeIn(facts, valuation));
  });
  return stakes;
}

/** One customer without a rate does not keep the others from being ranked. */
function stakeIn(facts: CustomerFacts, valuation: Valuation): Stake {
  try {
    const { probability, marginIfStaying } = valueCustomer(facts, valuation);
    return stakeOf(probability, marginIfStaying);
  } catch (error) {
    if (error instanceof MissingRateError) return { kind: "unknown", because: "no-rate" };
    throw error;
  }
}
