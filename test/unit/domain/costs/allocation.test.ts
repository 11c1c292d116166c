import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largestRemainder, type Party, weigh } from "../../../../src/domain/costs/allocation.ts";
import { previousPeriod } from "../../../../src/domain/costs/previous-period.ts";
import { referenceAllocation } from "../../../support/cost-reference.ts";
import { inventLedger } from "../../../support/invented-ledger.ts";

const parties = (...weights: number[]): Party[] =>
  weights.map((weight, index) => ({ customerId: index + 1, weight: BigInt(weight) }));
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe("sharing by largest remainder", () => {
  it("gives whole units by weight and what is left over to the largest remainders", () => {
    // 10 × 1/6, 2/6, 3/6 = 1.67, 3.33, 5: the unit left over goes to the first.
    expect([...largestRemainder(10, parties(1, 2, 3)).values()].sort()).toEqual([2, 3, 5]);
    expect(largestRemainder(10, parties(1, 2, 3)).get(1)).toBe(2);
  });

  it("settles equal remainders by the lower customer id, in whatever order they come", () => {
    const [one, two, three] = parties(1, 1, 1) as [Party, Party, Party];
    for (const order of [
      [one, two, three],
      [three, two, one],
      [two, three, one],
    ])
      expect([1, 2, 3].map((id) => largestRemainder(100, order).get(id))).toEqual([34, 33, 33]);
  });

  it("mirrors an amount below zero, so that taking a cost back leaves nothing with anyone", () => {
    const given = largestRemainder(101, parties(3, 5, 7));
    const taken = largestRemainder(-101, parties(3, 5, 7));
    for (const [id, part] of given) expect(part + (taken.get(id) ?? 0)).toBe(0);
  });

  it("refuses weights that say nothing", () => {
    expect(() => largestRemainder(100, parties(0, 0))).toThrow(RangeError);
    expect(() => largestRemainder(100, [])).toThrow(RangeError);
    expect(() => largestRemainder(100, parties(3, -1))).toThrow(RangeError);
  });

  it("adds up, stays within a unit of the exact share, and knows neither scale nor order", () => {
    const weights = fc.array(fc.bigInt(0n, 10n ** 15n), { minLength: 1, maxLength: 40 });
    const amounts = fc.integer({ min: -9_000_000_000_000_000, max: 9_000_000_000_000_000 });
    fc.assert(
      fc.property(amounts, weights, fc.bigInt(1n, 1000n), (amount, list, scale) => {
        fc.pre(list.some((weight) => weight > 0n));
        const given = list.map((weight, index) => ({ customerId: index + 1, weight }));
        const parts = largestRemainder(amount, given);
        expect(sum(parts.values())).toBe(amount);
        const total = list.reduce((all, weight) => all + weight, 0n);
        for (const { customerId, weight } of given) {
          const part = parts.get(customerId) ?? 0;
          expect(Math.sign(part) * Math.sign(amount)).toBeGreaterThanOrEqual(0);
          const off = BigInt(part) * total - BigInt(amount) * weight;
          expect((off < 0n ? -off : off) < total).toBe(true);
          if (weight === 0n) expect(part).toBe(0);
        }
        const scaled = given.map((party) => ({ ...party, weight: party.weight * scale }));
        expect(largestRemainder(amount, scaled.reverse())).toEqual(new Map([...parts]));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("weights", () => {
  const member = { customerId: 1, quantity: 0n, customerDays: 10, named: false };

  it("are the driver's quantity, and the days of membership where nobody had any, which is said", () => {
    const other = { ...member, customerId: 2, customerDays: 30 };
    const withOrders = weigh([{ ...member, quantity: 4n }, other]);
    expect(withOrders).toMatchObject({ by: "driver", fellBack: false });
    expect(weigh([member, other])).toEqual({
      by: "days",
      parties: [
        { customerId: 1, weight: 10n },
        { customerId: 2, weight: 30n },
      ],
      fellBack: true,
    });
  });

  it("count everyone named alike where none of them was a customer then", () => {
    const gone = { ...member, customerDays: 0, named: true };
    const some = weigh([gone, { ...gone, customerId: 2 }, { ...member, customerId: 3, customerDays: 0 }]);
    expect(some).toMatchObject({ by: "heads", parties: [{ weight: 1n }, { weight: 1n }] });
    expect(weigh([gone])).toMatchObject({ by: "heads", fellBack: false });
  });

  it("are nobody's where nobody is in scope", () => {
    expect(weigh([{ ...member, customerDays: 0 }])).toEqual({ by: "nobody" });
    expect(weigh([])).toEqual({ by: "nobody" });
  });
});

describe("random ledgers", () => {
  it("add up to the last unit: any driver, currency and membership, corrections too, over 2,000 of them", () => {
    let shared = 0;
    let unallocated = 0;
    for (let seed = 1; seed <= 2_000; seed += 1) {
      const ledger = inventLedger(seed, { customers: 8, entries: 12 });
      const { total, unallocated: left, byCustomer, pools } = referenceAllocation(ledger);
      const parts = [...byCustomer.values()];
      expect(sum(parts.map(({ direct }) => direct)) + left.direct, `seed ${seed}`).toBe(total.direct);
      expect(sum(parts.map(({ indirect }) => indirect)) + left.indirect, `seed ${seed}`).toBe(total.indirect);
      for (const { minor, parts: own } of pools) {
        expect(sum(own), `seed ${seed}`).toBe(minor);
        expect(own.every((part) => Math.sign(part) * Math.sign(minor) >= 0)).toBe(true);
      }
      shared += pools.filter(({ parts: own }) => own.length > 1).length;
      unallocated += Math.abs(left.direct) + Math.abs(left.indirect) > 0 ? 1 : 0;
    }
    // Else the ledgers would prove nothing.
    expect(shared).toBeGreaterThan(5_000);
    expect(unallocated).toBeGreaterThan(200);
  });

  it("do not depend on the order of entries or customers", () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const ledger = inventLedger(seed, { customers: 8, entries: 12 });
      const turned = { ...ledger, entries: [...ledger.entries].reverse() };
      const byId = (given: ReturnType<typeof referenceAllocation>) =>
        [...given.byCustomer].sort(([a], [b]) => a - b);
      expect(byId(referenceAllocation(turned)), `seed ${seed}`).toEqual(byId(referenceAllocation(ledger)));
    }
  });
});

describe("the period before", () => {
  it("is as many whole months before whole months, and as many days before anything else", () => {
    const periodBefore = (fromDay: string, toDay: string) => previousPeriod({ fromDay, toDay });
    expect(periodBefore("2026-07-01", "2026-09-30")).toEqual({ fromDay: "2026-04-01", toDay: "2026-06-30" });
    expect(periodBefore("2026-01-01", "2026-12-31")).toEqual({ fromDay: "2025-01-01", toDay: "2025-12-31" });
    expect(periodBefore("2026-03-01", "2026-03-31")).toEqual({ fromDay: "2026-02-01", toDay: "2026-02-28" });
    expect(periodBefore("2026-03-08", "2026-03-14")).toEqual({ fromDay: "2026-03-01", toDay: "2026-03-07" });
    expect(periodBefore("2026-03-01", "2026-03-01")).toEqual({ fromDay: "2026-02-28", toDay: "2026-02-28" });
  });
});
