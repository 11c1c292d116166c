import { phrase } from "../../phrase.ts";
import { convertedParts, type Rates, tracedRate } from "./converted-parts.ts";
import type { Payment } from "./revenue-rows.ts";
import { NOTHING_TOLD, type TracedCustomer, type TraceRow } from "./trace.ts";

/**
 * One customer's orders with what they came to before refunds. All of one day are one order: the first of them is divided
 * by, the others are not.
 * @throws MissingRateError
 */
export function orderRows(customer: TracedCustomer, payments: readonly Payment[], by: Rates): TraceRow[] {
  const orders = payments.filter(({ kind }) => kind === "order");
  const days = new Set<string>();
  const over = orders.map(({ day }) => Number(!days.has(day) && days.add(day).size > 0));
  const amounts = new Map<Payment, number>();
  for (const currency of new Set(orders.map(({ money }) => money.currency))) {
    const own = orders.filter(({ money }) => money.currency === currency);
    const minors = own.map(({ money }) => money.minor);
    convertedParts(minors, currency, by).forEach((minor, index) => {
      const order = own[index];
      if (order) amounts.set(order, minor);
    });
  }
  return orders.map((order, index) => ({
    ...NOTHING_TOLD,
    ...{ kind: "order", id: order.id, customer, fromDay: order.day, toDay: order.day },
    what: phrase(over[index] === 1 ? "trace.order" : "trace.order.same-day"),
    original: order.money,
    rate: tracedRate(order.money.currency, by),
    amount: amounts.get(order) ?? 0,
    over: over[index] ?? 0,
  }));
}

/** One customer by how many orders they made: all of them, or whether it was more than one. */
export function buyerRows(
  customer: TracedCustomer,
  payments: readonly Payment[],
  counted: "orders" | "repeats",
): TraceRow[] {
  const orders = new Set(payments.filter(({ kind }) => kind === "order").map(({ day }) => day)).size;
  if (orders === 0) return [];
  return [
    {
      ...NOTHING_TOLD,
      ...{ kind: "customer", customer },
      what: phrase("trace.customer.ordered", { orders }),
      amount: counted === "orders" ? orders : Number(orders > 1),
      over: 1,
    },
  ];
}
