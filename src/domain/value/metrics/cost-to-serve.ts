import { perCustomer } from "../../costs/per-customer.ts";
import type { Money } from "../../money.ts";
import { type Phrase, phrase } from "../../phrase.ts";
import { phraseList } from "../../phrase-list.ts";
import { division, type Metric, type MetricContext, type MetricUnit, metric, noMetric } from "./metric.ts";
import { profitability, returnOnInvestment } from "./value.ts";

/** What keeping customers cost in a period and what stands against it; all amounts in one currency. */
export type CostToServe = {
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
  readonly name: Phrase;
  readonly unit: MetricUnit;
  readonly formula: Phrase;
  readonly denominator: { readonly what: Phrase; readonly count: number | null };
  readonly note?: Phrase | null;
};

/** What keeping and winning customers costs, and what comes back. */
export function costToServeMetrics(context: MetricContext, costToServe: CostToServe): Metric[] {
  const { cost, served, retained } = costToServe;
  return [
    shared(context, cost, retained, phrase("metric.none.retained"), {
      key: "retention-cost-per-retained-customer",
      name: phrase("metric.retention-cost-per-retained-customer.name"),
      unit: "minor",
      formula: phrase("metric.retention-cost-per-retained-customer.formula"),
      denominator: { what: phrase("metric.of.retained"), count: retained },
    }),
    shared(context, cost, served, phrase("metric.none.customers-in-period"), {
      key: "retention-cost-per-customer",
      name: phrase("metric.retention-cost-per-customer.name"),
      unit: "minor",
      formula: phrase("metric.retention-cost-per-customer.formula"),
      denominator: { what: phrase("metric.of.customers-in-period"), count: served },
    }),
    acquisitionMetric(context, costToServe.acquisition),
    profitabilityMetric(context, costToServe),
    returnMetric(context, costToServe),
  ];
}

function shared(
  context: MetricContext,
  total: Money,
  customers: number,
  because: Phrase,
  described: Described,
): Metric {
  const each = perCustomer(total, customers);
  if (total.minor === 0) return noMetric(context, { ...described, because: phrase("metric.none.costs") });
  if (each.kind !== "amount") return noMetric(context, { ...described, because });
  const working = division(total, customers);
  return metric(context, { ...described, currency: total.currency, value: each.money.minor, working });
}

/** CAC = acquisition cost ÷ customers who joined, over those whose file names an acquisition cost. */
function acquisitionMetric(context: MetricContext, { joined, known, cost }: Acquisition): Metric {
  const described: Described = {
    key: "cac",
    name: phrase("metric.cac.name"),
    unit: "minor",
    formula: phrase("metric.cac.formula"),
    denominator: { what: phrase("metric.of.joined-with-cost"), count: known },
    note: joined === known ? null : phrase("metric.cac.note", { customers: joined - known }),
  };
  const each = perCustomer(cost, known);
  if (each.kind === "amount") {
    const working = division(cost, known);
    return metric(context, { ...described, currency: cost.currency, value: each.money.minor, working });
  }
  const because = phrase(joined === 0 ? "metric.none.joined" : "metric.none.acquisition-cost");
  return noMetric(context, { ...described, because });
}

function profitabilityMetric(context: MetricContext, costToServe: CostToServe): Metric {
  const { revenue, acquisition, cost, served } = costToServe;
  const described: Described = {
    key: "profitability",
    name: phrase("metric.profitability.name"),
    unit: "minor",
    formula: phrase("metric.profitability.formula"),
    denominator: { what: phrase("metric.of.everybody"), count: served },
  };
  if (served === 0)
    return noMetric(context, { ...described, because: phrase("metric.none.customers-in-period") });
  const value = profitability(revenue, acquisition.cost, cost);
  const working = phrase("working.profitability", { revenue, acquisition: acquisition.cost, cost });
  const note = cost.minor === 0 ? phrase("metric.none.costs") : null;
  return metric(context, { ...described, currency: value.currency, value: value.minor, working, note });
}

function returnMetric(context: MetricContext, costToServe: CostToServe): Metric {
  const { money: gain, customers, unknown } = costToServe.marginRetained;
  const described: Described = {
    key: "return-on-cost-to-serve",
    name: phrase("metric.return-on-cost-to-serve.name"),
    unit: "percent",
    formula: phrase("metric.return-on-cost-to-serve.formula"),
    denominator: { what: phrase("metric.of.retained-with-margin"), count: customers },
    note: phraseList(
      [
        phrase("metric.return-on-cost-to-serve.note"),
        ...(unknown === 0
          ? []
          : [phrase("metric.return-on-cost-to-serve.note.no-margin", { customers: unknown })]),
      ],
      "sentence",
    ),
  };
  const roi = returnOnInvestment(gain, costToServe.cost);
  if (roi.kind !== "ratio") return noMetric(context, { ...described, because: phrase("metric.none.costs") });
  if (customers === 0)
    return noMetric(context, { ...described, because: phrase("metric.none.retained-margin") });
  const working = phrase("working.return", { gain, cost: costToServe.cost });
  return metric(context, { ...described, value: 100 * roi.ratio, working });
}
