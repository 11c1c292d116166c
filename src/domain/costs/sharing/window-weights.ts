import type { CostDriver } from "../cost-entry.ts";
import { addDaily, type DailyQuantities } from "./daily-quantities.ts";
import type { ContractMonths, PeriodFacts } from "./period-facts.ts";

/** Tickets opened, touches and their minutes, only on days on which the customer was one. */
export type CountedDriver = "tickets" | "touches" | "minutes";

export type WeighedFacts = {
  readonly facts: PeriodFacts;
  /** Of every driver that a pool is shared by. */
  readonly counted: ReadonlyMap<CountedDriver, DailyQuantities>;
  /** Minor units of the report's currency at the rate of the period's last day; null: no rate is stated. */
  readonly convert: (minor: number, currency: string) => number | null;
};

/** What everybody has of a stretch of days, by customer number; overwritten by the next question. */
export type WindowWeights = {
  /** Days on which they were customers. */
  readonly days: Float64Array;
  /** Of the driver, never below zero. */
  readonly quantities: Float64Array;
};

/** Answers for one stretch of days and driver after the other; what is alike is worked out once if it follows itself. */
export function windowWeigher({ facts, counted, convert }: WeighedFacts) {
  const count = facts.customerIds.length;
  const days = new Float64Array(count);
  const quantities = new Float64Array(count);
  const ofCurrency = new Float64Array(count);
  let known = { first: -1, last: -1, driver: null as CostDriver | null };

  const addRevenue = (first: number, last: number) => {
    for (const [currency, { payments, contractMonths }] of facts.revenue) {
      ofCurrency.fill(0);
      addDaily(payments, first, last, ofCurrency);
      addContractDays(contractMonths, first, last, ofCurrency);
      for (let customer = 0; customer < count; customer += 1) {
        const minor = ofCurrency[customer] ?? 0;
        if (minor !== 0) quantities[customer] = (quantities[customer] ?? 0) + (convert(minor, currency) ?? 0);
      }
    }
    // Whoever got back more than they brought carries none of what is shared by revenue.
    for (let customer = 0; customer < count; customer += 1)
      if ((quantities[customer] ?? 0) < 0) quantities[customer] = 0;
  };

  return (driver: CostDriver, first: number, last: number): WindowWeights => {
    const sameDays = first === known.first && last === known.last;
    if (!sameDays) countDays(facts, first, last, days);
    if (!sameDays || driver !== known.driver) {
      quantities.fill(0);
      if (driver === "equal") quantities.set(days);
      else if (driver === "revenue") addRevenue(first, last);
      else {
        const list = driver === "orders" ? facts.orders : counted.get(driver);
        if (list === undefined) throw new Error(`Nobody read the ${driver} to share costs by.`);
        addDaily(list, first, last, quantities);
      }
    }
    known = { first, last, driver };
    return { days, quantities };
  };
}

function countDays(facts: PeriodFacts, first: number, last: number, days: Float64Array): void {
  const { spanStarts, spanFirsts, spanLasts } = facts;
  for (let customer = 0; customer < days.length; customer += 1) {
    let sum = 0;
    const end = spanStarts[customer + 1] ?? 0;
    for (let at = spanStarts[customer] ?? 0; at < end; at += 1) {
      const from = Math.max(first, spanFirsts[at] ?? 0);
      const to = Math.min(last, spanLasts[at] ?? -1);
      if (to >= from) sum += to - from + 1;
    }
    days[customer] = sum;
  }
}

function addContractDays(months: ContractMonths, first: number, last: number, into: Float64Array): void {
  const { customers, firsts, lasts, monthFirsts, unitsPerDay, extraDays } = months;
  for (let at = 0; at < customers.length; at += 1) {
    const from = Math.max(first, firsts[at] ?? 0);
    const to = Math.min(last, lasts[at] ?? -1);
    if (from > to) continue;
    const before = from - (monthFirsts[at] ?? 0);
    const until = to + 1 - (monthFirsts[at] ?? 0);
    const extra = extraDays[at] ?? 0;
    const minor =
      (until - before) * (unitsPerDay[at] ?? 0) + Math.min(until, extra) - Math.min(before, extra);
    const customer = customers[at] ?? 0;
    into[customer] = (into[customer] ?? 0) + minor;
  }
}
