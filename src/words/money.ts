import { currencyExponent, type Money } from "../domain/money.ts";
import type { Amount } from "../domain/phrase.ts";
import { numberFormat } from "./kept-formats.ts";
import { type Locale, moneyOf } from "./locale.ts";

/** "€1,234.50"; amounts of 1,000 and more without decimals when `brief`, every amount when `whole`. */
export function moneyText(
  { minor, currency }: Money,
  locale: Locale,
  style: "exact" | NonNullable<Amount["digits"]> = "exact",
): string {
  const exponent = currencyExponent(currency);
  const amount = minor / 10 ** exponent;
  const isShort = style === "whole" || (style === "brief" && Math.abs(amount) >= 1000);
  const digits = isShort ? 0 : exponent;
  return numberFormat(moneyOf(locale), {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount);
}
