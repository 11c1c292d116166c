import { z } from "zod";
import { currencyExponent, type Money } from "../domain/money.ts";
import type { Locale } from "../words/locale.ts";
import { moneyText } from "../words/money.ts";

/** An amount that no program can take for another: not in minor units, which look a hundred times as much. */
export const money = z.object({
  amount: z.string().describe("In whole units of the currency, such as 2500.00."),
  currency: z.string(),
  text: z.string(),
});

export function moneyOf({ minor, currency }: Money, locale: Locale): z.output<typeof money> {
  const amount = majorOf({ minor, currency });
  return { amount, currency, text: moneyText({ minor, currency }, locale) };
}

/** "2500.00", exact. */
export function majorOf({ minor, currency }: Money): string {
  const exponent = currencyExponent(currency);
  return (minor / 10 ** exponent).toFixed(exponent);
}
