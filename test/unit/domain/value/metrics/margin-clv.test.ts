import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ClvInput, marginClv, survival } from "../../../../../src/domain/value/metrics/margin-clv.ts";

const eur = (minor: number) => ({ minor, currency: "EUR" });
const score = (probability: number, low = probability, high = probability) => ({
  probability,
  probabilityLow: low,
  probabilityHigh: high,
  horizonDays: 90,
});
const plain = { years: 3, discountRatePercent: 0, marginPercentIfUnknown: null };
const tenPercent = { ...plain, discountRatePercent: 10 };
const minorOf = (input: ClvInput, parameters = plain) => {
  const clv = marginClv(input, parameters);
  return clv.kind === "figure" ? clv.money.minor : Number.NaN;
};
const contract = { kind: "contract" as const, monthly: eur(10_000) };
const purchases = { kind: "purchases" as const, purchases12m: 4, purchase: eur(30_000) };
const again = { kind: "last-12-months" as const, revenue: eur(120_000) };

describe("margin CLV", () => {
  it("without risk and discount is margin × revenue × years, on every basis", () => {
    for (const expectation of [contract, purchases, again])
      expect(minorOf({ score: score(0), marginPercent: 40, expectation })).toBe(144_000);
  });

  it("discounts each month's margin to today", () => {
    const monthly = 4_000;
    let expected = 0;
    for (let month = 1; month <= 36; month += 1) expected += monthly / 1.1 ** (month / 12);
    expect(minorOf({ score: score(0), marginPercent: 40, expectation: contract }, tenPercent)).toBe(
      Math.round(expected),
    );
  });

  it("survives by (1 − p)^(t ÷ horizon): a year of 90-day risks of 10 % leaves 65 of 100", () => {
    expect(survival(0.1, 90, 90)).toBeCloseTo(0.9, 12);
    expect(survival(0.1, 365.25, 90)).toBeCloseTo(0.9 ** (365.25 / 90), 12);
    let expected = 0;
    for (let month = 1; month <= 36; month += 1) expected += 4_000 * 0.9 ** ((month * 365.25) / 12 / 90);
    expect(minorOf({ score: score(0.1), marginPercent: 40, expectation: contract })).toBe(
      Math.round(expected),
    );
  });

  it("takes BG/NBD's first year as it is, since dropping out is inside, and later years × S at their beginning", () => {
    const year = (0.4 * 4 * 30_000) / 1;
    const expected = year * (1 + 0.9 ** (365.25 / 90) + 0.9 ** (2 * (365.25 / 90)));
    expect(minorOf({ score: score(0.1), marginPercent: 40, expectation: purchases })).toBe(
      Math.round(expected),
    );
    const oneYear = { ...plain, years: 1 };
    expect(minorOf({ score: score(0.9), marginPercent: 40, expectation: purchases }, oneYear)).toBe(48_000);
    expect(minorOf({ score: score(0.9), marginPercent: 40, expectation: again }, oneYear)).toBeLessThan(
      10_000,
    );
  });

  it("spans the range of the probability: the high end gives the low value", () => {
    const clv = marginClv(
      { score: score(0.2, 0.1, 0.4), marginPercent: 40, expectation: contract },
      tenPercent,
    );
    expect(clv).toMatchObject({
      lowMinor: minorOf({ score: score(0.4), marginPercent: 40, expectation: contract }, tenPercent),
      highMinor: minorOf({ score: score(0.1), marginPercent: 40, expectation: contract }, tenPercent),
    });
  });

  it("is n/a without a score, a margin or revenue, and says when the margin is assumed", () => {
    const input = { score: score(0.1), marginPercent: 40, expectation: contract };
    expect(marginClv({ ...input, score: null }, plain)).toMatchObject({ because: "no-score" });
    expect(marginClv({ ...input, marginPercent: null }, plain)).toMatchObject({ because: "no-margin" });
    expect(marginClv({ ...input, expectation: null }, plain)).toMatchObject({ because: "no-revenue" });
    const assumed = marginClv({ ...input, marginPercent: null }, { ...plain, marginPercentIfUnknown: 40 });
    expect(assumed).toMatchObject({ money: { minor: minorOf(input) }, marginAssumed: true });
  });

  it("never rises with risk or discount, and lies within its range", () => {
    const some = fc.record({
      low: fc.double({ min: 0, max: 1, noNaN: true }),
      middle: fc.double({ min: 0, max: 1, noNaN: true }),
      high: fc.double({ min: 0, max: 1, noNaN: true }),
      rate: fc.integer({ min: 0, max: 50 }),
      expectation: fc.constantFrom(contract, purchases, again),
    });
    fc.assert(
      fc.property(some, ({ low, middle, high, rate, expectation }) => {
        const [a, b, c] = [low, middle, high].sort((x, y) => x - y) as [number, number, number];
        const at = (discountRatePercent: number) =>
          marginClv(
            { score: score(b, a, c), marginPercent: 25, expectation },
            { ...plain, discountRatePercent },
          );
        const [now, later] = [at(rate), at(rate + 5)];
        if (now.kind !== "figure" || later.kind !== "figure") return false;
        return (
          now.lowMinor <= now.money.minor &&
          now.money.minor <= now.highMinor &&
          later.money.minor <= now.money.minor
        );
      }),
    );
  });
});
