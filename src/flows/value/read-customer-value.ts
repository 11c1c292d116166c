import type { Period } from "../../domain/value/metrics/metric.ts";
import { customerLifetimeRevenueMinor } from "../../domain/value/segments/customer-lifetime-revenue.ts";
import { valueCustomer } from "../../domain/value/segments/value-customers.ts";
import { valuePeriod } from "../../domain/value/segments/value-period.ts";
import type { ValuedCustomer } from "../../domain/value/segments/valued-customer.ts";
import type { ValueStore } from "../../store/value/value.ts";
import {
  type NoAnswer,
  orMissingRate,
  type ReadValuedCustomersDeps,
  type ValueQuestion,
} from "./read-valued-customers.ts";
import { reportCurrency } from "./worth-valuation.ts";

export type ReadCustomerValueDeps = Pick<ReadValuedCustomersDeps, "currencies" | "exchangeRates"> & {
  readonly value: Pick<ValueStore, "customerAsOf">;
};

/** What one customer is worth; costs are not part of it. */
export type CustomerValue = {
  readonly currency: string;
  readonly asOf: Date;
  /** The twelve months revenue is of. */
  readonly period: Period;
  /** With `marginClv`, its range, basis and parameters, or why there is none. */
  readonly customer: ValuedCustomer;
  /** Over as many years as the margin CLV, so that the two can stand side by side; null where nothing was bought. */
  readonly lifetimeRevenueMinor: number | null;
};

export type CustomerValueAnswer =
  | { readonly kind: "value"; readonly value: CustomerValue }
  /** They were no customer at the close of the day before. */
  | { readonly kind: "no-customer-then" }
  | NoAnswer;

/** One customer's revenue, lifetime revenue and margin CLV. A missing rate is said with the way to add it. */
export function readCustomerValue(
  deps: ReadCustomerValueDeps,
  question: ValueQuestion & { readonly customerId: number; readonly asOf: Date },
): Promise<CustomerValueAnswer> {
  return orMissingRate(deps, async () => {
    const { asOf, customerId, clv, timeZone } = question;
    const moment = valuePeriod(asOf, timeZone);
    const { period } = moment;
    const facts = await deps.value.customerAsOf(moment, customerId);
    if (facts === null) return { kind: "no-customer-then" };
    const currency = await reportCurrency(deps, question.currency ?? facts.currency);
    const rates = await deps.exchangeRates.all();
    const customer = valueCustomer(facts, {
      currency,
      rates,
      rateDay: period.toDay,
      period,
      clv,
    });
    const lifetimeRevenueMinor = customerLifetimeRevenueMinor(customer, clv.years);
    return { kind: "value", value: { currency, asOf, period, customer, lifetimeRevenueMinor } };
  });
}
