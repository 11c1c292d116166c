import type { Cohort } from "../../customers/cohort.ts";
import { type Phrase, phrase } from "../../phrase.ts";
import { type Metric, type MetricContext, metric, noMetric } from "./metric.ts";
import {
  averageOrderValue,
  DAYS_PER_YEAR,
  type PurchaseTotals,
  periodDays,
  purchasesPerYear,
} from "./purchases.ts";
import { lifetimeRevenue } from "./value.ts";

/** Nobody plans further; a low churn of one period says nothing about the decades it would make. Chosen by us. */
export const MOST_LIFETIME_YEARS = 10;
/**
 * With n leavers the churn rate is known to about 1 ÷ √n of itself (Poisson): to a third with ten. With fewer, one more
 * leaver moves the lifetime by more than it says.
 */
export const LEAST_LOST = 10;

/**
 * Mean customer lifetime = 1 ÷ churn rate, in periods of the churn rate, here turned into years. It takes the churn of
 * this period for that of all time to come. @returns null where too few left, or nobody was there to leave
 */
export function lifetimeYears(
  { atStart, retained }: Pick<Cohort, "atStart" | "retained">,
  days: number,
): number | null {
  const lost = atStart - retained;
  return lost < LEAST_LOST ? null : ((atStart / lost) * days) / DAYS_PER_YEAR;
}

/** Lifetime, and lifetime revenue (the plain CLV: revenue, not profit). @param missing why there is no money figure */
export function lifetimeMetrics(
  context: MetricContext,
  cohort: Cohort,
  totals: PurchaseTotals,
  missing: Phrase | null,
): Metric[] {
  const days = periodDays(context);
  const uncapped = lifetimeYears(cohort, days);
  const years = uncapped === null ? null : Math.min(uncapped, MOST_LIFETIME_YEARS);
  const lost = cohort.atStart - cohort.retained;
  const because = noLifetime(cohort, lost);
  const lifetime = {
    key: "customer-lifetime",
    name: phrase("metric.customer-lifetime.name"),
    unit: "years" as const,
    formula: phrase("metric.customer-lifetime.formula", { days }),
    denominator: { what: phrase("metric.of.lost"), count: lost },
    note:
      uncapped !== null && uncapped > MOST_LIFETIME_YEARS
        ? phrase("metric.customer-lifetime.note.capped", { years: uncapped, most: MOST_LIFETIME_YEARS })
        : phrase("metric.customer-lifetime.note"),
  };
  const revenue = lifetimeRevenueMetric(context, totals, { years, because, missing });
  if (years === null) return [noMetric(context, { ...lifetime, because }), revenue];
  const working = phrase("working.lifetime", { customers: cohort.atStart, lost, days });
  return [metric(context, { ...lifetime, value: years, working }), revenue];
}

export function noLifetime({ atStart }: Pick<Cohort, "atStart">, lost: number): Phrase {
  if (atStart === 0) return phrase("metric.none.customers-at-start");
  return lost === 0
    ? phrase("metric.none.lost")
    : phrase("metric.none.few-lost", { lost, least: LEAST_LOST });
}

function lifetimeRevenueMetric(
  context: MetricContext,
  totals: PurchaseTotals,
  given: {
    readonly years: number | null;
    readonly because: Phrase;
    readonly missing: Phrase | null;
  },
): Metric {
  const described = {
    key: "lifetime-revenue",
    name: phrase("metric.lifetime-revenue.name"),
    unit: "minor" as const,
    formula: phrase("metric.lifetime-revenue.formula"),
    denominator: { what: phrase("metric.of.buyers"), count: totals.buyers },
  };
  const average = averageOrderValue(totals);
  const perYear = purchasesPerYear(totals, context);
  if (perYear === null) return noMetric(context, { ...described, because: phrase("metric.none.orders") });
  if (average === null)
    return noMetric(context, { ...described, because: given.missing ?? phrase("metric.none.rate") });
  if (given.years === null) return noMetric(context, { ...described, because: given.because });
  return metric(context, {
    ...described,
    currency: average.currency,
    value: lifetimeRevenue(average, perYear, given.years).minor,
    working: phrase("working.lifetime-revenue", { average, perYear, years: given.years }),
  });
}
