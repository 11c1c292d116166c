import { daysAfter } from "../../src/domain/clock.ts";
import { type Draws, drawsFrom } from "./draws.ts";

/** The purchases of a business nobody has, and how far ahead its churn is asked about. */
export type InventedHistory = {
  /** Per customer the days with a purchase, ascending; day 0 is the log's first. Nobody without one is in the log. */
  readonly purchases: readonly (readonly number[])[];
  /** The log ends before this day. */
  readonly days: number;
  readonly firstDay: Date;
  readonly horizonDays: number;
};

/** The business runs so long before its log begins: customers from then are in it as survivors. */
const DAYS_BEFORE = 500;
/** Keeps the fastest growing businesses below some 15,000 customers. */
const MOST_ARRIVALS_PER_DAY = 12;
const DAYS_PER_YEAR = 365.25;

/**
 * A log in which the level of churn moves for every reason one could name: a season of any phase and shape or none, slow
 * drift or none, now and then a lasting shock, growth, and cohorts that stay longer or shorter than those before. The
 * ranges were chosen for variety, from fortnightly buyers to quarterly ones, and fitted to no log. Same seed, same log.
 */
export function inventHistory(seed: number): InventedHistory {
  const draws = drawsFrom(seed);
  const horizonDays = draws.oneOf([30, 60, 90]);
  // Half of them too young to have seen their season; 100 days more than labels and held-out labels take.
  const days =
    2 * horizonDays + 100 + Math.round(draws.chance(0.5) ? draws.between(0, 250) : draws.between(250, 1100));
  const firstDay = new Date(Date.UTC(2020, draws.oneOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), 1));
  const business = drawBusiness(draws);
  const demand = drawDemand(draws, DAYS_BEFORE + days);
  const purchases: (readonly number[])[] = [];
  for (let arrival = -DAYS_BEFORE; arrival < days; arrival += 1) {
    for (let left = arrivalsOn(business, arrival, draws); left > 0; left -= 1) {
      const bought = purchaseDays(business, { arrival, demand }, draws).filter((day) => day >= 0);
      if (bought.length > 0) purchases.push(bought);
    }
  }
  return { purchases, days, firstDay, horizonDays };
}

type Business = {
  /** Of a typical customer, at a demand of 1. */
  readonly meanGapDays: number;
  /** Shape of the gamma distribution of customers' paces: the lower, the more they differ. */
  readonly paceShape: number;
  readonly meanLifeDays: number;
  /** When the log begins. */
  readonly arrivalsPerDay: number;
  /** Logarithm of the arrivals' growth in a year. */
  readonly growth: number;
  /** Logarithm by which the life of customers who arrive a year later is longer. */
  readonly lifeTrend: number;
};

function drawBusiness(draws: Draws): Business {
  return {
    meanGapDays: draws.between(12, 110),
    paceShape: draws.between(0.5, 2.5),
    meanLifeDays: draws.between(120, 1200),
    arrivalsPerDay: draws.between(0.5, 4),
    growth: draws.between(-0.3, 1.2),
    lifeTrend: draws.chance(0.5) ? draws.between(-0.5, 0.5) : 0,
  };
}

/** What everybody's pace is multiplied by on each day, the days before the log first. */
function drawDemand(draws: Draws, days: number): Float64Array {
  const season = drawSeason(draws);
  const deviation = draws.chance(0.3) ? 0 : draws.between(0.05, 0.35);
  const log = days - DAYS_BEFORE;
  const shockFrom = draws.chance(0.2) ? DAYS_BEFORE + draws.between(0.3, 1) * log : Number.POSITIVE_INFINITY;
  const shock = 0.5 * draws.normal();
  // Drift forgets to 1 ÷ e over a year, and its deviation is the same on every day.
  const kept = Math.exp(-1 / DAYS_PER_YEAR);
  const step = deviation * Math.sqrt(1 - kept ** 2);
  let drift = deviation * draws.normal();
  return Float64Array.from({ length: days }, (_, day) => {
    drift = kept * drift + step * draws.normal();
    return Math.exp(season(day) + drift + (day >= shockFrom ? shock : 0));
  });
}

/** A year's wave and its first harmonic, each of any phase; a third of all businesses know no season. */
function drawSeason(draws: Draws): (day: number) => number {
  const yearly = draws.chance(0.35) ? 0 : draws.between(0.1, 0.5);
  const halfYearly = yearly * draws.between(0, 0.7);
  const [phase, halfPhase] = [draws.between(0, 2 * Math.PI), draws.between(0, 2 * Math.PI)];
  return (day) => {
    const angle = (2 * Math.PI * day) / DAYS_PER_YEAR;
    return yearly * Math.cos(angle - phase) + halfYearly * Math.cos(2 * angle - halfPhase);
  };
}

function arrivalsOn({ arrivalsPerDay, growth }: Business, day: number, draws: Draws): number {
  const expected = arrivalsPerDay * Math.exp((growth * day) / DAYS_PER_YEAR);
  return Math.min(MOST_ARRIVALS_PER_DAY, Math.floor(expected) + (draws.chance(expected % 1) ? 1 : 0));
}

type Arrival = { readonly arrival: number; readonly demand: Float64Array };

/** A first purchase on arrival, then a Poisson process at the customer's own pace times the day's demand, until the end. */
function purchaseDays(
  { meanGapDays, paceShape, meanLifeDays, lifeTrend }: Business,
  { arrival, demand }: Arrival,
  draws: Draws,
): number[] {
  const pace = draws.gamma(paceShape) / meanGapDays;
  const life = meanLifeDays * Math.exp((lifeTrend * arrival) / DAYS_PER_YEAR) * draws.exponential();
  const end = Math.min(demand.length - DAYS_BEFORE, arrival + life);
  const days = [arrival];
  let untilNext = draws.exponential();
  for (let day = arrival + 1; day < end; day += 1) {
    untilNext -= pace * (demand[day + DAYS_BEFORE] ?? 1);
    if (untilNext > 0) continue;
    days.push(day);
    untilNext = draws.exponential();
  }
  return days;
}

/** Midnight at the start of a day of the log. */
export function momentOf({ firstDay }: InventedHistory, day: number): Date {
  return daysAfter(firstDay, day);
}
