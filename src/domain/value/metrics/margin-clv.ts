import type { Money } from "../../money.ts";

/** What margin CLV assumes; all of it is shown beside the figure. */
export type ClvParameters = {
  /** How far ahead margin is counted, in years. */
  readonly years: number;
  /** Yearly; 10 means that a euro in a year is worth 1 ÷ 1.10 today. */
  readonly discountRatePercent: number;
  /** For customers whose file names no margin; null: they get no figure. */
  readonly marginPercentIfUnknown: number | null;
};

/** A customer's newest score as CLV needs it; probabilities are 0–1. */
export type ClvScore = {
  readonly probability: number;
  /** The range of the probability; the same as it where none is known. */
  readonly probabilityLow: number;
  readonly probabilityHigh: number;
  readonly horizonDays: number;
};

/** Where the expected revenue comes from. */
export type RevenueExpectation =
  /** A contract's monthly revenue, while it lasts. */
  | { readonly kind: "contract"; readonly monthly: Money }
  /** Purchases of the next twelve months (BG/NBD) × value of one (Gamma-Gamma). Dropping out is already inside. */
  | { readonly kind: "purchases"; readonly purchases12m: number; readonly purchase: Money }
  /** No model says: what the last twelve months brought, again. */
  | { readonly kind: "last-12-months"; readonly revenue: Money };

export type MarginClv =
  | {
      readonly kind: "figure";
      readonly money: Money;
      /** At the high and the low end of the churn probability. */
      readonly lowMinor: number;
      readonly highMinor: number;
      readonly marginPercent: number;
      /** The margin is not the customer's own but `marginPercentIfUnknown`. */
      readonly marginAssumed: boolean;
      readonly basis: RevenueExpectation["kind"];
      readonly parameters: ClvParameters;
    }
  | { readonly kind: "not-applicable"; readonly because: ClvMissing };

export type ClvMissing = "no-score" | "no-margin" | "no-revenue";

export type ClvInput = {
  /** Null: never scored, or by a version that tells nothing of the risk. */
  readonly score: ClvScore | null;
  readonly marginPercent: number | null;
  /** Null: neither a contract's revenue nor any purchase. */
  readonly expectation: RevenueExpectation | null;
  /**
   * Expected revenue of each month ahead, minor units, where it is known to change or to end: after notice nothing comes
   * beyond the last day, however likely staying was before. Left out: the same every month.
   */
  readonly byMonth?: readonly number[] | null;
};

const MONTHS_PER_YEAR = 12;
export const DAYS_PER_MONTH = 365.25 / MONTHS_PER_YEAR;

/**
 * Margin CLV = Σ over months of margin % × expected revenue × S ÷ (1 + d)^(months ÷ 12), counted at each month's end.
 *
 * S(t) = (1 − p)^(t ÷ horizon), p being the predicted probability to leave within the horizon: the same risk is taken
 * to come back every horizon. For one who buys without a contract, p is that of no purchase in the horizon, which
 * compounds to fewer survivors than really leave; the figure is on the careful side.
 *
 * BG/NBD's purchases of the next twelve months already allow for dropping out in them. So the first year takes them as
 * they are, and a later year takes them × S at the beginning of that year; multiplying by S inside a year, too, would
 * count the same loss twice.
 */
export function marginClv(
  { score, marginPercent, expectation, byMonth = null }: ClvInput,
  parameters: ClvParameters,
): MarginClv {
  const margin = marginPercent ?? parameters.marginPercentIfUnknown;
  if (score === null) return { kind: "not-applicable", because: "no-score" };
  if (expectation === null) return { kind: "not-applicable", because: "no-revenue" };
  if (margin === null) return { kind: "not-applicable", because: "no-margin" };
  const { horizonDays } = score;
  const at = (probability: number) => {
    let sum = 0;
    eachMonth({ expectation, byMonth, probability, horizonDays }, parameters, (revenue, staying, worth) => {
      sum += revenue * staying * worth;
    });
    return Math.round((sum * margin) / 100);
  };
  const { currency } = moneyOf(expectation);
  return {
    kind: "figure",
    money: { minor: at(score.probability), currency },
    lowMinor: at(score.probabilityHigh),
    highMinor: at(score.probabilityLow),
    marginPercent: margin,
    marginAssumed: marginPercent === null,
    basis: expectation.kind,
    parameters,
  };
}

/** The share of customers with this risk who are still there after so many days, 0–1. */
export function survival(probability: number, days: number, horizonDays: number): number {
  return (1 - probability) ** (days / horizonDays);
}

/** One month ahead: revenue expected in it, minor units; the share of such customers still there, and of its worth today. */
export type ClvMonth = { readonly revenue: number; readonly staying: number; readonly worth: number };

/** The months a margin CLV is made of, from the next one on; none where there is no figure. */
export function visitClvMonths(
  { score, expectation, byMonth = null }: ClvInput,
  parameters: ClvParameters,
  visit: (month: ClvMonth) => void,
): void {
  if (score === null || expectation === null) return;
  const { probability, horizonDays } = score;
  eachMonth({ expectation, byMonth, probability, horizonDays }, parameters, (revenue, staying, worth) =>
    visit({ revenue, staying, worth }),
  );
}

type Discounting = {
  readonly expectation: RevenueExpectation;
  readonly byMonth: readonly number[] | null;
  readonly probability: number;
  readonly horizonDays: number;
};

function eachMonth(
  { expectation, byMonth, probability, horizonDays }: Discounting,
  { years, discountRatePercent }: ClvParameters,
  visit: (revenue: number, staying: number, worth: number) => void,
): void {
  const monthly = monthlyRevenueMinor(expectation);
  // Factors of one month, multiplied up: powers for every month of every customer would take most of a report's time.
  const staying = survival(probability, DAYS_PER_MONTH, horizonDays);
  const discount = (1 + discountRatePercent / 100) ** (1 / MONTHS_PER_YEAR);
  const yearlySurvival = expectation.kind === "purchases";
  let survivors = 1;
  let atYearsBeginning = 1;
  let worth = 1;
  for (let month = 1; month <= monthsOf(years); month += 1) {
    // Where the expectation allows for leaving within a year, only the years before count as survived.
    if ((month - 1) % MONTHS_PER_YEAR === 0) atYearsBeginning = survivors;
    survivors *= staying;
    worth /= discount;
    const revenue = byMonth === null ? monthly : (byMonth[month - 1] ?? 0);
    visit(revenue, yearlySurvival ? atYearsBeginning : survivors, worth);
  }
}

/** Months ahead that margin is counted for. */
export const monthsOf = (years: number): number => Math.round(years * MONTHS_PER_YEAR);

/** What an expectation comes to a month, where nothing is known to change. */
export function monthlyRevenueMinor(expectation: RevenueExpectation): number {
  if (expectation.kind === "contract") return expectation.monthly.minor;
  if (expectation.kind === "purchases")
    return (expectation.purchases12m * expectation.purchase.minor) / MONTHS_PER_YEAR;
  return expectation.revenue.minor / MONTHS_PER_YEAR;
}

function moneyOf(expectation: RevenueExpectation): Money {
  if (expectation.kind === "contract") return expectation.monthly;
  return expectation.kind === "purchases" ? expectation.purchase : expectation.revenue;
}
