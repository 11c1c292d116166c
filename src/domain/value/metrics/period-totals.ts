import { addDays, type Day } from "../../calendar.ts";
import type { Cohort } from "../../customers/cohort.ts";
import { MissingRateError } from "../../exchange-rates.ts";
import { cohortCount } from "../../figures/cohort-count.ts";
import { type Convert, convertedRevenue } from "../../figures/converted-revenue.ts";
import { type CustomerTurn, customerSpans, customerTurn } from "../../figures/customer-days.ts";
import type { CustomerHistory } from "../../figures/customer-history.ts";
import { daysBefore, monthlyAcross, runningAtClose } from "../../figures/monthly-at-close.ts";
import type { Money } from "../../money.ts";
import type { Phrase } from "../../phrase.ts";
import { missingRate } from "../missing-rate.ts";
import type { Period } from "./metric.ts";
import {
  type KeptCustomer,
  type ReturnOnCostToServe,
  returnOnCostToServe,
} from "./return-on-cost-to-serve.ts";
import { NO_MOVEMENT, type RevenueMovement, withRevenuePair } from "./revenue-retention.ts";

/** A figure, or why there is none. */
export type Known<Value> = { readonly value: Value } | { readonly missing: Phrase };

/** Sums of a period over all customers, in whole minor units of the report's currency. */
export type PeriodTotals = {
  readonly cohort: Cohort;
  /** All that a customer orders on one day is one order, in whatever currencies. */
  readonly orders: number;
  readonly buyers: number;
  readonly repeatBuyers: number;
  readonly orderedMinor: Known<number>;
  readonly revenue: Known<RevenueTotals>;
  readonly acquisition: {
    readonly joined: number;
    readonly known: number;
    readonly costMinor: Known<number>;
  };
  readonly contracts: Known<RevenueMovement>;
  readonly buyersWithoutContract: Known<RevenueMovement>;
  /** Contracts at the start whose price is not known, then or at the end. */
  readonly contractsLeftOut: number;
  readonly returnOnCost: Known<ReturnOnCostToServe>;
};

export type RevenueTotals = {
  readonly netMinor: number;
  readonly adjustmentsMinor: number;
  readonly ordersNotCountedMinor: number;
};

export type PeriodTotalsInput = {
  readonly period: Period;
  readonly convert: Convert;
  /** For customers whose file names no margin; null: theirs is not known. */
  readonly marginPercentIfUnknown: number | null;
};

