import type { Day } from "./calendar.ts";
import { currencyExponent, type Money } from "./money.ts";
import { phrase } from "./phrase.ts";
import { PhrasedError } from "./phrased-error.ts";

/** From `day` on, one unit of `fromCurrency` is `rate` units of `toCurrency`, until a newer one is stated. */
export type ExchangeRate = {
  readonly fromCurrency: string;
  readonly toCurrency: string;
  readonly day: Day;
  /** A plain decimal above zero ("0.92"), at most ten digits before and after the point: never a binary fraction. */
  readonly rate: string;
};

/** The stated rate that a conversion uses, and whether it is used the other way round (1 ÷ rate). */
export type RateInForce = { readonly stated: ExchangeRate; readonly inverse: boolean };

export type Converted = {
  readonly money: Money;
  /** Null where nothing had to be converted. */
  readonly by: RateInForce | null;
};

/** Two currencies met on a day for which nobody stated a rate. */
export class MissingRateError extends PhrasedError {
  override readonly name = "MissingRateError";
  readonly fromCurrency: string;
  readonly toCurrency: string;
  readonly day: Day;

  constructor(fromCurrency: string, toCurrency: string, day: Day) {
    super(phrase("cost.missing-rate", { from: fromCurrency, to: toCurrency, day: { day } }));
    this.fromCurrency = fromCurrency;
    this.toCurrency = toCurrency;
    this.day = day;
  }
}

/**
 * The rate in force on a day: the newest stated on or before it, for the pair or, where that is newer, for the pair
 * the other way round. Never over a third currency: whoever wants that states the pair.
 * @returns null where none is known
 */
export function rateInForce(
  rates: readonly ExchangeRate[],
  fromCurrency: string,
  toCurrency: string,
  day: Day,
): RateInForce | null {
  let newest: RateInForce | null = null;
  for (const stated of rates) {
    const straight = stated.fromCurrency === fromCurrency && stated.toCurrency === toCurrency;
    const inverse = stated.fromCurrency === toCurrency && stated.toCurrency === fromCurrency;
    if (!(straight || inverse) || stated.day > day) continue;
    const isNewer = newest === null || stated.day > newest.stated.day;
    if (isNewer || (straight && newest?.inverse && stated.day === newest.stated.day))
      newest = { stated, inverse };
  }
  return newest;
}

/**
 * An amount in another currency at the rate of a day, rounded to the smallest unit of that currency, halves away from
 * zero. Convert totals, not their parts: rounded parts do not add up to the rounded total.
 * @throws MissingRateError where no rate is in force; a rate of 1 is never assumed
 */
export function convertMoney(
  money: Money,
  toCurrency: string,
  day: Day,
  rates: readonly ExchangeRate[],
): Converted {
  if (money.currency === toCurrency) return { money, by: null };
  const by = rateInForce(rates, money.currency, toCurrency, day);
  if (by === null) throw new MissingRateError(money.currency, toCurrency, day);
  return { money: { minor: convertMinor(money, toCurrency, by), currency: toCurrency }, by };
}

const RATE_DECIMALS = 10;

/**
 * What an amount in minor units is multiplied and then divided by, to be in minor units of the other currency: two whole
 * numbers, so that nothing is rounded before the end.
 */
export function conversionFraction(
  { stated, inverse }: RateInForce,
  fromCurrency: string,
  toCurrency: string,
): { readonly numerator: bigint; readonly denominator: bigint } {
  const rate = scaledRate(stated.rate);
  const unit = 10n ** BigInt(RATE_DECIMALS);
  const [above, below] = inverse ? [unit, rate] : [rate, unit];
  return {
    numerator: above * 10n ** BigInt(currencyExponent(toCurrency)),
    denominator: below * 10n ** BigInt(currencyExponent(fromCurrency)),
  };
}

/** Exact until the one rounding at the end. @throws RangeError where the result is too large to be exact */
function convertMinor({ minor, currency }: Money, toCurrency: string, by: RateInForce): number {
  const { numerator, denominator } = conversionFraction(by, currency, toCurrency);
  const converted = Number(divideHalfAway(BigInt(minor) * numerator, denominator));
  if (!Number.isSafeInteger(converted)) {
    throw new RangeError(
      `${minor} minor units of ${currency} are too many for ${toCurrency} at ${by.stated.rate}.`,
    );
  }
  return converted;
}

function divideHalfAway(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * size + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** @throws RangeError for text that `parseRate` would not accept */
function scaledRate(rate: string): bigint {
  const match = RATE.exec(rate);
  const [, whole = "", fraction = ""] = match ?? [];
  const scaled = BigInt(whole + fraction.padEnd(RATE_DECIMALS, "0"));
  if (match === null || scaled === 0n) throw new RangeError(`"${rate}" is no exchange rate.`);
  return scaled;
}

const RATE = /^(\d{1,10})(?:\.(\d{0,10}))?$/;

/** @returns the rate as it is kept, or null for what is no decimal above zero with at most ten decimals */
export function parseRate(text: string): string | null {
  const match = RATE.exec(text.trim());
  if (!match) return null;
  const [, whole = "", fraction = ""] = match;
  const digits = fraction.replace(/0+$/, "");
  const plainWhole = whole.replace(/^0+(?=\d)/, "");
  if (plainWhole === "0" && digits === "") return null;
  return digits === "" ? plainWhole : `${plainWhole}.${digits}`;
}
