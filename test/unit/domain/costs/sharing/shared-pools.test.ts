import { expect, it } from "vitest";
import { addDays, daysBetween } from "../../../../../src/domain/calendar.ts";
import { type InScope, largestRemainder, weigh } from "../../../../../src/domain/costs/allocation.ts";
import { quantityList } from "../../../../../src/domain/costs/sharing/daily-quantities.ts";
import {
  numberOf,
  periodFactsBuilder,
  wasCustomerOn,
} from "../../../../../src/domain/costs/sharing/period-facts.ts";
import { partOf, settleDivision } from "../../../../../src/domain/costs/sharing/settled-division.ts";
import { type CostPool, sharePools } from "../../../../../src/domain/costs/sharing/shared-pools.ts";
import { customerSpans } from "../../../../../src/domain/figures/customer-days.ts";
import type { CustomerHistory } from "../../../../../src/domain/figures/customer-history.ts";
import { customerRevenue } from "../../../../../src/domain/figures/customer-revenue.ts";

/** The same draws for the same seed. */
function draws(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const PERIOD = { fromDay: "2026-01-01", toDay: "2026-03-31" };
/** Every currency has a rate: 1 USD is 0.9 EUR. */
const inEuros = (minor: number, currency: string) =>
  currency === "EUR" ? minor : Math.sign(minor) * Math.floor((Math.abs(minor) * 9 + 5) / 10);

it.each([1, 2, 3, 4, 5, 6, 7, 8])(
  "settles as the largest remainder does, whatever the sizes, seed %i",
  (seed) => {
    const draw = draws(seed);
    for (let round = 0; round < 60; round += 1) {
      // Small weights make many equal remainders; large ones leave the numbers that are exact.
      const largest = [2, 10, 1_000, 2 ** 40][round % 4]!;
      const weights = Float64Array.from({ length: 1 + draw(40) }, () => draw(largest));
      weights[0] = 1;
      const customerIds = Int32Array.from(weights, (_, at) => 3 * at + 1);
      const minor = (draw(2) === 0 ? 1 : -1) * draw([50, 10_000, 10 ** 12][round % 3]!);
      const settled = settleDivision(minor, { customerIds, weights, count: weights.length });
      const parties = [...customerIds].map((customerId, at) => ({
        customerId,
        weight: BigInt(weights[at]!),
      }));
      const expected = largestRemainder(minor, parties);
      for (const { customerId, weight } of parties)
        expect(partOf(settled, Number(weight), customerId)).toBe(expected.get(customerId));
    }
  },
);

it("counts in bigints what numbers cannot hold, and refuses weights of nothing", () => {
  const customerIds = Int32Array.of(1, 2, 3);
  const weights = Float64Array.of(2 ** 52, 2 ** 52 - 1, 2 ** 51);
  const settled = settleDivision(10 ** 12 + 1, { customerIds, weights, count: 3 });
  expect(settled.exact).toBe("bigint");
  const sum = [0, 1, 2].reduce((total, at) => total + partOf(settled, weights[at]!, customerIds[at]!), 0);
  expect(sum).toBe(10 ** 12 + 1);
  const nothing = { customerIds, weights: new Float64Array(3), count: 3 };
  expect(() => settleDivision(1, nothing)).toThrow(RangeError);
});

/** Customers with contracts, purchases, ends and adjustments, some of whom never bought. */
function inventHistory(customerId: number, draw: (below: number) => number): CustomerHistory {
  const day = () => addDays("2025-10-01", draw(240));
  const contracts = Array.from({ length: draw(3) }, () => {
    const startedOn = day();
    const monthly = draw(4) === 0 ? null : { minor: draw(100_000), currency: draw(3) === 0 ? "USD" : "EUR" };
    const later = {
      fromDay: addDays(startedOn, 20 + draw(40)),
      monthly: { minor: draw(9_000), currency: "EUR" },
    };
    return {
      startedOn,
      continues: false,
      endedOn: draw(2) === 0 ? null : addDays(startedOn, draw(90)),
      prices: [{ fromDay: startedOn, monthly }, ...(draw(2) === 0 ? [later] : [])],
    };
  });
  const amounts = Array.from({ length: draw(6) }, () => ({
    day: addDays(PERIOD.fromDay, draw(90)),
    currency: draw(3) === 0 ? "USD" : "EUR",
    orderedMinor: draw(5) === 0 ? 0 : draw(50_000),
    refundedMinor: draw(3) === 0 ? draw(60_000) : 0,
  })).sort((a, b) => (a.day < b.day ? -1 : 1));
  return {
    customerId,
    externalId: `c${customerId}`,
    name: `Customer ${customerId}`,
    file: {
      segment: [null, "VIP", "Basic"][draw(3)]!,
      ...{ ownerEmail: null, country: null, marginPercent: null, acquisitionCost: null },
    },
    contracts,
    ends: draw(4) === 0 ? [{ endedOn: day(), resumedOn: null }] : [],
    lastPurchaseBefore: draw(3) === 0 ? addDays("2024-12-01", draw(390)) : null,
    purchases: amounts.flatMap((one) => (one.orderedMinor > 0 ? [{ bookedOn: one.day, day: one.day }] : [])),
    amounts,
    adjustments:
      draw(4) === 0
        ? [
            {
              ...{ id: 1, fromDay: "2025-10-01", toDay: "2025-12-31", why: "price-changed" as const },
              bookedOn: addDays(PERIOD.fromDay, draw(90)),
              amount: { minor: draw(40_000) - 20_000, currency: "EUR" },
            },
          ]
        : [],
  };
}

const DRIVERS = ["equal", "revenue", "orders", "tickets"] as const;
const SCOPES = [
  "all",
  "segment:VIP",
  "customer:c3",
  "segment:Basic|customer:c5",
  "customer:c9|customer:gone",
];

it.each([1, 2, 3, 4, 5, 6])(
  "shares pools as the rule for one customer after the other says, seed %i",
  (seed) => {
    const draw = draws(seed);
    const histories = Array.from({ length: 24 }, (_, index) => inventHistory(index + 1, draw));
    const builder = periodFactsBuilder(PERIOD);
    for (const history of histories) builder.add(history, customerSpans(history));
    const facts = builder.finish();
    const tickets = Array.from({ length: 30 }, () => ({ id: 1 + draw(24), day: draw(90) }));
    const list = quantityList(facts.days);
    for (const { id, day } of tickets) {
      const number = numberOf(facts, id);
      if (number >= 0 && wasCustomerOn(facts, number, day)) list.add(day, number, 1);
    }
    const pools = Array.from({ length: 80 }, (): CostPool => {
      const first = draw(90);
      return {
        appliesTo: SCOPES[draw(SCOPES.length)]!,
        ...{ source: "", recordedIn: "EUR", kind: "indirect", category: "tools" },
        driver: DRIVERS[draw(DRIVERS.length)]!,
        fromDay: addDays(PERIOD.fromDay, first),
        toDay: addDays(PERIOD.fromDay, first + draw(90 - first)),
        minor: draw(100_000) - 20_000,
      };
    });
    const named = (name: string) =>
      histories.find(({ externalId }) => externalId === name)?.customerId ?? null;
    const shared = sharePools(
      pools,
      { facts, counted: new Map([["tickets", list.byDay()]]), convert: inEuros },
      {
        named: (target) => (target.kind === "customer" ? named(target.externalId) : null),
        suggestedTo: () => [],
      },
    );
    let at = 0;
    for (const { pool, settled, sharers, weighedBy } of shared) {
      const weighed = weigh(scopeOf(pool, histories, tickets));
      expect(weighedBy).toBe(weighed.by);
      const parts = new Map<number, number>();
      if (settled)
        for (let place = 0; place < sharers.count; place += 1) {
          const id = sharers.customerIds[place]!;
          parts.set(id, partOf(settled, sharers.weights[place]!, id));
        }
      const expected = weighed.by === "nobody" ? new Map() : largestRemainder(pool.minor, weighed.parties);
      const told = (some: ReadonlyMap<number, number>) => [...some].filter(([, part]) => part !== 0).sort();
      expect(told(parts), JSON.stringify(pool)).toEqual(told(expected));
      at += 1;
    }
    expect(at).toBe(pools.length);
  },
);

/** Day by day, without any of what makes it fast. */
function scopeOf(
  { appliesTo, driver, fromDay, toDay }: CostPool,
  histories: readonly CustomerHistory[],
  tickets: readonly { id: number; day: number }[],
): InScope[] {
  const targets = appliesTo.split("|");
  return histories.flatMap((history) => {
    const { customerId, externalId, file } = history;
    const isNamed = targets.includes(`customer:${externalId}`);
    if (!isNamed && !targets.includes("all") && !targets.includes(`segment:${file.segment}`)) return [];
    const spans = customerSpans(history);
    const days = Array.from({ length: daysBetween(fromDay, toDay) + 1 }, (_, at) =>
      addDays(fromDay, at),
    ).filter((day) =>
      spans.some((span) => span.firstDay <= day && (span.lastDay === null || day <= span.lastDay)),
    );
    const byCurrency = new Map<string, number>();
    for (const day of days)
      for (const { currency, netMinor } of customerRevenue(history, { fromDay: day, toDay: day }))
        byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + netMinor);
    const revenue = [...byCurrency].reduce((sum, [currency, minor]) => sum + inEuros(minor, currency), 0);
    const ordered = new Set(history.amounts.filter((one) => one.orderedMinor > 0).map(({ day }) => day));
    const quantities = {
      equal: days.length,
      revenue: Math.max(0, revenue),
      orders: days.filter((day) => ordered.has(day)).length,
      tickets: tickets.filter(
        ({ id, day }) => id === customerId && days.includes(addDays(PERIOD.fromDay, day)),
      ).length,
    };
    const quantity = BigInt(quantities[driver as keyof typeof quantities]);
    return [{ customerId, named: isNamed, customerDays: days.length, quantity }];
  });
}
