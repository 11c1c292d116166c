import { maySeeMoney, type Place } from "../../domain/access.ts";
import type { DataUpTo } from "../../domain/as-of.ts";
import {
  addDays,
  firstDayOfMonth,
  lastDayOfMonth,
  localTime,
  type Month,
  monthOf,
  previousMonth,
} from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { type CustomerCosts, customerCosts, customerMonth } from "../../domain/costs/customer-costs.ts";
import type { Customer, Member } from "../../domain/customer.ts";
import type { ClvParameters } from "../../domain/value/metrics/margin-clv.ts";
import type { CostAllocationStore } from "../../store/costs/cost-allocation.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";
import type { SourceDayStore } from "../../store/risk/source-days.ts";
import { type NoteMoneyReadDeps, noteMoneyRead } from "../customers/note-money-read.ts";
import { type CustomerValue, type ReadCustomerValueDeps, readCustomerValue } from "./read-customer-value.ts";
import { type NoAnswer, orMissingRate } from "./read-valued-customers.ts";
import { reportCurrency } from "./worth-valuation.ts";

export type ShowCustomerCostsDeps = ReadCustomerValueDeps &
  NoteMoneyReadDeps & {
    readonly customers: Pick<CustomerStore, "find">;
    readonly sourceDays: Pick<SourceDayStore, "dataUpTo">;
    readonly costAllocation: Pick<CostAllocationStore, "ofCustomer">;
    readonly clock: Clock;
    readonly clv: ClvParameters;
    /** Of the ledger's days. */
    readonly timeZone: string;
  };

export type ShownCustomerCosts =
  | {
      readonly kind: "costs";
      readonly customer: Pick<Customer, "id" | "name">;
      readonly costs: CustomerCosts;
      /** Null where the customer was none, or ended. */
      readonly value: CustomerValue | null;
      readonly dataUpTo: DataUpTo | null;
      readonly readAt: Date;
    }
  | { readonly kind: "gone" | "not-your-account" }
  | NoAnswer;

const MONTHS_OF_TREND = 3;

/** What one customer cost and brought in the last twelve complete months, for a reader who may see it there. */
export async function showCustomerCosts(
  deps: ShowCustomerCostsDeps,
  request: { readonly customerId: number; readonly reader: Member; readonly place: Place },
): Promise<ShownCustomerCosts> {
  const { customerId, reader, place } = request;
  const readAt = deps.clock();
  const customer = await deps.customers.find(customerId);
  if (customer === null) return { kind: "gone" };
  if (!maySeeMoney(reader, customer, place)) return { kind: "not-your-account" };
  const surface = "customer-costs";
  await noteMoneyRead(deps, { reader, surface, customerIds: [customerId], at: readAt });
  return orMissingRate(deps, async () => {
    const currency = await reportCurrency(deps, customer.currency);
    const costs = await costsOf(deps, customerId, currency, readAt);
    const { clv, timeZone } = deps;
    const answer = await readCustomerValue(deps, { customerId, asOf: readAt, currency, clv, timeZone });
    const value = answer.kind === "value" ? answer.value : null;
    const dataUpTo = await deps.sourceDays.dataUpTo(customer.source, readAt);
    return { kind: "costs", customer, costs, value, dataUpTo, readAt };
  });
}

async function costsOf(
  { costAllocation, timeZone }: ShowCustomerCostsDeps,
  customerId: number,
  currency: string,
  now: Date,
): Promise<CustomerCosts> {
  const lastMonth = previousMonth(monthOf(localTime(now, timeZone).day));
  const period = {
    fromDay: firstDayOfMonth(monthOf(addDays(lastDayOfMonth(lastMonth), -350))),
    toDay: lastDayOfMonth(lastMonth),
  };
  const parts = await costAllocation.ofCustomer({ ...period, timeZone, currency }, customerId);
  const months = [];
  for (const month of monthsUntil(lastMonth)) {
    const days = { fromDay: firstDayOfMonth(month), toDay: lastDayOfMonth(month) };
    const own = await costAllocation.ofCustomer({ ...days, timeZone, currency }, customerId);
    months.push(customerMonth(month, own));
  }
  return customerCosts(period, currency, parts, months);
}

/** The months of the trend, oldest first. */
function monthsUntil(last: Month): Month[] {
  const months = [last];
  while (months.length < MONTHS_OF_TREND) months.unshift(previousMonth(months[0] ?? last));
  return months;
}
