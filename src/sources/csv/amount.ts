import type { z } from "zod";
import { isTooLarge, MOST_MINOR, parseMinor } from "../../domain/money.ts";
import { phrase } from "../../domain/phrase.ts";
import { quoted, reject } from "./reject.ts";

/** An amount as two columns tell it; `column` is the amount's. */
export type WrittenAmount = {
  readonly column: string;
  readonly amount: string | null;
  readonly currency: string | null;
};

/** Minor units, zero or more; null where there is no amount. Says `belowZero` of one that is less than zero. */
export function amountMinor(
  { column, amount, currency }: WrittenAmount,
  context: z.RefinementCtx,
  belowZero = "rejected.below-zero",
): number | null {
  if (amount === null) return null;
  const facts = { column, value: quoted(amount) };
  if (currency === null) return reject(context, "missing_currency", phrase("rejected.no-currency", facts));
  if (isTooLarge(amount, currency)) {
    const most = { minor: MOST_MINOR, currency };
    return reject(context, "bad_amount", phrase("rejected.amount-too-large", { ...facts, most }));
  }
  const minor = parseMinor(amount, currency);
  if (minor === null) {
    return reject(context, "bad_amount", phrase("rejected.amount", { ...facts, currency }));
  }
  return minor >= 0 ? minor : reject(context, "negative_amount", phrase(belowZero, facts));
}
