import { MOST_MINOR } from "../../domain/money.ts";

/** Products of at most this many digits are exact as numbers, also times 100. */
const EXACT_DIGITS = 13;

/**
 * |quantity × price| in hundredths, rounded half up, by whole numbers only.
 * @param quantity a plain decimal, e.g. "-12"
 * @param price a plain decimal in a currency with two decimals; may have more, e.g. "0.125"
 * @returns null when it is more than one amount may be
 */
export function lineAmountMinor(quantity: string, price: string): number | null {
  const minor = exactAmount(quantity, price);
  return minor > MOST_MINOR ? null : minor;
}

function exactAmount(quantity: string, price: string): number {
  const units = digitsOf(quantity);
  const each = digitsOf(price);
  const decimals = units.decimals + each.decimals;
  if (units.digits.length + each.digits.length > EXACT_DIGITS) return largeAmount(units, each, decimals);
  const product = Number(units.digits) * Number(each.digits);
  if (decimals <= 2) return product * 10 ** (2 - decimals);
  const divisor = 10 ** (decimals - 2);
  const remainder = product % divisor;
  return (product - remainder) / divisor + (2 * remainder >= divisor ? 1 : 0);
}

function largeAmount(units: Digits, each: Digits, decimals: number): number {
  const product = BigInt(units.digits) * BigInt(each.digits);
  const divisor = 10n ** BigInt(Math.max(0, decimals - 2));
  const scaled = product * 10n ** BigInt(Math.max(0, 2 - decimals));
  return Number((2n * scaled + divisor) / (2n * divisor));
}

/** A decimal's digits without sign and point, and how many stood behind the point. */
type Digits = { readonly digits: string; readonly decimals: number };

function digitsOf(decimal: string): Digits {
  const unsigned = decimal[0] === "-" || decimal[0] === "+" ? decimal.slice(1) : decimal;
  const point = unsigned.indexOf(".");
  if (point < 0) return { digits: unsigned, decimals: 0 };
  return {
    digits: unsigned.slice(0, point) + unsigned.slice(point + 1),
    decimals: unsigned.length - point - 1,
  };
}
