import type { PlainCompany, PlainEntry, PlainQuestion, PlainTarget } from "./plain-company.ts";
import { bookedDay, converted, daysOf, revenueOver, type SeenCustomer } from "./plain-customers.ts";
import { dayInZone, dayNumber, roundedDivision, sharedByWeight, unitsOnDay } from "./plain-numbers.ts";

export type PlainCost = {
  /** Null: for nobody. */
  readonly customerId: number | null;
  readonly category: string;
  readonly kind: "direct" | "indirect";
  /** Only of priced touches. */
  readonly channel: string | null;
  readonly minor: number;
};

type Pool = {
  readonly entry: PlainEntry;
  readonly fromDay: number;
  readonly toDay: number;
  minor: number;
};

/** Every cost of a period on the customer who bears it, in the report's currency. */
export function costsOver(
  company: PlainCompany,
  customers: readonly SeenCustomer[],
  question: PlainQuestion,
): PlainCost[] {
  const shared = poolsOf(company, question).flatMap(({ entry, fromDay, toDay, minor: own }): PlainCost[] => {
    const amount = { minor: own, currency: entry.currency };
    const minor = converted(amount, question.currency, toDay, company.rates);
    const base = { category: entry.category, kind: entry.kind, channel: null };
    const weights = weightsOf(entry, { fromDay, toDay }, { company, customers, question });
    if (weights.size === 0) return [{ ...base, customerId: null, minor }];
    return [...sharedByWeight(minor, weights)].map(([customerId, part]) => ({
      ...base,
      customerId,
      minor: part,
    }));
  });
  return [...shared, ...labourOf(company, question)].filter(({ minor }) => minor !== 0);
}

/** Entries alike are one amount: what of each falls on the period, added up before anything is converted. */
function poolsOf({ entries }: PlainCompany, question: PlainQuestion): Pool[] {
  const pools = new Map<string, Pool>();
  for (const entry of entries) {
    const first = dayNumber(entry.bookedOn ?? entry.fromDay);
    const last = dayNumber(entry.bookedOn ?? entry.toDay);
    const fromDay = Math.max(first, dayNumber(question.fromDay));
    const toDay = Math.min(last, dayNumber(question.toDay));
    if (fromDay > toDay) continue;
    const named = entry.targets.some(({ kind }) => ["customer", "ticket", "touch"].includes(kind));
    const { targets, driver, category, kind, currency } = entry;
    const key = JSON.stringify([
      fromDay,
      toDay,
      targets,
      named && entry.source,
      driver,
      category,
      kind,
      currency,
    ]);
    const pool = pools.get(key) ?? { entry, fromDay, toDay, minor: 0 };
    for (const day of daysOf(fromDay, toDay))
      pool.minor += unitsOnDay(entry.minor, last - first + 1, day - first);
    pools.set(key, pool);
  }
  return [...pools.values()];
}

type Scope = {
  readonly company: PlainCompany;
  readonly customers: readonly SeenCustomer[];
  readonly question: PlainQuestion;
};
type Stretch = { readonly fromDay: number; readonly toDay: number };

/** By what the cost is shared: the driver; where nobody has any of it the days; where there are none, those it names. */
function weightsOf(entry: PlainEntry, stretch: Stretch, scope: Scope): ReadonlyMap<number, bigint> {
  const named = namedBy(entry, scope.company);
  const present = scope.customers
    .filter(({ customer, file }) => {
      const meant = entry.targets.some((target) =>
        means(target, customer, file.segment, stretch, scope.company),
      );
      return meant || named.has(customer.id);
    })
    .map((one) => ({ one, days: daysOf(stretch.fromDay, stretch.toDay).filter((day) => one.isOn(day)) }))
    .filter(({ one, days }) => days.length > 0 || named.has(one.customer.id));
  const by = (weight: (one: (typeof present)[number]) => number) =>
    new Map(present.map((one) => [one.one.customer.id, BigInt(weight(one))]));
  const driven = by(({ one, days }) => quantityOf(one, entry.driver, days, scope));
  if ([...driven.values()].some((weight) => weight > 0n)) return driven;
  if (present.some(({ days }) => days.length > 0)) return by(({ days }) => days.length);
  return by(() => 1);
}

