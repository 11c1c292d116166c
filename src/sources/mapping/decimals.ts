/** Digits behind the point of a quotient: more than any currency has, so that only the last rounding counts. */
const QUOTIENT_DIGITS = 6;

/** A plain decimal as a whole number and how many of its digits stand behind the point; null for anything else. */
function scaled(decimal: string): { readonly whole: bigint; readonly digits: number } | null {
  const parts = /^([+-]?)(\d{1,15})(?:\.(\d{0,15}))?$/.exec(decimal.trim());
  if (parts === null) return null;
  const [, sign = "", whole = "", behind = ""] = parts;
  const size = BigInt(whole + behind);
  return { whole: sign === "-" ? -size : size, digits: behind.length };
}

function printed(whole: bigint, digits: number): string {
  const size = (whole < 0n ? -whole : whole).toString().padStart(digits + 1, "0");
  const at = size.length - digits;
  const behind = size.slice(at).replace(/0+$/, "");
  const text = behind === "" ? size.slice(0, at) : `${size.slice(0, at)}.${behind}`;
  return whole < 0n ? `-${text}` : text;
}

/** The exact product of two plain decimals; null where one is none. */
export function timesDecimal(a: string, b: string): string | null {
  const [left, right] = [scaled(a), scaled(b)];
  if (left === null || right === null) return null;
  return printed(left.whole * right.whole, left.digits + right.digits);
}

/** A plain decimal divided, to six digits behind the point, halves away from zero; null where it is none. */
export function dividedBy(decimal: string, by: number): string | null {
  const [number, divisor] = [scaled(decimal), scaled(String(by))];
  if (number === null || divisor === null || divisor.whole === 0n) return null;
  const above = number.whole * 10n ** BigInt(divisor.digits + QUOTIENT_DIGITS);
  return printed(halvesAway(above, divisor.whole * 10n ** BigInt(number.digits)), QUOTIENT_DIGITS);
}

/** A plain decimal with at most so many digits behind the point, halves away from zero; what is none stays. */
export function roundedTo(decimal: string, digits: number): string {
  const number = scaled(decimal);
  if (number === null || number.digits <= digits) return decimal;
  return printed(halvesAway(number.whole, 10n ** BigInt(number.digits - digits)), digits);
}

function halvesAway(above: bigint, below: bigint): bigint {
  const [a, b] = below < 0n ? [-above, -below] : [above, below];
  const size = a < 0n ? -a : a;
  const rounded = (2n * size + b) / (2n * b);
  return a < 0n ? -rounded : rounded;
}
