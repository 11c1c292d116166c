import { addDays, type Day, daysBetween, firstDayOfMonth, lastDayOfMonth, monthOf } from "../../calendar.ts";
import type { Span } from "../../figures/customer-days.ts";
import type { CustomerHistory } from "../../figures/customer-history.ts";
import { hasPriceOn, type PricedPiece, pricedPieces } from "../../figures/customer-revenue.ts";
import type { CostPeriod } from "../cost-report.ts";
import { type DailyQuantities, type QuantityList, quantityList } from "./daily-quantities.ts";

/**
 * Everybody who was a customer on a day of a period, laid out for many divisions. Customers are numbered from 0, the lower
 * id first; days are numbered from the period's first.
 */
export type PeriodFacts = {
  readonly period: CostPeriod;
  readonly days: number;
  readonly customerIds: Int32Array;
  /** By customer: the file's segment. */
  readonly segments: readonly (string | null)[];
  /** Where each customer's spans begin in the two lists; one more at the end. */
  readonly spanStarts: Int32Array;
  readonly spanFirsts: Int32Array;
  readonly spanLasts: Int32Array;
  /** Of each currency: what counts as revenue, on days on which they were customers. */
  readonly revenue: ReadonlyMap<string, CurrencyRevenue>;
  /** One for each day with an order. */
  readonly orders: DailyQuantities;
};

export type CurrencyRevenue = {
  readonly payments: DailyQuantities;
  readonly contractMonths: ContractMonths;
};

/** Months of contracts at one price, in parallel lists: everyday units, one more on so many first days of the month. */
export type ContractMonths = {
  readonly customers: Int32Array;
  readonly firsts: Int32Array;
  readonly lasts: Int32Array;
  /** The first day of the month; below zero where it began before the period. */
  readonly monthFirsts: Int32Array;
  readonly unitsPerDay: Float64Array;
  readonly extraDays: Int32Array;
};

/** Takes histories in the order of their ids, and lays out those who were customers in the period. */
export function periodFactsBuilder(period: CostPeriod) {
  const days = daysBetween(period.fromDay, period.toDay) + 1;
  const ids: number[] = [];
  const segments: (string | null)[] = [];
  const spans = { starts: [0], firsts: [] as number[], lasts: [] as number[] };
  const orders = quantityList(days);
  const revenue = new Map<string, RevenueLists>();
  const inCurrency = (currency: string) => {
    const known = revenue.get(currency) ?? revenueLists(days);
    revenue.set(currency, known);
    return known;
  };

  return {
    add(history: CustomerHistory, ofCustomer: readonly Span[]): void {
      const inside = spansInside(ofCustomer, period, days);
      if (inside.length === 0) return;
      const customer = ids.push(history.customerId) - 1;
      segments.push(history.file.segment);
      for (const { first, last } of inside) {
        spans.firsts.push(first);
        spans.lasts.push(last);
      }
      spans.starts.push(spans.firsts.length);
      addPayments(history, { customer, inside, period, orders, inCurrency });
      for (const piece of pricedPieces(history.contracts, period))
        addMonths(inCurrency(piece.monthly.currency).months, customer, piece, period.fromDay);
    },

    finish: (): PeriodFacts => ({
      ...{ period, days, segments },
      customerIds: Int32Array.from(ids),
      spanStarts: Int32Array.from(spans.starts),
      spanFirsts: Int32Array.from(spans.firsts),
      spanLasts: Int32Array.from(spans.lasts),
      revenue: new Map([...revenue].map(([currency, lists]) => [currency, laidOut(lists)])),
      orders: orders.byDay(),
    }),
  };
}

/** Whether customer number `customer` was one on a day. */
export function wasCustomerOn(facts: PeriodFacts, customer: number, day: number): boolean {
  const end = facts.spanStarts[customer + 1] ?? 0;
  for (let at = facts.spanStarts[customer] ?? 0; at < end; at += 1)
    if (day >= (facts.spanFirsts[at] ?? 0) && day <= (facts.spanLasts[at] ?? -1)) return true;
  return false;
}

