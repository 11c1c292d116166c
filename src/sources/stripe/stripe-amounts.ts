import { currencyExponent, isCurrency } from "../../domain/money.ts";

const listed = (codes: string) => new Set(codes.split(" "));
/** Amounts of these are whole units (docs.stripe.com/currencies); all that are not listed have two digits. */
const NO_DIGITS = listed("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF");
const THREE_DIGITS = listed("BHD JOD KWD OMR TND");

/**
 * An amount of Stripe, in the units of its own table, as a plain decimal. That table is not ISO 4217's: Icelandic crowns
 * and Ugandan shillings have two digits in it, Malagasy ariary none.
 * @param amount may have a fraction, which is rounded to what the currency has
 */
export function decimalOf(amount: number, currency: string): string {
  const code = currency.toUpperCase();
  const digits = NO_DIGITS.has(code) ? 0 : THREE_DIGITS.has(code) ? 3 : 2;
  const rounded = isCurrency(code) ? Math.min(digits, currencyExponent(code)) : digits;
  const whole = Math.round(amount / 10 ** (digits - rounded)).toString();
  if (rounded === 0) return whole;
  const padded = whole.padStart(rounded + 1, "0");
  return `${padded.slice(0, -rounded)}.${padded.slice(-rounded)}`;
}
