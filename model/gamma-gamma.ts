import { z } from "zod";
import { maximise, type ValueAndSlopes } from "./maximise.ts";
import { digamma, logGamma } from "./special-functions.ts";

/**
 * The Gamma-Gamma model of spend (Fader and Hardie, "The Gamma-Gamma Model of Monetary Value", 2013): a customer's
 * purchases vary around a mean of their own (Gamma with shape p), and those means over customers (inverse Gamma with
 * shape q and scale v). Assumes that spend and frequency go their own ways.
 */
export const gammaGammaSchema = z.object({
  p: z.number().positive(),
  /** Above 1, so that the mean over customers exists. */
  q: z.number().gt(1),
  /** In the unit of the values. */
  v: z.number().positive(),
});
export type GammaGamma = z.infer<typeof gammaGammaSchema>;

/** What a customer spends: the mean over so many purchases, in any one unit of money. */
export type SpendHistory = { readonly purchases: number; readonly meanValue: number };

const LEAST_CUSTOMERS = 50;
const WIDEST_LOGARITHM = 8;

/**
 * Maximum likelihood over customers with at least one purchase of a positive mean value; null for fewer than 50 of
 * them or where nobody differs. Deterministic.
 */
export function fitGammaGamma(histories: readonly SpendHistory[]): GammaGamma | null {
  const usable = histories.filter(({ purchases, meanValue }) => purchases > 0 && meanValue > 0);
  if (usable.length < LEAST_CUSTOMERS) return null;
  if (usable.every(({ meanValue }) => meanValue === usable[0]?.meanValue)) return null;
  // Against the (geometric) mean all parameters are near 1, whatever the currency.
  const unit = Math.exp(usable.reduce((sum, { meanValue }) => sum + Math.log(meanValue), 0) / usable.length);
  const scaled = usable.map((history) => ({ ...history, meanValue: history.meanValue / unit }));
  const byPurchases = new Map<number, SpendHistory[]>();
  for (const history of scaled) {
    const others = byPurchases.get(history.purchases);
    if (others) others.push(history);
    else byPurchases.set(history.purchases, [history]);
  }
  const found = maximise(
    (logarithms) => meanLogLikelihood(fromLogarithms(logarithms), byPurchases, usable.length),
    [0, 0, 0],
    WIDEST_LOGARITHM,
  );
  const { p, q, v } = fromLogarithms(found);
  return { p, q, v: v * unit };
}

/** q − 1, not q, has the free logarithm: it stays above 1. */
function fromLogarithms([p = 0, qAboveOne = 0, v = 0]: readonly number[]): GammaGamma {
  return { p: Math.exp(p), q: 1 + Math.exp(qAboveOne), v: Math.exp(v) };
}

/** Equation 1a of the note, as the mean per customer, with its slopes by the free logarithms of p, q and v. */
function meanLogLikelihood(
  { p, q, v }: GammaGamma,
  byPurchases: ReadonlyMap<number, readonly SpendHistory[]>,
  customers: number,
): ValueAndSlopes {
  let value = 0;
  const slopes = [0, 0, 0];
  for (const [x, histories] of byPurchases) {
    const common =
      logGamma(p * x + q) - logGamma(p * x) - logGamma(q) + q * Math.log(v) + p * x * Math.log(x);
    const byP = x * (digamma(p * x + q) - digamma(p * x) + Math.log(x));
    const byQ = digamma(p * x + q) - digamma(q) + Math.log(v);
    for (const { meanValue } of histories) {
      const total = x * meanValue + v;
      value += common + (p * x - 1) * Math.log(meanValue) - (p * x + q) * Math.log(total);
      slopes[0] = (slopes[0] ?? 0) + p * (byP + x * (Math.log(meanValue) - Math.log(total)));
      slopes[1] = (slopes[1] ?? 0) + (q - 1) * (byQ - Math.log(total));
      slopes[2] = (slopes[2] ?? 0) + v * (q / v - (p * x + q) / total);
    }
  }
  return { value: value / customers, slopes: slopes.map((slope) => slope / customers) };
}

/**
 * The mean value to expect of the customer's further purchases: their own mean, drawn towards everybody's (v·p ÷
 * (q − 1)) the more, the fewer purchases it rests on. Never bought: everybody's.
 */
export function expectedPurchaseValue(
  { p, q, v }: GammaGamma,
  { purchases, meanValue }: SpendHistory,
): number {
  const spent = purchases > 0 ? purchases * meanValue : 0;
  return (p * (v + spent)) / (p * purchases + q - 1);
}
