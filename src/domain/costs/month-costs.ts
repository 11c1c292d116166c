import { firstDayOfMonth, lastDayOfMonth, type Month, previousMonth } from "../calendar.ts";
import { type PerCustomer, perCustomer } from "../metrics/value.ts";
import type { Money } from "../money.ts";
import { COST_CATEGORIES, type CostCategory, type CostEntry, shareOfDays } from "./cost-entry.ts";

/** Whom a month's costs are divided by. */
export type CustomerBase = {
  /** Customers at the start of the month or who joined in it. */
  readonly served: number;
  /** Customers at the start of the month who still were at its end. */
  readonly retained: number;
};

export type Movement = {
  readonly category: CostCategory;
  readonly minor: number;
  readonly previousMinor: number;
};

/** One currency's costs of a month, in minor units. */
export type CurrencyCosts = {
  readonly currency: string;
  readonly totalMinor: number;
  readonly byCategory: ReadonlyArray<{ readonly category: CostCategory; readonly minor: number }>;
  readonly directMinor: number;
  readonly indirectMinor: number;
  readonly perServed: PerCustomer;
  readonly perRetained: PerCustomer;
  readonly previousTotalMinor: number;
  /** Against the month before; null where that had no costs. */
  readonly changePercent: number | null;
  /** The categories that changed most against the month before, largest change first. */
  readonly movements: readonly Movement[];
};

const TOP_MOVEMENTS = 3;

/**
 * A month's costs per currency, each entry taken by the days it has in the month. Currencies never mix; a currency
 * without costs in this month and the one before does not appear.
 */
export function monthCosts(
  entries: readonly CostEntry[],
  month: Month,
  base: CustomerBase,
): readonly CurrencyCosts[] {
  const currencies = [...new Set(entries.map((entry) => entry.currency))].sort();
  return currencies
    .map((currency) =>
      currencyCosts(
        entries.filter((entry) => entry.currency === currency),
        month,
        base,
      ),
    )
    .filter((costs) => costs.totalMinor !== 0 || costs.previousTotalMinor !== 0);
}

function currencyCosts(entries: readonly CostEntry[], month: Month, base: CustomerBase): CurrencyCosts {
  const currency = entries[0]?.currency ?? "";
  const inMonth = (which: Month) => (entry: CostEntry) =>
    shareOfDays(entry, firstDayOfMonth(which), lastDayOfMonth(which));
  const minorOf = (some: readonly CostEntry[], which = month) => sum(some.map(inMonth(which)));
  const movements = COST_CATEGORIES.map((category) => {
    const own = entries.filter((entry) => entry.category === category);
    return { category, minor: minorOf(own), previousMinor: minorOf(own, previousMonth(month)) };
  });
  const totalMinor = minorOf(entries);
  const previousTotalMinor = minorOf(entries, previousMonth(month));
  const total: Money = { minor: totalMinor, currency };
  return {
    currency,
    totalMinor,
    byCategory: movements
      .map(({ category, minor }) => ({ category, minor }))
      .filter(({ minor }) => minor !== 0),
    directMinor: minorOf(entries.filter((entry) => entry.kind === "direct")),
    indirectMinor: minorOf(entries.filter((entry) => entry.kind === "indirect")),
    perServed: perCustomer(total, base.served),
    perRetained: perCustomer(total, base.retained),
    previousTotalMinor,
    changePercent:
      previousTotalMinor === 0 ? null : (100 * (totalMinor - previousTotalMinor)) / previousTotalMinor,
    movements: topMovements(movements),
  };
}

function topMovements(movements: readonly Movement[]): readonly Movement[] {
  const size = ({ minor, previousMinor }: Movement) => Math.abs(minor - previousMinor);
  return movements
    .filter((movement) => size(movement) > 0)
    .sort((a, b) => size(b) - size(a))
    .slice(0, TOP_MOVEMENTS);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
