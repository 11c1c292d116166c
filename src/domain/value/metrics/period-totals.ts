import type { Money } from "../../money.ts";
import { contractRevenueMinor } from "./contract-revenue.ts";
import type { CustomerPeriod } from "./customer-period.ts";
import type { Period } from "./metric.ts";
import { NO_MOVEMENT, type RevenueMovement, type RevenuePair, withRevenuePair } from "./revenue-retention.ts";

/** Sums of a period over all customers, each amount in its own currency. */
export type PeriodTotals = {
  readonly orders: number;
  readonly buyers: number;
  readonly repeatBuyers: number;
  readonly ordered: readonly Money[];
  /** Contracts' monthly revenue, and orders minus refunds of everybody else. */
  readonly revenue: readonly Money[];
  readonly acquisition: { readonly joined: number; readonly known: number; readonly cost: readonly Money[] };
  readonly contracts: readonly CurrencyMovement[];
  readonly buyersWithoutContract: readonly CurrencyMovement[];
  /** Contracts at the start whose monthly revenue cannot be compared: not known, or in another currency by now. */
  readonly contractsLeftOut: number;
  readonly marginRetained: {
    readonly amounts: readonly Money[];
    readonly customers: number;
    readonly unknown: number;
  };
};

export type CurrencyMovement = { readonly currency: string; readonly movement: RevenueMovement };

/** Adds customers up one at a time, so that no more than one has to be held. */
export function periodTotals(period: Period, marginPercentIfUnknown: number | null) {
  const counts = { orders: 0, buyers: 0, repeatBuyers: 0, joined: 0, costKnown: 0, leftOut: 0 };
  const margin = { customers: 0, unknown: 0 };
  const ordered = currencySums();
  const revenue = currencySums();
  const acquisition = currencySums();
  const marginRetained = currencySums();
  const contracts = currencyMovements();
  const buyers = currencyMovements();

  const addRevenue = (customer: CustomerPeriod): void => {
    const amounts = revenueOf(customer, period);
    const retained = customer.atStart && customer.atEnd;
    const percent = customer.marginPercent ?? marginPercentIfUnknown;
    for (const { minor, currency } of amounts) {
      revenue.add(minor, currency);
      if (retained && percent !== null) marginRetained.add((minor * percent) / 100, currency);
    }
    if (!retained) return;
    if (percent === null) margin.unknown += 1;
    else margin.customers += 1;
  };

  const addMovement = (customer: CustomerPeriod): void => {
    if (!customer.hasContract) {
      for (const { currency, ...amount } of customer.amounts) {
        const beforeMinor = amount.previousOrderedMinor - amount.previousRefundedMinor;
        buyers.add({ beforeMinor, nowMinor: amount.orderedMinor - amount.refundedMinor }, currency);
      }
      return;
    }
    const pair = contractPair(customer);
    if (pair === "left-out") counts.leftOut += 1;
    else if (pair !== null) contracts.add(pair, pair.currency);
  };

  return {
    add(customer: CustomerPeriod): void {
      counts.orders += customer.orders;
      counts.buyers += customer.orders > 0 ? 1 : 0;
      counts.repeatBuyers += customer.orders > 1 ? 1 : 0;
      for (const { orderedMinor, currency } of customer.amounts) ordered.add(orderedMinor, currency);
      if (customer.isNew) {
        counts.joined += 1;
        const { acquisitionCost } = customer;
        if (acquisitionCost !== null) {
          counts.costKnown += 1;
          acquisition.add(acquisitionCost.minor, acquisitionCost.currency);
        }
      }
      addRevenue(customer);
      addMovement(customer);
    },

    totals(): PeriodTotals {
      return {
        orders: counts.orders,
        buyers: counts.buyers,
        repeatBuyers: counts.repeatBuyers,
        ordered: ordered.sums(),
        revenue: revenue.sums(),
        acquisition: { joined: counts.joined, known: counts.costKnown, cost: acquisition.sums() },
        contracts: contracts.movements(),
        buyersWithoutContract: buyers.movements(),
        contractsLeftOut: counts.leftOut,
        marginRetained: { amounts: marginRetained.sums(), ...margin },
      };
    },
  };
}

/**
 * A customer's revenue in a period per currency: a contract's monthly revenue by its days, else orders minus refunds;
 * never both, as an order under a contract may be what the monthly revenue is for.
 */
export function revenueOf(customer: CustomerPeriod, period: Period): Money[] {
  const monthly = customer.hasContract ? (customer.monthlyAtEnd ?? customer.monthlyAtStart) : null;
  if (monthly !== null) return [{ ...monthly, minor: contractRevenueMinor(monthly.minor, customer, period) }];
  return customer.amounts.map(({ currency, orderedMinor, refundedMinor }) => ({
    minor: orderedMinor - refundedMinor,
    currency,
  }));
}

/** Monthly revenue at the start against the end; nothing once the contract has ended. */
function contractPair(
  customer: CustomerPeriod,
): (RevenuePair & { readonly currency: string }) | "left-out" | null {
  const { atStart, atEnd, monthlyAtStart, monthlyAtEnd } = customer;
  if (!atStart) return null;
  if (monthlyAtStart === null) return "left-out";
  const { minor: beforeMinor, currency } = monthlyAtStart;
  if (!atEnd) return { beforeMinor, nowMinor: 0, currency };
  if (monthlyAtEnd === null || monthlyAtEnd.currency !== currency) return "left-out";
  return { beforeMinor, nowMinor: monthlyAtEnd.minor, currency };
}

function currencySums() {
  const sums = new Map<string, number>();
  return {
    add: (minor: number, currency: string) => void sums.set(currency, (sums.get(currency) ?? 0) + minor),
    sums: (): Money[] =>
      [...sums]
        .map(([currency, minor]) => ({ currency, minor: Math.round(minor) }))
        .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
  };
}

function currencyMovements() {
  const movements = new Map<string, RevenueMovement>();
  return {
    add: (pair: RevenuePair, currency: string) =>
      void movements.set(currency, withRevenuePair(movements.get(currency) ?? NO_MOVEMENT, pair)),
    movements: (): CurrencyMovement[] =>
      [...movements]
        .map(([currency, movement]) => ({ currency, movement }))
        .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
  };
}
