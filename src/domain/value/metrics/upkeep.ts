import { perCustomer } from "../../costs/per-customer.ts";
import type { Money } from "../../money.ts";
import { type Metric, type MetricContext, type MetricUnit, metric, noMetric } from "./metric.ts";
import { profitability, returnOnInvestment } from "./value.ts";

/** What keeping customers cost in a period and what stands against it; all amounts in one currency. */
export type Upkeep = {
  /** All costs of the ledger that fall on the period. */
  readonly cost: Money;
  /** Customers at the start of the period or who joined in it. */
  readonly served: number;
  /** Customers at the start who still were at the end. */
  readonly retained: number;
  /** Contracts' monthly revenue, and orders minus refunds of everybody else. */
  readonly revenue: Money;
  /** Of customers who joined in the period. */
  readonly acquisition: Acquisition;
  /** Margin of the period's revenue from customers who were kept, where their margin is known. */
  readonly marginRetained: { readonly money: Money; readonly customers: number; readonly unknown: number };
};

/** Customers who became one in the period, and what winning them cost where the file says so. */
export type Acquisition = { readonly joined: number; readonly known: number; readonly cost: Money };

type Described = {
  readonly key: string;
  readonly name: string;
  readonly unit: MetricUnit;
  readonly formula: string;
  readonly denominator: { readonly what: string; readonly count: number | null };
  readonly note?: string | null;
};

/** What keeping and winning customers costs, and what comes back. @param say an amount as its reader sees it */
export function upkeepMetrics(
  context: MetricContext,
  upkeep: Upkeep,
  say: (minor: number) => string,
): Metric[] {
  const { cost, served, retained } = upkeep;
  return [
    shared(context, say, cost, retained, "nobody was retained over the period", {
      key: "retention-cost-per-retained-customer",
      name: "Retention cost per retained customer",
      unit: "minor",
      formula: "maintenance cost ÷ retained customers",
      denominator: { what: "customers at the start who still were at the end", count: retained },
    }),
    shared(context, say, cost, served, "there were no customers in the period", {
      key: "retention-cost-per-customer",
      name: "Retention cost per customer",
      unit: "minor",
      formula: "maintenance cost ÷ all customers of the period",
      denominator: { what: "customers at the start or who joined", count: served },
    }),
    acquisitionMetric(context, upkeep.acquisition, say),
    profitabilityMetric(context, upkeep, say),
    returnMetric(context, upkeep, say),
  ];
}

function shared(
  context: MetricContext,
  say: (minor: number) => string,
  total: Money,
  customers: number,
  because: string,
  described: Described,
): Metric {
  const each = perCustomer(total, customers);
  if (total.minor === 0)
    return noMetric(context, { ...described, because: "no costs are entered for the period" });
  if (each.kind !== "amount") return noMetric(context, { ...described, because });
  const working = `${say(total.minor)} ÷ ${customers}`;
  return metric(context, { ...described, currency: total.currency, value: each.money.minor, working });
}

/** CAC = acquisition cost ÷ customers who joined, over those whose file names an acquisition cost. */
function acquisitionMetric(
  context: MetricContext,
  { joined, known, cost }: Acquisition,
  say: (minor: number) => string,
): Metric {
  const described: Described = {
    key: "cac",
    name: "Customer acquisition cost",
    unit: "minor",
    formula: "acquisition cost of customers who joined in the period ÷ those whose file names one",
    denominator: { what: "customers who joined, with a known acquisition cost", count: known },
    note: joined === known ? null : `${joined - known} more joined without one on file`,
  };
  const each = perCustomer(cost, known);
  if (each.kind === "amount") {
    const working = `${say(cost.minor)} ÷ ${known}`;
    return metric(context, { ...described, currency: cost.currency, value: each.money.minor, working });
  }
  const because =
    joined === 0 ? "nobody joined in the period" : "no acquisition cost is on file for who joined";
  return noMetric(context, { ...described, because });
}

function profitabilityMetric(context: MetricContext, upkeep: Upkeep, say: (minor: number) => string): Metric {
  const { revenue, acquisition, cost, served } = upkeep;
  const described: Described = {
    key: "profitability",
    name: "Customer profitability",
    unit: "minor",
    formula:
      "revenue − acquisition cost − retention cost, all of the period; the goods' own cost is not in it",
    denominator: { what: "all customers of the period, together", count: served },
  };
  if (served === 0)
    return noMetric(context, { ...described, because: "there were no customers in the period" });
  const value = profitability(revenue, acquisition.cost, cost);
  const working = `${say(revenue.minor)} − ${say(acquisition.cost.minor)} − ${say(cost.minor)}`;
  const note = cost.minor === 0 ? "no costs are entered for the period" : null;
  return metric(context, { ...described, currency: value.currency, value: value.minor, working, note });
}

function returnMetric(context: MetricContext, upkeep: Upkeep, say: (minor: number) => string): Metric {
  const { money: gain, customers, unknown } = upkeep.marginRetained;
  const described: Described = {
    key: "roi-of-upkeep",
    name: "ROI of upkeep",
    unit: "percent",
    formula: "(margin of retained customers' revenue − maintenance cost) ÷ maintenance cost",
    denominator: { what: "maintenance cost; retained customers with a known margin", count: customers },
    note:
      "association: what was kept is not all due to the upkeep" +
      (unknown === 0 ? "" : `; ${unknown} retained customers without a known margin count as 0`),
  };
  const roi = returnOnInvestment(gain, upkeep.cost);
  if (roi.kind !== "ratio")
    return noMetric(context, { ...described, because: "no costs are entered for the period" });
  if (customers === 0)
    return noMetric(context, { ...described, because: "no retained customer's margin is known" });
  const working = `(${say(gain.minor)} − ${say(upkeep.cost.minor)}) ÷ ${say(upkeep.cost.minor)}`;
  return metric(context, { ...described, value: 100 * roi.ratio, working });
}
