import { MissingRateError } from "../../domain/exchange-rates.ts";
import type { ClvParameters } from "../../domain/value/metrics/margin-clv.ts";
import type { WorthValuation } from "../../domain/value/segments/customer-worth.ts";
import type { ValueMoment } from "../../domain/value/segments/value-period.ts";
import type { Unrated } from "../../domain/value/stake.ts";
import type { CurrencyStore } from "../../store/costs/currencies.ts";
import type { ExchangeRateStore } from "../../store/costs/exchange-rates.ts";

export type WorthValuationDeps = {
  readonly currencies: CurrencyStore;
  readonly exchangeRates: Pick<ExchangeRateStore, "all">;
  readonly clv: ClvParameters;
  /** Whose days they are. */
  readonly timeZone: string;
};

/** Where no amount is known at all: ISO 4217's code for "no currency". */
const NO_CURRENCY = "XXX";

/** @param wanted null: the currency that most customers have */
export async function reportCurrency(
  { currencies }: Pick<WorthValuationDeps, "currencies">,
  wanted: string | null,
): Promise<string> {
  return wanted ?? (await currencies.inUse())[0] ?? NO_CURRENCY;
}

/** How everybody's worth as of a moment is told: in the currency that most customers have, at the rates of the day before. */
export async function worthValuation(
  deps: WorthValuationDeps,
  { period }: ValueMoment,
): Promise<WorthValuation> {
  return {
    currency: await reportCurrency(deps, null),
    rates: await deps.exchangeRates.all(),
    rateDay: period.toDay,
    period,
    marginPercentIfUnknown: deps.clv.marginPercentIfUnknown,
  };
}

/**
 * What needs rates, or whose rate is missing: one customer without a rate does not keep the others from being valued.
 * @param customer whose amounts the work converts
 */
export function unlessRateMissing<Value>(
  { customerId, name }: { readonly customerId: number; readonly name: string },
  work: () => Value,
): { readonly value: Value } | { readonly unrated: Unrated } {
  try {
    return { value: work() };
  } catch (error) {
    if (!(error instanceof MissingRateError)) throw error;
    return { unrated: { customerId, name, currency: error.fromCurrency } };
  }
}
