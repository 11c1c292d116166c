import type { Money } from "../../money.ts";
import { type Phrase, phrase } from "../../phrase.ts";
import type { Period } from "../metrics/metric.ts";

/** One customer's cost to serve over a period and what it went along with; minor units of one currency. */
export type ServedOutcome = {
  readonly costMinor: number;
  /** Margin of the period's revenue where the customer was kept, 0 where not; null: margin not known. */
  readonly marginRetainedMinor: number | null;
};

/**
 * Margin retained per unit of cost, with the 95 % interval of a ratio estimator over customers. It is an average that
 * went along with the cost, not what one more unit would bring.
 */
export type ObservedReturn = {
  readonly customers: number;
  readonly costMinor: number;
  readonly marginRetainedMinor: number;
  /** Null without costs. */
  readonly perUnit: number | null;
  /** Null where there are too few customers with costs to tell. */
  readonly interval: { readonly low: number; readonly high: number } | null;
};

export type WhatIf = {
  readonly currency: string;
  readonly period: Period;
  readonly amountMinor: number;
  readonly from: ObservedReturn & { readonly key: string; readonly name: Phrase };
  readonly to: ObservedReturn & { readonly key: string; readonly name: Phrase };
  readonly outcome:
    | {
        readonly kind: "estimate";
        /** Amount × (return of `to` − return of `from`). */
        readonly changeMinor: number;
        readonly lowMinor: number;
        readonly highMinor: number;
        /** Whether the interval leaves out zero: the direction can be told. */
        readonly directionKnown: boolean;
      }
    | { readonly kind: "not-enough-data"; readonly because: Phrase };
  /** The arithmetic line by line, and what it must not be taken for. */
  readonly arithmetic: readonly Phrase[];
};

/** Customers with costs in a segment below which no interval is given. Chosen by us: the usual n of a normal mean. */
export const LEAST_CUSTOMERS_FOR_INTERVAL = 30;
const Z_95 = 1.959964;

/**
 * Ratio estimator r = Σ margin ÷ Σ cost over customers with a known margin; its variance by linearisation,
 * n ÷ (n − 1) × Σ (margin − r × cost)² ÷ (Σ cost)² (Cochran, Sampling Techniques, chapter 6).
 */
export function observedReturn(outcomes: readonly ServedOutcome[]): ObservedReturn {
  const known = outcomes.flatMap(({ costMinor, marginRetainedMinor }) =>
    marginRetainedMinor === null ? [] : [{ cost: costMinor, margin: marginRetainedMinor }],
  );
  const cost = known.reduce((sum, one) => sum + one.cost, 0);
  const margin = known.reduce((sum, one) => sum + one.margin, 0);
  const base = { customers: known.length, costMinor: cost, marginRetainedMinor: margin };
  if (cost <= 0) return { ...base, perUnit: null, interval: null };
  const perUnit = margin / cost;
  const enough = known.filter((one) => one.cost > 0).length >= LEAST_CUSTOMERS_FOR_INTERVAL;
  if (!enough) return { ...base, perUnit, interval: null };
  const squares = known.reduce((sum, one) => sum + (one.margin - perUnit * one.cost) ** 2, 0);
  const error = Math.sqrt((known.length / (known.length - 1)) * squares) / cost;
  return { ...base, perUnit, interval: { low: perUnit - Z_95 * error, high: perUnit + Z_95 * error } };
}

type Side = { readonly key: string; readonly name: Phrase; readonly observed: ObservedReturn };

export type WhatIfQuestion = {
  readonly amountMinor: number;
  readonly currency: string;
  readonly period: Period;
  readonly from: Side;
  readonly to: Side;
};

/** What moving an amount of the cost to serve from one segment to another would change, were the observed returns to hold. */
export function whatIf(question: WhatIfQuestion): WhatIf {
  const { amountMinor, currency, period } = question;
  const [from, to] = [sideOf(question.from), sideOf(question.to)];
  const outcome = outcomeOf(amountMinor, from, to);
  const arithmetic = arithmeticOf(question, from, to, outcome);
  return { currency, period, amountMinor, from, to, outcome, arithmetic };
}

const sideOf = ({ key, name, observed }: Side): WhatIf["from"] => ({ key, name, ...observed });

function outcomeOf(amountMinor: number, from: WhatIf["from"], to: WhatIf["to"]): WhatIf["outcome"] {
  for (const side of [from, to]) {
    if (side.perUnit === null)
      return { kind: "not-enough-data", because: phrase("what-if.no-costs", { segment: side.name }) };
  }
  for (const side of [from, to]) {
    if (side.interval === null) {
      const few = { segment: side.name, least: LEAST_CUSTOMERS_FOR_INTERVAL };
      return { kind: "not-enough-data", because: phrase("what-if.too-few", few) };
    }
  }
  const difference = (to.perUnit ?? 0) - (from.perUnit ?? 0);
  const halfInterval = Math.hypot(halfOf(from), halfOf(to));
  const lowMinor = Math.round(amountMinor * (difference - halfInterval));
  const highMinor = Math.round(amountMinor * (difference + halfInterval));
  return {
    kind: "estimate",
    changeMinor: Math.round(amountMinor * difference),
    lowMinor,
    highMinor,
    directionKnown: lowMinor > 0 || highMinor < 0,
  };
}

const halfOf = ({ interval }: ObservedReturn) => (interval === null ? 0 : (interval.high - interval.low) / 2);

function arithmeticOf(
  { amountMinor, currency }: WhatIfQuestion,
  from: WhatIf["from"],
  to: WhatIf["to"],
  outcome: WhatIf["outcome"],
): Phrase[] {
  const money = (minor: number): Money => ({ minor, currency });
  const lines = [from, to].map((side) => returnLine(side, money));
  if (outcome.kind === "not-enough-data")
    return [...lines, phrase("what-if.not-enough-data", { because: outcome.because })];
  const { changeMinor, lowMinor, highMinor, directionKnown } = outcome;
  const moved = {
    amount: money(amountMinor),
    to: to.perUnit ?? 0,
    from: from.perUnit ?? 0,
    change: money(changeMinor),
    low: money(lowMinor),
    high: money(highMinor),
  };
  return [
    ...lines,
    phrase("what-if.moved", moved),
    ...(directionKnown ? [] : [phrase("what-if.direction-unknown")]),
    phrase("what-if.association"),
  ];
}

function returnLine(
  { name, customers, marginRetainedMinor, costMinor, perUnit, interval }: WhatIf["from"],
  money: (minor: number) => Money,
): Phrase {
  const given = { segment: name, margin: money(marginRetainedMinor), cost: money(costMinor), customers };
  if (perUnit === null) return phrase("what-if.return.no-costs", given);
  if (interval === null) return phrase("what-if.return", { ...given, perUnit });
  return phrase("what-if.return.interval", { ...given, perUnit, ...interval });
}
