import { addDays, type Day, daysBetween } from "../../src/domain/calendar.ts";
import { type InScope, largestRemainder, weigh } from "../../src/domain/costs/allocation.ts";
import { parseAppliesTo, targetName } from "../../src/domain/costs/applies-to.ts";
import type { CostDriver, CostEntry } from "../../src/domain/costs/cost-entry.ts";
import type { CostPeriod } from "../../src/domain/costs/cost-report.ts";
import { convertMoney, type ExchangeRate } from "../../src/domain/exchange-rates.ts";
import { customerSpans } from "../../src/domain/figures/customer-days.ts";
import type { CustomerHistory } from "../../src/domain/figures/customer-history.ts";
import { customerRevenue } from "../../src/domain/figures/customer-revenue.ts";
import { shareOfDays } from "../../src/domain/figures/share-of-days.ts";

/** What the file knows of a customer, as far as costs are concerned; all days are those of the reported zone. */
export type FileCustomer = {
  readonly id: number;
  readonly source: string;
  readonly externalId: string;
  readonly segment: string | null;
  readonly currency: string | null;
  readonly monthlyRevenueMinor: number | null;
  readonly renewsOn: Day | null;
  readonly startedOn: Day | null;
  readonly endedOn: Day | null;
  readonly acquisitionCostMinor: number | null;
  readonly sales: readonly {
    day: Day;
    kind: "order" | "refund" | "usage";
    minor: number;
    currency: string;
  }[];
  readonly tickets: readonly { source: string; externalId: string; day: Day }[];
  readonly touches: readonly { source: string; externalId: string; day: Day; minutes: number }[];
  readonly suggestions: readonly { playbook: string; day: Day }[];
};

export type ReferenceInput = {
  /** By customer id, of those days; `historyOf` where the store gave none. */
  readonly histories?: ReadonlyMap<number, CustomerHistory>;
  readonly entries: readonly CostEntry[];
  readonly customers: readonly FileCustomer[];
  readonly rates: readonly ExchangeRate[];
  readonly period: CostPeriod;
  readonly currency: string;
};

export type ReferencePart = { readonly direct: number; readonly indirect: number };
export type ReferenceAllocation = {
  readonly total: ReferencePart;
  readonly unallocated: ReferencePart;
  readonly byCustomer: ReadonlyMap<number, ReferencePart>;
  /** Parts by pool, in the pool's order, for looking at one division at a time. */
  readonly pools: readonly { minor: number; parts: readonly number[] }[];
};

/** A customer who was written once, before anything of it happened. */
function historyOf(c: FileCustomer): CustomerHistory {
  const isContract = c.startedOn !== null && (c.monthlyRevenueMinor !== null || c.renewsOn !== null);
  const monthly =
    c.monthlyRevenueMinor === null || c.currency === null
      ? null
      : { minor: c.monthlyRevenueMinor, currency: c.currency };
  const { startedOn, endedOn } = c;
  const prices = [{ fromDay: startedOn ?? "", monthly }];
  const orders = c.sales.filter(({ kind, minor }) => kind === "order" && minor > 0);
  const file = { segment: c.segment, ownerEmail: null, country: null, marginPercent: null };
  return {
    ...{ customerId: c.id, externalId: c.externalId, name: c.externalId, lastPurchaseBefore: null },
    file: { ...file, acquisitionCost: null },
    contracts: isContract && startedOn !== null ? [{ startedOn, endedOn, continues: false, prices }] : [],
    ends: !isContract && endedOn !== null ? [{ endedOn, resumedOn: null }] : [],
    purchases: orders.map(({ day }) => ({ bookedOn: day, day })),
    amounts: c.sales.map(({ day, kind, minor, currency }) => ({
      ...{ day, currency },
      orderedMinor: kind === "order" ? minor : 0,
      refundedMinor: kind === "refund" ? minor : 0,
    })),
    adjustments: [],
  };
}

/** Who has none never had a contract nor bought. */
function historyIn({ histories }: ReferenceInput, c: FileCustomer): CustomerHistory | undefined {
  return histories === undefined ? historyOf(c) : histories.get(c.id);
}

/** The days of a stretch on which somebody was a customer. */
export function customerDays(c: FileCustomer, days: CostPeriod, input: ReferenceInput): Day[] {
  const history = historyIn(input, c);
  const spans = history === undefined ? [] : customerSpans(history);
  return Array.from({ length: daysBetween(days.fromDay, days.toDay) + 1 }, (_, at) =>
    addDays(days.fromDay, at),
  ).filter((day) =>
    spans.some(({ firstDay, lastDay }) => firstDay <= day && (lastDay === null || day <= lastDay)),
  );
}

const within = (day: Day, { fromDay, toDay }: CostPeriod) => fromDay <= day && day <= toDay;

function overlap(a: CostPeriod, b: CostPeriod): CostPeriod | null {
  const fromDay = a.fromDay > b.fromDay ? a.fromDay : b.fromDay;
  const toDay = a.toDay < b.toDay ? a.toDay : b.toDay;
  return fromDay <= toDay ? { fromDay, toDay } : null;
}

