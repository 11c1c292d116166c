import { type Cohort, retentionOf } from "../../customers/cohort.ts";
import type { Money } from "../../money.ts";
import { type Metric, type MetricContext, metric, noMetric } from "./metric.ts";
import {
  averageOrderValue,
  DAYS_PER_YEAR,
  type PurchaseTotals,
  periodDays,
  purchasesPerYear,
} from "./purchases.ts";
import { lifetimeRevenue } from "./value.ts";

/**
 * Mean customer lifetime = 1 ÷ churn rate, in periods of the churn rate, here turned into years. It takes the churn of
 * this period for that of all time to come. @returns null where nobody left, or nobody was there to leave
 */
export function lifetimeYears(cohort: Cohort, days: number): number | null {
  const rate = retentionOf(cohort);
  if (rate.kind === "not-applicable" || rate.churnedPercent === 0) return null;
  return ((100 / rate.churnedPercent) * days) / DAYS_PER_YEAR;
}

/** Lifetime, and lifetime revenue (the plain CLV: revenue, not profit). @param missing why there is no money figure */
export function lifetimeMetrics(
  context: MetricContext,
  cohort: Cohort,
  totals: PurchaseTotals,
  { say, missing }: { readonly say: (money: Money) => string; readonly missing: string | null },
): Metric[] {
  const days = periodDays(context);
  const years = lifetimeYears(cohort, days);
  const lost = cohort.atStart - cohort.retained;
  const because = cohort.atStart === 0 ? "there were no customers at the start" : "nobody left in the period";
  const lifetime = {
    key: "customer-lifetime",
    name: "Customer lifetime",
    unit: "years" as const,
    formula: `1 ÷ churn rate of the period's ${days} days, in years`,
    denominator: { what: "customers lost in the period", count: lost },
    note: "takes this period's churn to last",
  };
  const revenue = lifetimeRevenueMetric(context, totals, { years, because, say, missing });
  if (years === null) return [noMetric(context, { ...lifetime, because }), revenue];
  const working = `${cohort.atStart} ÷ ${lost} × ${days} days`;
  return [metric(context, { ...lifetime, value: years, working }), revenue];
}

function lifetimeRevenueMetric(
  context: MetricContext,
  totals: PurchaseTotals,
  given: {
    readonly years: number | null;
    readonly because: string;
    readonly say: (money: Money) => string;
    readonly missing: string | null;
  },
): Metric {
  const described = {
    key: "lifetime-revenue",
    name: "Lifetime revenue",
    unit: "minor" as const,
    formula:
      "average order value × orders per buyer and year × customer lifetime in years; revenue, not profit",
    denominator: { what: "customers with an order in the period", count: totals.buyers },
  };
  const average = averageOrderValue(totals);
  const perYear = purchasesPerYear(totals, context);
  if (perYear === null) return noMetric(context, { ...described, because: "nobody ordered in the period" });
  if (average === null)
    return noMetric(context, { ...described, because: given.missing ?? "currencies meet without a rate" });
  if (given.years === null) return noMetric(context, { ...described, because: given.because });
  return metric(context, {
    ...described,
    currency: average.currency,
    value: lifetimeRevenue(average, perYear, given.years).minor,
    working: `${given.say(average)} × ${perYear.toFixed(2)} × ${given.years.toFixed(2)}`,
  });
}
