import type { MissingRateError } from "../exchange-rates.ts";
import { type Phrase, phrase } from "../phrase.ts";

/** Which rate is missing, and which currencies will be missed once it is there. */
export function missingRate(
  { fromCurrency, toCurrency, day }: Pick<MissingRateError, "fromCurrency" | "toCurrency" | "day">,
  others: readonly string[] = [],
): Phrase {
  const problem = phrase("cost.missing-rate", { from: fromCurrency, to: toCurrency, day: { day } });
  if (others.length === 0) return problem;
  return phrase("value.missing-rates", { problem, others: others.join(", ") });
}
