/** An amount in the currency's smallest unit (cents, yen, fils); always a safe integer. */
export type Money = { readonly minor: number; readonly currency: string };

/** Two currencies met where no rate was stated. */
export class CurrencyMismatchError extends Error {
  override readonly name = "CurrencyMismatchError";
}

const KNOWN_CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** Whether `code` is a currency of ISO 4217, in capitals. */
export function isCurrency(code: string): boolean {
  return KNOWN_CURRENCIES.has(code);
}

/** Digits behind the decimal point: 2 for EUR, 0 for JPY, 3 for KWD (ISO 4217, by the runtime's own table). */
export function currencyExponent(currency: string): number {
  const cached = EXPONENTS.get(currency);
  if (cached !== undefined) return cached;
  // The same in every language.
  const format = new Intl.NumberFormat(undefined, { style: "currency", currency });
  const exponent = format.resolvedOptions().maximumFractionDigits ?? 2;
  EXPONENTS.set(currency, exponent);
  return exponent;
}
const EXPONENTS = new Map<string, number>();

/**
 * The most that one amount may be, in minor units: 10 billion euros, or 10 billion rupiah, which is some 600,000 dollars.
 * Nine thousand such amounts still add up below 2^53, and hence exactly. Less would refuse what is paid every day in
 * currencies of small units; more would let a few slips of the keyboard make every sum inexact. The database checks it too.
 */
export const MOST_MINOR = 1_000_000_000_000;

/** Whether a plain decimal is more, of either sign, than one amount may be. */
export function isTooLarge(decimal: string, currency: string): boolean {
  return Math.abs(Number(decimal)) * 10 ** currencyExponent(currency) > MOST_MINOR;
}

/**
 * Reads a plain decimal ("-1234.5") as minor units without passing through a binary fraction.
 * @returns null when it is no number, has more decimals than the currency, or is too large to be exact
 */
export function parseMinor(decimal: string, currency: string): number | null {
  const match = /^([+-]?)(\d{1,15})(?:\.(\d*))?$/.exec(decimal.trim());
  if (!match) return null;
  const [, sign = "", whole = "", fraction = ""] = match;
  const exponent = currencyExponent(currency);
  const significant = fraction.replace(/0+$/, "");
  if (significant.length > exponent) return null;
  const minor = Number(whole + significant.padEnd(exponent, "0"));
  if (!Number.isSafeInteger(minor)) return null;
  return sign === "-" && minor !== 0 ? -minor : minor;
}

/**
 * An estimate in two significant figures and never finer than the currency's whole unit, since its digits come from a
 * forecast. Two, because no probability here is known better than that; chosen by the product.
 * @returns whole units, and whether the amount is about that or, below half a unit, under it
 */
export function estimate({ minor, currency }: Money): {
  readonly is: "about" | "under";
  readonly money: Money;
} {
  const unit = 10 ** currencyExponent(currency);
  const amount = minor / unit;
  if (amount > 0 && amount < 0.5) return { is: "under", money: { minor: unit, currency } };
  // Below ten, two figures would show part of a unit. "+ 0" because -0 is written "-€0".
  const rounded = Math.abs(amount) < 10 ? Math.round(amount) + 0 : Number(amount.toPrecision(2));
  return { is: "about", money: { minor: rounded * unit, currency } };
}

export function roundHalfAway(value: number): number {
  const rounded = Math.sign(value) * Math.round(Math.abs(value));
  return rounded === 0 ? 0 : rounded;
}