/** Revenue of some days, day by day, converted once for each currency. */
function revenueOf(c: FileCustomer, days: readonly Day[], input: ReferenceInput): bigint {
  const history = historyIn(input, c);
  const byCurrency = new Map<string, number>();
  if (history !== undefined)
    for (const day of days)
      for (const { currency, netMinor } of customerRevenue(history, { fromDay: day, toDay: day }))
        byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + netMinor);
  let total = 0;
  for (const [currency, minor] of byCurrency)
    total += convertMoney({ minor, currency }, input.currency, input.period.toDay, input.rates).money.minor;
  return BigInt(Math.max(total, 0));
}

function quantityOf(
  c: FileCustomer,
  driver: CostDriver,
  days: readonly Day[],
  input: ReferenceInput,
): bigint {
  const on = new Set(days);
  const inDays = <T extends { day: Day }>(rows: readonly T[]) => rows.filter(({ day }) => on.has(day));
  switch (driver) {
    case "equal":
      return BigInt(days.length);
    case "revenue":
      return revenueOf(c, days, input);
    case "orders": {
      const orders = inDays(c.sales).filter(({ kind, minor }) => kind === "order" && minor > 0);
      return BigInt(new Set(orders.map(({ day }) => day)).size);
    }
    case "tickets":
      return BigInt(inDays(c.tickets).length);
    case "touches":
      return BigInt(inDays(c.touches).length);
    case "minutes":
      return BigInt(inDays(c.touches).reduce((sum, { minutes }) => sum + minutes, 0));
  }
}

/** Whom a name means: the row of the entry's source, else the oldest. */
function meant<T extends { source: string; externalId: string }>(
  rows: readonly T[],
  name: string,
  source: string,
): T | undefined {
  const own = rows.filter(({ externalId }) => externalId === name);
  return own.find((row) => row.source === source) ?? own[0];
}

function inScope(
  appliesTo: string,
  source: string,
  days: CostPeriod,
  driver: CostDriver,
  input: ReferenceInput,
) {
  const parsed = parseAppliesTo(appliesTo);
  const named = new Set<number>();
  const others = new Set<number>();
  for (const target of parsed.kind === "parsed" ? parsed.targets : []) {
    const name = targetName(target);
    for (const c of input.customers) {
      const hit =
        target.kind === "all" ||
        (target.kind === "segment" && c.segment === name) ||
        (target.kind === "playbook" &&
          c.suggestions.some(({ playbook, day }) => playbook === name && within(day, days)));
      if (hit) others.add(c.id);
    }
    const tickets = input.customers.flatMap((c) => c.tickets.map((ticket) => ({ ...ticket, owner: c.id })));
    const touches = input.customers.flatMap((c) => c.touches.map((touch) => ({ ...touch, owner: c.id })));
    if (target.kind === "customer") named.add(meant(input.customers, name, source)?.id ?? 0);
    if (target.kind === "ticket") named.add(meant(tickets, name, source)?.owner ?? 0);
    if (target.kind === "touch") named.add(meant(touches, name, source)?.owner ?? 0);
  }
  return input.customers
    .filter(({ id }) => named.has(id) || others.has(id))
    .map((c): InScope => {
      const served = customerDays(c, days, input);
      return {
        customerId: c.id,
        named: named.has(c.id),
        customerDays: served.length,
        quantity: quantityOf(c, driver, served, input),
      };
    });
}

/** The allocation by the words of the decision, entry by entry and customer by customer, without any cleverness. */
export function referenceAllocation(input: ReferenceInput): ReferenceAllocation {
  const { entries, period, currency, rates } = input;
  const pools = new Map<string, { entry: CostEntry; days: CostPeriod; source: string; minor: number }>();
  for (const entry of entries) {
    const days = overlap(entry, period);
    if (!days) continue;
    const source = /(^|\|)(customer|ticket|touch):/.test(entry.appliesTo) ? entry.source : "";
    const { appliesTo, driver, category, kind } = entry;
    const key = JSON.stringify([days, appliesTo, source, driver, category, kind, entry.currency]);
    const pool = pools.get(key) ?? { entry, days, source, minor: 0 };
    pool.minor += shareOfDays(entry, period.fromDay, period.toDay);
    pools.set(key, pool);
  }
  const nothing = { direct: 0, indirect: 0 };
  let total = nothing;
  let unallocated = nothing;
  const byCustomer = new Map<number, ReferencePart>();
  const divided: { minor: number; parts: number[] }[] = [];
  const plus = (sum: ReferencePart, kind: CostEntry["kind"], minor: number) => ({
    ...sum,
    [kind]: sum[kind] + minor,
  });
  for (const { entry, days, source, minor: own } of pools.values()) {
    const minor = convertMoney({ minor: own, currency: entry.currency }, currency, days.toDay, rates).money
      .minor;
    total = plus(total, entry.kind, minor);
    const weighed = weigh(inScope(entry.appliesTo, source, days, entry.driver, input));
    if (weighed.by === "nobody") {
      unallocated = plus(unallocated, entry.kind, minor);
      continue;
    }
    const parts = largestRemainder(minor, weighed.parties);
    divided.push({ minor, parts: [...parts.values()] });
    for (const [id, part] of parts) byCustomer.set(id, plus(byCustomer.get(id) ?? nothing, entry.kind, part));
  }
  return { total, unallocated, byCustomer, pools: divided };
}
