import type { ClvParameters } from "../../domain/value/metrics/margin-clv.ts";
import { valuePeriod } from "../../domain/value/segments/value-period.ts";
import type { Stake, Stakes } from "../../domain/value/stake.ts";
import { stakeFrom } from "../../domain/value/stake-facts.ts";
import type { CurrencyStore } from "../../store/costs/currencies.ts";
import type { ExchangeRateStore } from "../../store/costs/exchange-rates.ts";
import type { StakeFactStore } from "../../store/value/stake-facts.ts";
import { reportCurrency } from "./read-valued-customers.ts";

export type ReadStakesDeps = {
  readonly stakeFacts: StakeFactStore;
  readonly currencies: CurrencyStore;
  readonly exchangeRates: Pick<ExchangeRateStore, "all">;
  readonly clv: Pick<ClvParameters, "marginPercentIfUnknown">;
};

/**
 * The year's margin expected to be lost with each of these customers, in the currency that most customers have. Meant
 * for those at high risk, however many: of each only what a stake takes is read, some thousands at a time.
 */
export async function readStakes(
  deps: ReadStakesDeps,
  asOf: Date,
  customerIds: readonly number[],
): Promise<Stakes> {
  const stakes = new Map<number, Stake>();
  if (customerIds.length === 0) return stakes;
  const { period, from } = valuePeriod(asOf);
  const currency = await reportCurrency(deps, null);
  const rates = await deps.exchangeRates.all();
  const { marginPercentIfUnknown } = deps.clv;
  const valuation = { currency, rates, rateDay: period.toDay, marginPercentIfUnknown };
  await deps.stakeFacts.among({ asOf, from }, customerIds, (facts) => {
    stakes.set(facts.customerId, stakeFrom(facts, valuation));
  });
  return stakes;
}