/** Adds customers up one at a time, so that no more than one history has to be held. */
export function periodTotals(input: PeriodTotalsInput) {
  const { period, convert } = input;
  const before = daysBefore(period);
  const cohort = cohortCount();
  const orders = { orders: 0, buyers: 0, repeatBuyers: 0 };
  const acquired = { joined: 0, known: 0 };
  let contractsLeftOut = 0;
  const ordered = unlessMissing(0);
  const revenue = unlessMissing<RevenueTotals>({
    netMinor: 0,
    adjustmentsMinor: 0,
    ordersNotCountedMinor: 0,
  });
  const acquisitionCost = unlessMissing(0);
  const contracts = unlessMissing(NO_MOVEMENT);
  const buyers = unlessMissing(NO_MOVEMENT);
  const kept = unlessMissing<KeptBeforeCosts[]>([]);

  const addMovement = (history: CustomerHistory): void => {
    if (runningAtClose(history.contracts, addDays(period.fromDay, -1)).length === 0) {
      buyers.change((movement) => {
        const beforeMinor = convertedRevenue(history, before, convert).netMinor;
        // Who had nothing before is in no movement: a currency without a rate is no matter then.
        if (beforeMinor <= 0) return movement;
        return withRevenuePair(movement, {
          beforeMinor,
          nowMinor: convertedRevenue(history, period, convert).netMinor,
        });
      });
      return;
    }
    const prices = monthlyAcross(history.contracts, period);
    if (prices === null) contractsLeftOut += 1;
    else
      contracts.change((movement) =>
        withRevenuePair(movement, {
          beforeMinor: summed(prices.before, convert),
          nowMinor: summed(prices.now, convert),
        }),
      );
  };

  const addKept = (history: CustomerHistory, { atStart, atEnd }: CustomerTurn): void => {
    if (!(atStart && atEnd)) return;
    kept.change((all) => {
      all.push({
        customerId: history.customerId,
        revenueMinor: convertedRevenue(history, period, convert).netMinor,
        marginPercent: history.file.marginPercent ?? input.marginPercentIfUnknown,
      });
      return all;
    });
  };

  return {
    /** @param history from the first day of `daysBefore` to the period's last */
    add(history: CustomerHistory): void {
      const turn = customerTurn(customerSpans(history), period);
      cohort.add(turn);
      const orderDays = new Set(
        history.purchases.flatMap(({ bookedOn }) => (isWithin(bookedOn, period) ? [bookedOn] : [])),
      ).size;
      orders.orders += orderDays;
      orders.buyers += Number(orderDays > 0);
      orders.repeatBuyers += Number(orderDays > 1);
      ordered.change((sum) => sum + summed(orderedIn(history, period), convert));
      revenue.change((sum) => addedUp(sum, convertedRevenue(history, period, convert)));
      if (turn.joined) {
        acquired.joined += 1;
        const { acquisitionCost: cost } = history.file;
        acquired.known += Number(cost !== null);
        if (cost !== null) acquisitionCost.change((sum) => sum + convert(cost));
      }
      addMovement(history);
      addKept(history, turn);
    },

    /** @param costs what of the period's costs falls on each customer */
    totals(costs: ReadonlyMap<number, number>): PeriodTotals {
      const settled = kept.known();
      return {
        cohort: cohort.cohort(),
        ...orders,
        orderedMinor: ordered.known(),
        revenue: revenue.known(),
        acquisition: { ...acquired, costMinor: acquisitionCost.known() },
        contracts: contracts.known(),
        buyersWithoutContract: buyers.known(),
        contractsLeftOut,
        returnOnCost: "missing" in settled ? settled : { value: returnOn(settled.value, costs) },
      };
    },
  };
}

type KeptBeforeCosts = Omit<KeptCustomer, "costMinor"> & { readonly customerId: number };

const returnOn = (kept: readonly KeptBeforeCosts[], costs: ReadonlyMap<number, number>) =>
  returnOnCostToServe(
    kept.map(({ customerId, ...one }) => ({ ...one, costMinor: costs.get(customerId) ?? 0 })),
  );

/**
 * A sum that is not known as soon as one amount in it has no rate. All customers are looked at all the same, so that
 * every currency that lacks one is named, in the order of their codes.
 */
function unlessMissing<Value>(start: Value) {
  let value = start;
  const missing = new Map<string, MissingRateError>();
  return {
    change(next: (value: Value) => Value): void {
      try {
        value = next(value);
      } catch (error) {
        if (!(error instanceof MissingRateError)) throw error;
        missing.set(error.fromCurrency, error);
      }
    },
    known(): Known<Value> {
      const [first, ...others] = [...missing.values()].sort((a, b) =>
        a.fromCurrency < b.fromCurrency ? -1 : 1,
      );
      if (first === undefined) return { value };
      return {
        missing: missingRate(
          first,
          others.map(({ fromCurrency }) => fromCurrency),
        ),
      };
    },
  };
}

const addedUp = (a: RevenueTotals, b: RevenueTotals): RevenueTotals => ({
  netMinor: a.netMinor + b.netMinor,
  adjustmentsMinor: a.adjustmentsMinor + b.adjustmentsMinor,
  ordersNotCountedMinor: a.ordersNotCountedMinor + b.ordersNotCountedMinor,
});

const isWithin = (day: Day, { fromDay, toDay }: Period) => day >= fromDay && day <= toDay;

const summed = (amounts: readonly Money[], convert: Convert) =>
  amounts.reduce((sum, amount) => sum + convert(amount), 0);

/** What a customer ordered in a period, before refunds; one sum a currency, so that it is converted once. */
function orderedIn({ amounts }: CustomerHistory, period: Period): Money[] {
  const sums = new Map<string, number>();
  for (const { day, currency, orderedMinor } of amounts)
    if (isWithin(day, period)) sums.set(currency, (sums.get(currency) ?? 0) + orderedMinor);
  return [...sums].map(([currency, minor]) => ({ currency, minor }));
}
