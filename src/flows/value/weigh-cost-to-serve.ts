import { addDays, startOfDay } from "../../domain/calendar.ts";
import { ACTIVITY_WINDOW_DAYS } from "../../domain/customers/cohort.ts";
import { rateInForce } from "../../domain/exchange-rates.ts";
import type { Phrase } from "../../domain/phrase.ts";
import type { CustomerPeriod } from "../../domain/value/metrics/customer-period.ts";
import type { Period } from "../../domain/value/metrics/metric.ts";
import { revenueOf } from "../../domain/value/metrics/period-totals.ts";
import { inReport } from "../../domain/value/segments/customer-worth.ts";
import type { SegmentOutcomes } from "../../domain/value/segments/segment-returns.ts";
import type { SegmentRule } from "../../domain/value/segments/segment-rule.ts";
import type { ValuedCustomer } from "../../domain/value/segments/valued-customer.ts";
import type { MetricStore } from "../../store/value/metrics.ts";
import {
  type ReadValuedCustomersDeps,
  type ValueQuestion,
  type Valuing,
  valuingFor,
} from "./read-valued-customers.ts";

export type WeighCostToServeDeps = ReadValuedCustomersDeps & {
  readonly metrics: Pick<MetricStore, "customersOver">;
};

/** Cost to serve of a period; customers count for the segment they were in when it began. */
export type CostToServeQuestion = ValueQuestion & { readonly rule: SegmentRule; readonly period: Period };

export type WeighedCost = {
  readonly currency: string;
  readonly segments: readonly SegmentOutcomes[];
  /** Costs that are in none of them, for want of a rate. */
  readonly leftOut: readonly Phrase[];
};

/** Every segment as the period began, with each customer's cost and retained margin; null without customers. */
export async function weighCostToServe(
  deps: WeighCostToServeDeps,
  question: CostToServeQuestion,
): Promise<WeighedCost | null> {
  const { rule, period, timeZone, clv } = question;
  const valuing = await valuingFor(deps, question);
  const startsAt = startOfDay(period.fromDay, timeZone);
  const { customers } = await valuing.customersAt(startsAt);
  if (customers.length === 0) return null;
  const { byCustomer: costs, leftOut } = await valuing.costsOver(period);
  const retained = await readRetainedRevenue(deps, period, { ...valuing, timeZone, startsAt });
  const { segments, assigned } = rule.assign(customers);
  const outcomes = new Map<string, SegmentOutcomes["outcomes"][number][]>();
  customers.forEach((customer, index) => {
    const key = assigned[index] ?? "";
    const outcome = {
      costMinor: costs.get(customer.customerId) ?? 0,
      marginRetainedMinor: marginOf(customer, retained.get(customer.customerId), clv.marginPercentIfUnknown),
    };
    const known = outcomes.get(key);
    if (known) known.push(outcome);
    else outcomes.set(key, [outcome]);
  });
  const filled = segments.filter(({ key }) => outcomes.has(key));
  return {
    currency: valuing.currency,
    leftOut,
    segments: filled.map(({ key, name }) => ({ key, name, outcomes: outcomes.get(key) ?? [] })),
  };
}

function marginOf(
  { marginPercent }: ValuedCustomer,
  revenueMinor: number | null = 0,
  ifUnknown: number | null,
): number | null {
  const percent = marginPercent ?? ifUnknown;
  if (percent === null || revenueMinor === null) return null;
  return Math.round((revenueMinor * percent) / 100);
}

/** The period's revenue of those who were still customers at its end; null where a rate is missing. */
async function readRetainedRevenue(
  { metrics }: WeighCostToServeDeps,
  period: Period,
  given: Pick<Valuing, "currency" | "rates"> & { readonly timeZone: string; readonly startsAt: Date },
): Promise<Map<number, number | null>> {
  const { timeZone, currency, rates, startsAt } = given;
  const revenue = new Map<number, number | null>();
  const endsAt = startOfDay(addDays(period.toDay, 1), timeZone);
  const cohortPeriod = { ...period, startsAt, endsAt, activityWindowDays: ACTIVITY_WINDOW_DAYS, timeZone };
  await metrics.customersOver(cohortPeriod, (customer: CustomerPeriod) => {
    if (!customer.atEnd) return;
    const amounts = revenueOf(customer, period);
    const valuation = { currency, rates, rateDay: period.toDay };
    const known = amounts.every(
      (amount) =>
        amount.currency === currency || rateInForce(rates, amount.currency, currency, period.toDay) !== null,
    );
    const sum = () => amounts.reduce((total, amount) => total + inReport(amount, valuation), 0);
    revenue.set(customer.customerId, known ? sum() : null);
  });
  return revenue;
}
