import type { CostPeriod } from "../cost-report.ts";
import type { DailyQuantities } from "./daily-quantities.ts";
import {
  type ContractMonths,
  type CurrencyRevenue,
  type PeriodFacts,
  periodFactsBuilder,
} from "./period-facts.ts";

/** A list of a part, and how many customers the parts before it have. */
type Placed<List> = readonly [list: List, before: number];

/** The facts of everybody from those of ranges of them, in the order of their ids: as if one had laid them out. */
export function joinedFacts(period: CostPeriod, parts: readonly PeriodFacts[]): PeriodFacts {
  const [first = periodFactsBuilder(period).finish()] = parts;
  const before = numbersBefore(parts.map(({ customerIds }) => customerIds.length));
  const spansBefore = numbersBefore(parts.map(({ spanFirsts }) => spanFirsts.length));
  const placed = parts.map((part, at) => [part, before[at] ?? 0] as const);
  const currencies = new Set(parts.flatMap(({ revenue }) => [...revenue.keys()]));
  const inCurrency = (currency: string) =>
    placed.flatMap(([{ revenue }, numbers]): Placed<CurrencyRevenue>[] => {
      const own = revenue.get(currency);
      return own === undefined ? [] : [[own, numbers]];
    });
  return {
    ...{ period, days: first.days },
    customerIds: joined(parts.map(({ customerIds }) => customerIds)),
    segments: parts.flatMap(({ segments }) => segments),
    spanStarts: joined([
      Int32Array.of(0),
      ...parts.map(({ spanStarts }, at) => moved(spanStarts.subarray(1), spansBefore[at] ?? 0)),
    ]),
    spanFirsts: joined(parts.map(({ spanFirsts }) => spanFirsts)),
    spanLasts: joined(parts.map(({ spanLasts }) => spanLasts)),
    revenue: new Map(
      [...currencies].map((currency) => [currency, joinedRevenue(first.days, inCurrency(currency))]),
    ),
    orders: joinedDaily(
      first.days,
      placed.map(([{ orders }, numbers]) => [orders, numbers]),
    ),
  };
}

/** How much all before each of them come to. */
function numbersBefore(counts: readonly number[]): number[] {
  let sum = 0;
  return counts.map((count) => {
    sum += count;
    return sum - count;
  });
}

function joinedRevenue(days: number, parts: readonly Placed<CurrencyRevenue>[]): CurrencyRevenue {
  return {
    payments: joinedDaily(
      days,
      parts.map(([{ payments }, numbers]) => [payments, numbers]),
    ),
    contractMonths: joinedMonths(parts.map(([{ contractMonths }, numbers]) => [contractMonths, numbers])),
  };
}

function joinedMonths(parts: readonly Placed<ContractMonths>[]): ContractMonths {
  const lists = (name: "firsts" | "lasts" | "monthFirsts" | "extraDays") =>
    joined(parts.map(([months]) => months[name]));
  return {
    customers: joined(parts.map(([{ customers }, numbers]) => moved(customers, numbers))),
    ...{ firsts: lists("firsts"), lasts: lists("lasts"), monthFirsts: lists("monthFirsts") },
    unitsPerDay: joined(parts.map(([{ unitsPerDay }]) => unitsPerDay)),
    extraDays: lists("extraDays"),
  };
}

/** Day by day, and on each the parts in their order. */
function joinedDaily(days: number, parts: readonly Placed<DailyQuantities>[]): DailyQuantities {
  const length = parts.reduce((sum, [{ customers }]) => sum + customers.length, 0);
  const laid = {
    starts: new Int32Array(days + 1),
    customers: new Int32Array(length),
    quantities: new Float64Array(length),
  };
  let to = 0;
  for (let day = 0; day < days; day += 1) {
    for (const [{ starts, customers, quantities }, numbers] of parts)
      for (let at = starts[day] ?? 0; at < (starts[day + 1] ?? 0); at += 1) {
        laid.customers[to] = (customers[at] ?? 0) + numbers;
        laid.quantities[to] = quantities[at] ?? 0;
        to += 1;
      }
    laid.starts[day + 1] = to;
  }
  return laid;
}

const moved = (numbers: Int32Array, by: number) =>
  by === 0 ? numbers : numbers.map((number) => number + by);

function joined<List extends Int32Array | Float64Array>(lists: readonly List[]): List {
  const length = lists.reduce((sum, list) => sum + list.length, 0);
  const all = (lists[0] instanceof Float64Array ? new Float64Array(length) : new Int32Array(length)) as List;
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}
