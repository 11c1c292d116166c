import { z } from "zod";
import { maximise, type ValueAndSlopes } from "./maximise.ts";
import { digamma, hypergeometric, logGamma } from "./special-functions.ts";

/**
 * The BG/NBD model of repeat buying (Fader, Hardie and Lee, "Counting Your Customers" the Easy Way, 2005): while a
 * customer is alive, purchases come at random at a rate of their own (Gamma over customers: r, α), and after each one
 * the customer leaves for good with a probability of their own (Beta: a, b).
 */
export const bgNbdSchema = z.object({
  r: z.number().positive(),
  /** In days, as the histories are. */
  alpha: z.number().positive(),
  a: z.number().positive(),
  b: z.number().positive(),
});
export type BgNbd = z.infer<typeof bgNbdSchema>;

/** What the model needs to know of a customer; times in days, or any one unit throughout. */
export type PurchaseHistory = {
  /** Purchases after the first: x. */
  readonly repeats: number;
  /** From the first to the last purchase: t_x; 0 without repeats. */
  readonly firstToLast: number;
  /** From the first purchase to now: T. */
  readonly age: number;
};

/** With fewer customers four parameters are noise. */
const LEAST_CUSTOMERS = 50;
/** Logarithms of the parameters stay within ±this (times measured against the mean age): a file of one-time buyers has no finite answer. */
const WIDEST_LOGARITHM = 8;

/** Maximum likelihood; null for fewer than 50 customers or nobody who ever came back. Deterministic. */
export function fitBgNbd(histories: readonly PurchaseHistory[]): BgNbd | null {
  if (histories.length < LEAST_CUSTOMERS) return null;
  if (!histories.some(({ repeats }) => repeats > 0)) return null;
  // Against the mean age all four parameters are near 1, whatever the unit of time.
  const unit = Math.max(1e-9, histories.reduce((sum, { age }) => sum + age, 0) / histories.length);
  const counted = countAlike(histories, unit);
  const atLogarithms = (logarithms: readonly number[]) =>
    meanLogLikelihood(fromLogarithms(logarithms), counted, histories.length);
  const { r, alpha, a, b } = fromLogarithms(maximise(atLogarithms, [0, 0, 0, 0], WIDEST_LOGARITHM));
  return { r, alpha: alpha * unit, a, b };
}

/** Σ of the customers' log likelihoods. */
export function bgNbdLogLikelihood(model: BgNbd, histories: readonly PurchaseHistory[]): number {
  const size = histories.length;
  return size * meanLogLikelihood(model, countAlike(histories, 1), size).value;
}

function fromLogarithms([r = 0, alpha = 0, a = 0, b = 0]: readonly number[]): BgNbd {
  return { r: Math.exp(r), alpha: Math.exp(alpha), a: Math.exp(a), b: Math.exp(b) };
}

/** How many customers share a history, by their number of repeats: most one-time buyers of a day are alike. */
type CountedHistories = ReadonlyMap<number, readonly (PurchaseHistory & { readonly customers: number })[]>;

function countAlike(histories: readonly PurchaseHistory[], unit: number): CountedHistories {
  const alike = new Map<string, PurchaseHistory & { customers: number }>();
  for (const { repeats, firstToLast, age } of histories) {
    const key = `${repeats} ${firstToLast} ${age}`;
    const known = alike.get(key);
    if (known) known.customers += 1;
    else alike.set(key, { repeats, firstToLast: firstToLast / unit, age: age / unit, customers: 1 });
  }
  const byRepeats = new Map<number, (PurchaseHistory & { customers: number })[]>();
  for (const history of alike.values()) {
    const others = byRepeats.get(history.repeats);
    if (others) others.push(history);
    else byRepeats.set(history.repeats, [history]);
  }
  return byRepeats;
}

