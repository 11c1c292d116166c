import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, type Day } from "../../../../../src/domain/calendar.ts";
import type { PointsActivity } from "../../../../../src/domain/value/loyalty/points-entry.ts";
import { aLedger, anActivity, aProgramme, byHand } from "./points-given.ts";

/** Chosen so that each run meets expiry, refunds of what was used, and orders that change their mind. */
const RUNS = 1000;
const STEPS = 25;

const ids = fc.constantFrom("1", "2", "3", "4", "5", "6");
const step = fc.oneof(
  fc.record({
    does: fc.constant("tell" as const),
    id: ids,
    kind: fc.constantFrom("order" as const, "order" as const, "refund" as const),
    daysAgo: fc.nat(80),
    minor: fc.oneof(fc.constant(0), fc.nat(20_000)),
    document: fc.constantFrom(null, "A", "B"),
    currency: fc.constantFrom("EUR", "EUR", "USD"),
  }),
  fc.record({ does: fc.constant("remove" as const), id: ids }),
  fc.record({ does: fc.constant("redeem" as const), share: fc.integer({ min: 1, max: 120 }) }),
  fc.record({ does: fc.constant("give" as const), points: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ does: fc.constant("wait" as const), days: fc.nat(50) }),
);

/** What every activity comes to, worked out plainly: day by day, with nothing but the rules. */
function plainly(activities: readonly PointsActivity[], start: Day): number {
  let net = 0;
  const order = (one: PointsActivity) => `${one.day} ${one.kind === "refund" ? 1 : 0} ${one.externalId}`;
  for (const one of activities.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))) {
    if (one.day < start || one.currency !== "EUR") continue;
    const points = Math.floor(one.amountMinor / 100);
    net = one.kind === "refund" ? Math.max(0, net - points) : net + points;
  }
  return net;
}

it("never loses or doubles a point, whatever happens in which order", () => {
  const met = { debt: 0, expired: 0, back: 0 };
  fc.assert(
    fc.property(fc.array(step, { maxLength: STEPS, size: "max" }), (steps) => {
      const start = "2026-01-15";
      const ledger = aLedger(aProgramme({ validFrom: start, expiresAfter: { count: 40, unit: "days" } }));
      const known = new Map<string, PointsActivity>();
      let today: Day = "2026-03-31";
      let used = 0;
      let given = 0;
      const settle = () => ledger.settle(today, ...known.values());
      for (const one of steps) {
        if (one.does === "tell") {
          const { id, kind, daysAgo, minor, document, currency } = one;
          const day = addDays(today, -daysAgo);
          known.set(id, anActivity(id, day, minor, { kind, document, currency }));
        } else if (one.does === "remove") known.delete(one.id);
        else if (one.does === "wait") today = addDays(today, one.days);
        else {
          settle();
          const balance = ledger.balance(today);
          const points = one.does === "redeem" ? Math.floor((balance * one.share) / 100) : one.points;
          if (one.does === "give") {
            ledger.add(byHand("adjusted", points, today, addDays(today, 40)));
            given += points;
          } else if (points > 0 && points <= balance) {
            ledger.add(byHand("redeemed", -points, today));
            used += points;
            expect(ledger.balance(today)).toBe(balance - points);
          }
        }
        settle();
        expect(settle()).toEqual([]);
        const entries = ledger.entries();
        const { lots, debt } = ledger.account();
        const [left, expired] = lots.reduce((sum, lot) => [sum[0] + lot.left, sum[1] + lot.expired], [0, 0]);
        const balance = ledger.balance(today);
        // The balance is the sum of all entries, and of all points that are not over.
        expect(entries.reduce((sum, { points }) => sum + points, 0)).toBe(balance);
        expect(lots.every((lot) => lot.left >= 0 && lot.expired >= 0)).toBe(true);
        expect(lots.every((lot) => lot.left === 0 || lot.expiresOn === null || lot.expiresOn >= today)).toBe(
          true,
        );
        expect(left - debt).toBe(balance);
        // Whatever was earned and given was used, was over, or is there.
        expect(plainly([...known.values()], start) + given).toBe(used + expired + balance);
        met.debt += debt > 0 ? 1 : 0;
        met.expired += expired > 0 ? 1 : 0;
        met.back += entries.some(({ kind, points }) => kind === "expired" && points > 0) ? 1 : 0;
        // Nothing is owed while points went unused that could have paid for it.
        expect(debt > 0 && left + expired > 0).toBe(false);
        expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
      }
    }),
    { numRuns: RUNS, seed: 20_261_129 },
  );
  // The histories did meet what is hard.
  expect(Math.min(met.debt, met.expired, met.back)).toBeGreaterThan(10);
});
