import { MissingRateError } from "../../domain/exchange-rates.ts";
import type { ClvParameters } from "../../domain/value/metrics/margin-clv.ts";
import type { WorthValuation } from "../../domain/value/segments/customer-worth.ts";
import { valuePeriod } from "../../domain/value/segments/value-period.ts";
import type { CurrencyStore } from "../../store/costs/currencies.ts";
import type { ExchangeRateStore } from "../../store/costs/exchange-rates.ts";
import { reportCurrency } from "./read-valued-customers.ts";

export type WorthValuationDeps = {
  readonly currencies: CurrencyStore;
  readonly exchangeRates: Pick<ExchangeRateStore, "all">;
  readonly clv: ClvParameters;
};

/** How everybody's worth as of a moment is told: in the currency that most customers have, at the rates of the day before. */
export async function worthValuation(deps: WorthValuationDeps, asOf: Date): Promise<WorthValuation> {
  const { period } = valuePeriod(asOf);
  return {
    currency: await reportCurrency(deps, null),
    rates: await deps.exchangeRates.all(),
    rateDay: period.toDay,
    period,
    marginPercentIfUnknown: deps.clv.marginPercentIfUnknown,
  };
}

/** What needs rates, or null where one is missing: one customer without a rate does not keep the others from being valued. */
export function unlessRateMissing<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof MissingRateError) return null;
    throw error;
  }
}