/** The mean log likelihood per customer, and its slopes by the logarithms of r, α, a and b. */
function meanLogLikelihood(model: BgNbd, counted: CountedHistories, customers: number): ValueAndSlopes {
  const { r, alpha, a, b } = model;
  let value = 0;
  const slopes = [0, 0, 0, 0];
  for (const [x, histories] of counted) {
    const common = repeatTerms(model, x);
    for (const history of histories) {
      const { ofAlive, ofGone } = fates(model, history);
      const largest = Math.max(ofAlive, ofGone);
      const sum = Math.exp(ofAlive - largest) + Math.exp(ofGone - largest);
      const gone = Math.exp(ofGone - largest) / sum;
      const toNow = alpha + history.age;
      const toLast = alpha + history.firstToLast;
      const weight = history.customers / customers;
      value += weight * (common.value + largest + Math.log(sum));
      const byR = common.byR - (1 - gone) * Math.log(toNow) - gone * Math.log(toLast);
      const byAlpha = r / alpha - (r + x) * ((1 - gone) / toNow + gone / toLast);
      slopes[0] = (slopes[0] ?? 0) + weight * r * byR;
      slopes[1] = (slopes[1] ?? 0) + weight * alpha * byAlpha;
      slopes[2] = (slopes[2] ?? 0) + weight * (a * common.byA + gone);
      slopes[3] = (slopes[3] ?? 0) + weight * b * (common.byB - (x > 0 ? gone / (b + x - 1) : 0));
    }
  }
  return { value, slopes };
}

/** The part of a log likelihood that hangs on the number of repeats alone, and its slopes. */
function repeatTerms({ r, alpha, a, b }: BgNbd, x: number) {
  return {
    value:
      logGamma(r + x) -
      logGamma(r) +
      r * Math.log(alpha) +
      (logGamma(a + b) + logGamma(b + x) - logGamma(b) - logGamma(a + b + x)),
    byR: digamma(r + x) - digamma(r) + Math.log(alpha),
    byA: digamma(a + b) - digamma(a + b + x),
    byB: digamma(a + b) + digamma(b + x) - digamma(b) - digamma(a + b + x),
  };
}

/** The rest: the log likelihoods of being alive still, and of having left after the last purchase. */
function fates({ r, alpha, a, b }: BgNbd, { repeats, firstToLast, age }: PurchaseHistory) {
  return {
    ofAlive: -(r + repeats) * Math.log(alpha + age),
    ofGone:
      repeats === 0
        ? Number.NEGATIVE_INFINITY
        : Math.log(a) - Math.log(b + repeats - 1) - (r + repeats) * Math.log(alpha + firstToLast),
  };
}

/**
 * P(alive now), 0–1. By the model's own logic 1 for everybody who bought once: nobody leaves before a repeat. So
 * 1 − P(alive) is never a risk of leaving; `probabilityOfNoPurchase` is.
 */
export function probabilityAlive(model: BgNbd, history: PurchaseHistory): number {
  const { ofAlive, ofGone } = fates(model, history);
  return 1 / (1 + Math.exp(ofGone - ofAlive));
}

/** P(no purchase in the `ahead` days from now), 0–1: gone already, or alive and not buying in that time. */
export function probabilityOfNoPurchase(model: BgNbd, history: PurchaseHistory, ahead: number): number {
  const now = model.alpha + history.age;
  const buysIfAlive = -Math.expm1((model.r + history.repeats) * Math.log(now / (now + ahead)));
  return 1 - probabilityAlive(model, history) * buysIfAlive;
}

/** Two of the formula's divisors vanish at a = 1 and a + b + x = 1; so close to them the limit is taken from both sides. */
const TOO_CLOSE = 1e-4;

/**
 * Expected purchases in the `ahead` days from now (equation 10 of the paper), after Euler's transformation of the
 * hypergeometric function: (1 − z)^(a − 1 − r − x)·₂F₁(a + b − 1 − r, a − 1; a + b + x − 1; z), whose series
 * converges fast also for regulars of a hundred purchases.
 */
export function expectedPurchases(model: BgNbd, history: PurchaseHistory, ahead: number): number {
  const { r, alpha, a, b } = model;
  const x = history.repeats;
  if (Math.abs(a - 1) < TOO_CLOSE || Math.abs(a + b + x - 1) < TOO_CLOSE) {
    const beside = (nudge: number) => expectedPurchases({ ...model, a: a + nudge }, history, ahead);
    return (beside(-3 * TOO_CLOSE) + beside(3 * TOO_CLOSE)) / 2;
  }
  const now = alpha + history.age;
  const z = ahead / (now + ahead);
  const stillBuying = 1 - (1 - z) ** (a - 1) * hypergeometric(a + b - 1 - r, a - 1, a + b + x - 1, z);
  return Math.max(0, ((a + b + x - 1) / (a - 1)) * stillBuying * probabilityAlive(model, history));
}
