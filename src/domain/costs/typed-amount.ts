import { currencyExponent, isTooLarge, MOST_MINOR, parseMinor } from "../money.ts";
import { type Phrase, phrase } from "../phrase.ts";

export type ReadAmount =
  | { readonly kind: "amount"; readonly minor: number }
  /** `problem` asks for what is missing or shows how to write it. */
  | { readonly kind: "wrong"; readonly because: AmountFault; readonly problem: Phrase };

type AmountFault = "not-a-number" | "too-fine" | "too-large";

/** Reads an amount in a currency; minor units of any sign. */
export type AmountReader = (text: string, currency: string) => ReadAmount;

/** An amount as files write it: plain digits with a decimal point. */
export const readPlainAmount: AmountReader = (text, currency) => {
  if (!/^[+-]?\d+(?:\.\d*)?$/.test(text.trim())) {
    return notANumber(phrase("amount.not-plain", { typed: typedPart(text) }));
  }
  return inMinor(text.trim(), currency, text);
};

/**
 * An amount as people type it: "1,234.50", "1.234,50", "1 234,50", "¥ 5000", full-width digits, with or without the
 * currency's sign or code. What two readers would read differently ("1,234": a thousand, or one and a bit) is asked
 * back, never guessed; where the currency has no decimals there is only one reading.
 */
export const readTypedAmount: AmountReader = (text, currency) => {
  const signed = stripCurrency(text.normalize("NFKC"), currency);
  if (signed === null) {
    return notANumber(phrase("amount.other-currency", { typed: typedPart(text), currency }));
  }
  const compact = signed.replace(/[\s'’_]/g, "");
  const match = /^([+-]?)(\d[\d.,]*)$/.exec(compact);
  const plain = match?.[2] === undefined ? null : plainNumber(match[2], currencyExponent(currency));
  if (match === null || plain === null) {
    return notANumber(phrase("amount.not-a-number", { typed: typedPart(text) }));
  }
  if (plain === "ambiguous") return notANumber(ask(match[2] ?? "", currencyExponent(currency)));
  return inMinor(`${match[1]}${plain}`, currency, text);
};

/** Which currencies a sign can stand for. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  "€": ["EUR"],
  $: ["USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "MXN"],
  "£": ["GBP"],
  "¥": ["JPY", "CNY"],
  元: ["CNY"],
  円: ["JPY"],
  "₹": ["INR"],
  "₩": ["KRW"],
};

/** The text without a sign or code of the currency; null where it names another one. */
function stripCurrency(text: string, currency: string): string | null {
  const match = /^\s*([+-]?)\s*(\p{L}{1,3}|\p{Sc})?\s*([+-]?[\d.,\s'’_]*?)\s*(\p{L}{1,3}|\p{Sc})?\s*$/u.exec(
    text,
  );
  if (!match) return text;
  const [, sign = "", before, number = "", after] = match;
  for (const name of [before, after]) {
    if (name === undefined) continue;
    const code = name.toUpperCase();
    if (code !== currency && !SIGNS[name]?.includes(currency)) return null;
  }
  return `${sign}${number}`;
}

/** Digits with at most a decimal point; null for no number, "ambiguous" where separators allow two readings. */
function plainNumber(text: string, exponent: number): string | "ambiguous" | null {
  const last = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  if (last < 0) return text;
  const separator = text[last] ?? "";
  const other = separator === "." ? "," : ".";
  const [whole, fraction] = [text.slice(0, last), text.slice(last + 1)];
  if (text.includes(other)) {
    return whole.includes(separator) ? null : joined(whole, other, fraction);
  }
  if (text.indexOf(separator) !== last)
    return isGrouped(text, separator) ? text.replaceAll(separator, "") : null;
  if (fraction.length !== 3 || !isGrouped(text, separator)) return `${whole}.${fraction}`;
  return exponent === 0 ? `${whole}${fraction}` : "ambiguous";
}

function joined(whole: string, separator: string, fraction: string): string | null {
  return isGrouped(whole, separator) ? `${whole.replaceAll(separator, "")}.${fraction}` : null;
}

/** Groups as in 1,234,567 or the Indian 12,34,567. */
function isGrouped(text: string, separator: string): boolean {
  const [first = "", ...groups] = text.split(separator);
  const last = groups.at(-1) ?? "";
  return (
    /^[1-9]\d{0,2}$/.test(first) && groups.every((group) => /^\d{2,3}$/.test(group)) && last.length === 3
  );
}

function ask(typed: string, exponent: number): Phrase {
  const whole = typed.replace(/[.,]/, "");
  const decimal = typed.replace(",", ".");
  return phrase(exponent < 3 ? "amount.ambiguous" : "amount.ambiguous-fine", { typed, whole, decimal });
}

function inMinor(plain: string, currency: string, typed: string): ReadAmount {
  if (isTooLarge(plain, currency)) return tooLarge(currency, typed);
  const minor = parseMinor(plain, currency);
  if (minor !== null) return { kind: "amount", minor };
  const facts = { typed: typedPart(typed), currency, decimals: currencyExponent(currency) };
  return { kind: "wrong", because: "too-fine", problem: phrase("amount.too-fine", facts) };
}

function tooLarge(currency: string, typed: string): ReadAmount {
  const facts = { typed: typedPart(typed), most: { minor: MOST_MINOR, currency } };
  return { kind: "wrong", because: "too-large", problem: phrase("amount.too-large", facts) };
}

function notANumber(problem: Phrase): ReadAmount {
  return { kind: "wrong", because: "not-a-number", problem };
}

const LONGEST_QUOTE = 60;
/** The beginning of what was typed, to be quoted. */
export const typedPart = (text: string) => text.trim().slice(0, LONGEST_QUOTE);