function means(
  target: PlainTarget,
  customer: SeenCustomer["customer"],
  segment: string | null,
  { fromDay, toDay }: Stretch,
  { timeZone }: PlainCompany,
): boolean {
  if (target.kind === "all") return true;
  if (target.kind === "segment") return segment === target.name;
  if (target.kind !== "playbook") return false;
  return customer.suggestions.some(({ playbook, at }) => {
    const day = dayInZone(at, timeZone);
    return playbook === target.name && day >= fromDay && day <= toDay;
  });
}

/** The customers an entry names; of an id that several systems use, its own system's, else the oldest row. */
function namedBy({ targets, source }: PlainEntry, { customers }: PlainCompany): ReadonlySet<number> {
  const named = new Set<number>();
  for (const target of targets) {
    if (target.kind === "customer") {
      const all = customers.filter(({ externalId }) => externalId === target.name);
      const meant = all.find((one) => one.source === source) ?? all[0];
      if (meant) named.add(meant.id);
    }
    if (target.kind === "ticket" || target.kind === "touch") {
      const rows = target.kind === "ticket" ? "tickets" : "touches";
      const owner = customers.find((one) => one[rows].some(({ externalId }) => externalId === target.name));
      if (owner) named.add(owner.id);
    }
  }
  return named;
}

/** How much of a driver a customer had on some days. */
function quantityOf(
  one: SeenCustomer,
  driver: PlainEntry["driver"],
  days: readonly number[],
  { company, question }: Scope,
): number {
  const { customer } = one;
  const on = new Set(days);
  const touched = customer.touches.filter(({ at, bookedOn }) =>
    on.has(bookedDay(at, bookedOn, company.timeZone)),
  );
  switch (driver) {
    case "equal":
      return days.length;
    case "revenue": {
      const into = { currency: question.currency, rateDay: dayNumber(question.toDay), rates: company.rates };
      return Math.max(0, revenueOver(one, days, into));
    }
    case "orders":
      return days.filter((day) => one.orderedOn(day).size > 0).length;
    case "tickets":
      return customer.tickets.filter(({ openedAt, bookedOn }) =>
        on.has(bookedDay(openedAt, bookedOn, company.timeZone)),
      ).length;
    case "touches":
      return touched.length;
    case "minutes":
      return touched.reduce((sum, { minutes }) => sum + minutes, 0);
  }
}

/** Minutes at their member's hourly cost: direct labour of the customer, converted a customer, channel and day at a time. */
function labourOf(company: PlainCompany, question: PlainQuestion): PlainCost[] {
  const { timeZone, members, rates } = company;
  const sums = new Map<string, PlainCost & { readonly day: number; readonly currency: string }>();
  for (const customer of company.customers)
    for (const { memberId, at, bookedOn, minutes, channel } of customer.touches) {
      const day = bookedDay(at, bookedOn, timeZone);
      if (day < dayNumber(question.fromDay) || day > dayNumber(question.toDay) || minutes === 0) continue;
      const hourly = members
        .find(({ id }) => id === memberId)
        ?.hourly.filter(({ fromDay }) => dayNumber(fromDay) <= day)
        .sort((a, b) => dayNumber(b.fromDay) - dayNumber(a.fromDay))[0];
      if (hourly === undefined) continue;
      const key = JSON.stringify([customer.id, channel, day, hourly.currency]);
      const minor =
        roundedDivision(BigInt(minutes) * BigInt(hourly.minor), 60n) + (sums.get(key)?.minor ?? 0);
      const labour = { category: "labour", kind: "direct", customerId: customer.id } as const;
      sums.set(key, { ...labour, channel, day, currency: hourly.currency, minor });
    }
  return [...sums.values()].map(({ day, currency, ...cost }) => ({
    ...cost,
    minor: converted({ minor: cost.minor, currency }, question.currency, day, rates),
  }));
}