/** The number of a customer, by bisection; −1 for who was none in the period. */
export function numberOf(facts: PeriodFacts, customerId: number): number {
  const { customerIds } = facts;
  let low = 0;
  let high = customerIds.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const id = customerIds[middle] ?? 0;
    if (id === customerId) return middle;
    if (id < customerId) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

type InsideSpan = { readonly first: number; readonly last: number };

function spansInside(spans: readonly Span[], { fromDay, toDay }: CostPeriod, days: number): InsideSpan[] {
  return spans.flatMap(({ firstDay, lastDay }) => {
    if (firstDay > toDay || (lastDay !== null && lastDay < fromDay)) return [];
    const last = lastDay === null || lastDay >= toDay ? days - 1 : daysBetween(fromDay, lastDay);
    return [{ first: Math.max(0, daysBetween(fromDay, firstDay)), last }];
  });
}

type RevenueLists = ReturnType<typeof revenueLists>;

function revenueLists(days: number) {
  const months = {
    customers: [] as number[],
    firsts: [] as number[],
    lasts: [] as number[],
    monthFirsts: [] as number[],
    unitsPerDay: [] as number[],
    extraDays: [] as number[],
  };
  return { payments: quantityList(days), months };
}

function laidOut({ payments, months }: RevenueLists): CurrencyRevenue {
  return {
    payments: payments.byDay(),
    contractMonths: {
      customers: Int32Array.from(months.customers),
      firsts: Int32Array.from(months.firsts),
      lasts: Int32Array.from(months.lasts),
      monthFirsts: Int32Array.from(months.monthFirsts),
      unitsPerDay: Float64Array.from(months.unitsPerDay),
      extraDays: Int32Array.from(months.extraDays),
    },
  };
}

type Payments = {
  readonly customer: number;
  readonly inside: readonly InsideSpan[];
  readonly period: CostPeriod;
  readonly orders: QuantityList;
  readonly inCurrency: (currency: string) => RevenueLists;
};

/** Orders, refunds and adjustments as `customerRevenue` counts them, each on its day. */
function addPayments(history: CustomerHistory, payments: Payments): void {
  const { customer, inside, period, orders, inCurrency } = payments;
  const add = (day: Day, currency: string, minor: number, isOrder: boolean) => {
    if (day < period.fromDay || day > period.toDay) return;
    const at = daysBetween(period.fromDay, day);
    if (!inside.some(({ first, last }) => at >= first && at <= last)) return;
    if (isOrder) orders.add(at, customer, 1);
    if (minor !== 0) inCurrency(currency).payments.add(at, customer, minor);
  };
  let lastOrderDay: Day | null = null;
  for (const { day, currency, orderedMinor, refundedMinor } of history.amounts) {
    const counted = hasPriceOn(history.contracts, day) ? 0 : orderedMinor;
    // A day with purchases in two currencies is one order.
    const isOrder = orderedMinor > 0 && day !== lastOrderDay;
    if (isOrder) lastOrderDay = day;
    add(day, currency, counted - refundedMinor, isOrder);
  }
  for (const { bookedOn, amount } of history.adjustments) add(bookedOn, amount.currency, amount.minor, false);
}

/** As `pieceMinor` shares a month's price over its days. */
function addMonths(months: RevenueLists["months"], customer: number, piece: PricedPiece, fromDay: Day): void {
  for (let day = piece.fromDay; day <= piece.toDay; ) {
    const monthFirst = firstDayOfMonth(monthOf(day));
    const monthLast = lastDayOfMonth(monthOf(day));
    const last = monthLast < piece.toDay ? monthLast : piece.toDay;
    const monthDays = daysBetween(monthFirst, monthLast) + 1;
    months.customers.push(customer);
    months.firsts.push(daysBetween(fromDay, day));
    months.lasts.push(daysBetween(fromDay, last));
    months.monthFirsts.push(daysBetween(fromDay, monthFirst));
    months.unitsPerDay.push(Math.floor(piece.monthly.minor / monthDays));
    months.extraDays.push(piece.monthly.minor % monthDays);
    day = addDays(last, 1);
  }
}
