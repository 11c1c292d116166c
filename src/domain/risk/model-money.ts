import type { Day } from "../calendar.ts";
import { conversionFraction, type ExchangeRate, type RateInForce, rateInForce } from "../exchange-rates.ts";
import { type Phrase, phrase } from "../phrase.ts";
import type { Dataset } from "./dataset.ts";
import { featureNamed } from "./features.ts";
import type { FeatureValues } from "./scores/levers.ts";
import type { TypicalValues } from "./scores/strongest-reasons.ts";

/**
 * The currency a model counts everybody's money in (ISO 4217). Null: every customer's own, in its minor units. So count
 * versions from before there was one, and those trained on a file without any currency.
 */
export type ModelCurrency = string | null;

/** So many customers' money is in a currency. */
export type CustomersOfCurrency = { readonly currency: string; readonly customers: number };

/** Those with most customers first, as the file counts them. */
export const mostFirst = (counts: ReadonlyMap<string, number>): CustomersOfCurrency[] =>
  [...counts]
    .map(([currency, customers]) => ({ currency, customers }))
    .sort((a, b) => b.customers - a.customers || (a.currency < b.currency ? -1 : 1));

/**
 * What minor units of one currency are multiplied by to be minor units of another, at the rate in force on the day, or
 * before the first stated one at that. Not only the rate: ¥1 is one minor unit, €1 is 100, 1 dinar 1,000.
 * @returns NaN where no rate between the two was ever stated
 */
export function moneyFactor(from: string, to: string, day: Day, rates: readonly ExchangeRate[]): number {
  if (from === to) return 1;
  const by = rateInForce(rates, from, to, day) ?? firstRate(rates, from, to);
  if (by === null) return Number.NaN;
  const { numerator, denominator } = conversionFraction(by, from, to);
  return Number(numerator) / Number(denominator);
}

/** A log often begins before the first rate was stated; to know nothing of that time would lose most of the training. */
function firstRate(rates: readonly ExchangeRate[], from: string, to: string): RateInForce | null {
  const days = rates.flatMap(({ fromCurrency, toCurrency, day }) =>
    (fromCurrency === from && toCurrency === to) || (fromCurrency === to && toCurrency === from) ? [day] : [],
  );
  const [first] = days.sort();
  return first === undefined ? null : rateInForce(rates, from, to, first);
}

/** A table with the money of row i multiplied by `factors[i]`; the very same where all of them are 1. */
export function withMoneyBy(dataset: Dataset, factors: Float64Array): Dataset {
  if (factors.every((factor) => factor === 1)) return dataset;
  const columns = dataset.columns.map((column) => {
    if (column.kind !== "number" || !isMoney(column.name)) return column;
    return { ...column, values: column.values.map((value, row) => value * (factors[row] ?? 1)) };
  });
  return { ...dataset, columns };
}

/** A customer's figures, their money in their own currency again: as a person can look it up. */
export function inOwnMoney(value: FeatureValues, factor: number): FeatureValues {
  return (name) => (isMoney(name) ? value(name) / factor : value(name));
}

/** The typical figures as that customer would compare them; without a rate there is no typical money. */
export function typicalInOwnMoney(typical: TypicalValues, factor: number): TypicalValues {
  if (factor === 1) return typical;
  const figures = Object.entries(typical).flatMap(([name, value]) => {
    if (!isMoney(name)) return [[name, value]];
    return Number.isNaN(factor) ? [] : [[name, value / factor]];
  });
  return Object.fromEntries(figures);
}

const isMoney = (column: string): boolean => featureNamed(column)?.unit === "minor";

/**
 * Whose money a model cannot know for want of a rate, and which rates would help; null where there are none such.
 * @param code of the sentence: an evaluation has no rates to add
 */
export function unratedPhrase(
  unrated: readonly CustomersOfCurrency[],
  currency: ModelCurrency,
  code: "model.unrated" | "evaluation.unrated" = "model.unrated",
): Phrase | null {
  const [most] = unrated;
  if (most === undefined || currency === null) return null;
  return phrase(code, {
    customers: unrated.reduce((sum, { customers }) => sum + customers, 0),
    currencies: unrated.map((one) => one.currency).join(", "),
    rates: unrated.length,
    first: most.currency,
    to: currency,
  });
}
