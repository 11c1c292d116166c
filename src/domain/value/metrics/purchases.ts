import { daysBetween } from "../../calendar.ts";
import { perCustomer } from "../../costs/per-customer.ts";
import type { Money } from "../../money.ts";
import { type Phrase, phrase } from "../../phrase.ts";
import { division, type Metric, type MetricContext, metric, noMetric, percentMetric } from "./metric.ts";

/**
 * The orders of a period: all that a customer ordered on one day is one order, as everywhere here, because not every
 * log names the document of a line. Only amounts above zero count.
 */
export type PurchaseTotals = {
  readonly orders: number;
  /** What they came to, before refunds; null where currencies meet without a rate. */
  readonly ordered: Money | null;
  /** Customers with an order in the period, and those of them with two or more. */
  readonly buyers: number;
  readonly repeatBuyers: number;
};

export const DAYS_PER_YEAR = 365.25;
const NO_ORDERS = phrase("metric.none.orders");
const BUYERS = phrase("metric.of.buyers");

export function averageOrderValue({ ordered, orders }: PurchaseTotals): Money | null {
  const average = ordered === null ? null : perCustomer(ordered, orders);
  return average?.kind === "amount" ? average.money : null;
}

/** Orders a year of one who buys: orders ÷ buyers, scaled from the period to a year; null without buyers. */
export function purchasesPerYear({ orders, buyers }: PurchaseTotals, context: MetricContext): number | null {
  if (buyers === 0) return null;
  return ((orders / buyers) * DAYS_PER_YEAR) / periodDays(context);
}

export function periodDays({ period }: Pick<MetricContext, "period">): number {
  return daysBetween(period.fromDay, period.toDay) + 1;
}

/** Average order value, repeat rate and purchase frequency. @param missing why there is no money figure, if so */
export function purchaseMetrics(
  context: MetricContext,
  totals: PurchaseTotals,
  missing: Phrase | null,
): Metric[] {
  return [
    averageOrderMetric(context, totals, missing),
    percentMetric(context, {
      key: "repeat-rate",
      name: phrase("metric.repeat-rate.name"),
      formula: phrase("metric.repeat-rate.formula"),
      part: totals.repeatBuyers,
      whole: totals.buyers,
      because: NO_ORDERS,
      denominator: { what: BUYERS, count: totals.buyers },
    }),
    frequencyMetric(context, totals),
  ];
}

function averageOrderMetric(context: MetricContext, totals: PurchaseTotals, missing: Phrase | null): Metric {
  const { ordered, orders } = totals;
  const given = {
    key: "average-order-value",
    name: phrase("metric.average-order-value.name"),
    unit: "minor" as const,
    formula: phrase("metric.average-order-value.formula"),
    denominator: { what: phrase("metric.of.orders"), count: orders },
  };
  const average = averageOrderValue(totals);
  if (orders === 0) return noMetric(context, { ...given, because: NO_ORDERS });
  if (ordered === null || average === null)
    return noMetric(context, { ...given, because: missing ?? phrase("metric.none.rate") });
  const working = division(ordered, orders);
  return metric(context, { ...given, currency: ordered.currency, value: average.minor, working });
}

function frequencyMetric(context: MetricContext, totals: PurchaseTotals): Metric {
  const { orders, buyers } = totals;
  const given = {
    key: "purchase-frequency",
    name: phrase("metric.purchase-frequency.name"),
    unit: "ratio" as const,
    formula: phrase("metric.purchase-frequency.formula"),
    denominator: { what: BUYERS, count: buyers },
  };
  const perYear = purchasesPerYear(totals, context);
  if (perYear === null) return noMetric(context, { ...given, because: NO_ORDERS });
  const note = phrase("metric.purchase-frequency.note", { perYear });
  return metric(context, { ...given, value: orders / buyers, working: division(orders, buyers), note });
}
