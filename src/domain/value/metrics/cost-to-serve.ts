import { perCustomer } from "../../costs/per-customer.ts";
import type { Money } from "../../money.ts";
import { type Phrase, phrase } from "../../phrase.ts";
import { phraseList } from "../../phrase-list.ts";
import { division, type Metric, type MetricContext, type MetricUnit, metric, noMetric } from "./metric.ts";
import type { RevenueTotals } from "./period-totals.ts";
import type { ReturnOnCostToServe } from "./return-on-cost-to-serve.ts";
import { profitability } from "./value.ts";

/** What keeping customers cost in a period and what stands against it; minor units of one currency. */
export type CostToServe = {
  readonly currency: string;
  /** All costs of the ledger that fall on the period. */
  readonly costMinor: number;
  /** Customers on at least one day of the period. */
  readonly served: number;
  /** Customers at the start who still were at the end. */
  readonly retained: number;
  readonly revenue: RevenueTotals;
  /** Customers who became one in the period, and what winning them cost where the file says so. */
  readonly acquisition: { readonly joined: number; readonly known: number; readonly costMinor: number };
  readonly returnOnCost: ReturnOnCostToServe;
};

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
  const { currency, served, retained } = costToServe;
  const cost = { minor: costToServe.costMinor, currency };
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
    acquisitionMetric(context, costToServe),
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
function acquisitionMetric(context: MetricContext, { acquisition, currency }: CostToServe): Metric {
  const { joined, known } = acquisition;
  const cost = { minor: acquisition.costMinor, currency };
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
  const { currency, served } = costToServe;
  const money = (minor: number): Money => ({ minor, currency });
  const [revenue, acquisition, cost] = [
    money(costToServe.revenue.netMinor),
    money(costToServe.acquisition.costMinor),
    money(costToServe.costMinor),
  ];
  const described: Described = {
    key: "profitability",
    name: phrase("metric.profitability.name"),
    unit: "minor",
    formula: phrase("metric.profitability.formula"),
    denominator: { what: phrase("metric.of.everybody"), count: served },
  };
  if (served === 0 && revenue.minor === 0 && cost.minor === 0)
    return noMetric(context, { ...described, because: phrase("metric.none.customers-in-period") });
  const value = profitability(revenue, acquisition, cost);
  const working = phrase("working.profitability", { revenue, acquisition, cost });
  const note = phraseList(profitabilityNotes(costToServe, money), "sentence");
  return metric(context, { ...described, currency, value: value.minor, working, note });
}

/** What of the revenue is about closed days, what is not in it, and whether there are costs at all. */
function profitabilityNotes({ revenue, costMinor }: CostToServe, money: (minor: number) => Money): Phrase[] {
  const { adjustmentsMinor, ordersNotCountedMinor } = revenue;
  return [
    ...(costMinor === 0 ? [phrase("metric.none.costs")] : []),
    ...(adjustmentsMinor === 0
      ? []
      : [phrase("metric.note.adjustments", { amount: money(adjustmentsMinor) })]),
    ...(ordersNotCountedMinor === 0
      ? []
      : [phrase("metric.note.orders-not-counted", { amount: money(ordersNotCountedMinor) })]),
  ];
}

function returnMetric(context: MetricContext, { returnOnCost, currency, costMinor }: CostToServe): Metric {
  const { customers, withoutMargin, ratio } = returnOnCost;
  const unknown = withoutMargin.customers;
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
          : [
              phrase("metric.return-on-cost-to-serve.note.no-margin", {
                customers: unknown,
                cost: { minor: withoutMargin.costMinor, currency },
              }),
            ]),
      ],
      "sentence",
    ),
  };
  if (ratio === null) {
    const nobody = unknown === 0 ? "retained" : "retained-margin";
    const reason = costMinor === 0 ? "costs" : customers === 0 ? nobody : "retained-costs";
    return noMetric(context, { ...described, because: phrase(`metric.none.${reason}`) });
  }
  const gain = { minor: returnOnCost.marginMinor, currency };
  const working = phrase("working.return", { gain, cost: { minor: returnOnCost.costMinor, currency } });
  return metric(context, { ...described, value: 100 * ratio, working });
}
