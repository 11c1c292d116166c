import type { Day } from "../../calendar.ts";
import { convertMoney, type ExchangeRate, rateInForce } from "../../exchange-rates.ts";
import type { TracedRate } from "./trace.ts";

/** How one report converts. */
export type Rates = {
  readonly currency: string;
  readonly rateDay: Day;
  readonly rates: readonly ExchangeRate[];
};

/**
 * Parts of one sum as a report converts that sum, one after the other: what rounding leaves over goes to the part in which it
 * arises, so the converted parts add up to the converted sum exactly.
 * @param convert the whole
 */
export function runningParts(convert: (minor: number) => number): (part: number) => number {
  let before = 0;
  let told = 0;
  return (part) => {
    before += part;
    const own = convert(before) - told;
    told += own;
    return own;
  };
}

/** The same of parts that are all known; minor units of one currency. */
export const partsAsWhole = (parts: readonly number[], convert: (minor: number) => number): number[] =>
  parts.map(runningParts(convert));

/** Minor units in the report's currency. @throws MissingRateError */
export const convertedMinor = (minor: number, from: string, by: Rates): number =>
  minor === 0 ? 0 : convertMoney({ minor, currency: from }, by.currency, by.rateDay, by.rates).money.minor;

/** Parts of one sum in the report's currency. @throws MissingRateError */
export const convertedParts = (parts: readonly number[], from: string, by: Rates): number[] =>
  partsAsWhole(parts, (minor) => convertedMinor(minor, from, by));

/** The stated rate behind a conversion; null where there is none or none is needed. */
export function tracedRate(from: string, { currency, rateDay, rates }: Rates): TracedRate | null {
  if (from === currency) return null;
  const stated = rateInForce(rates, from, currency, rateDay)?.stated;
  if (stated === undefined) return null;
  const { fromCurrency, toCurrency, rate, day } = stated;
  return { fromCurrency, toCurrency, rate, day };
}
