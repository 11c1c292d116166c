import { type CustomersOfCurrency, mostFirst } from "../model-money.ts";

/** What scoring some customers came to. Kept as JSON with their range, so it holds nothing but plain values. */
export type ScoringCounts = {
  readonly scored: number;
  /** Without a probability, for want of history or signal. */
  readonly unscored: number;
  /** They keep the score they have, because their source has sent nothing since. */
  readonly kept: number;
  /** Figures beyond the range of the training rows, of so many. */
  readonly outside: number;
  readonly values: number;
  /** Customers by currency whose money the model does not know, because no rate to its own is stated. */
  readonly unrated: Readonly<Record<string, number>>;
  /** The latest moment that one of them was scored as of (ISO); null: nobody was. */
  readonly newest: string | null;
};

export const NOBODY_SCORED: ScoringCounts = {
  ...{ scored: 0, unscored: 0, kept: 0, outside: 0, values: 0 },
  unrated: {},
  newest: null,
};

export function addCounts(a: ScoringCounts, b: ScoringCounts): ScoringCounts {
  const unrated = { ...a.unrated };
  for (const [currency, customers] of Object.entries(b.unrated))
    unrated[currency] = (unrated[currency] ?? 0) + customers;
  return {
    scored: a.scored + b.scored,
    unscored: a.unscored + b.unscored,
    kept: a.kept + b.kept,
    outside: a.outside + b.outside,
    values: a.values + b.values,
    unrated,
    newest: [a.newest, b.newest].reduce((x, y) => (x === null || (y !== null && y > x) ? y : x)),
  };
}

/** The currencies whose customers' money is unknown, most customers first. */
export const unratedOf = ({ unrated }: ScoringCounts): CustomersOfCurrency[] =>
  mostFirst(new Map(Object.entries(unrated)));

/** The share of the figures that lie beyond the range of the training rows, 0–1. */
export const outOfRangeShare = ({ outside, values }: ScoringCounts): number =>
  values === 0 ? 0 : outside / values;
