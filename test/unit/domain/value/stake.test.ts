import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { marginClv } from "../../../../src/domain/value/metrics/margin-clv.ts";
import {
  marginIfStaying,
  type StayingInput,
} from "../../../../src/domain/value/metrics/margin-if-staying.ts";
import { byStake, type Stake, stakeOf, stakeRanking } from "../../../../src/domain/value/stake.ts";

const eur = (minor: number) => ({ minor, currency: "EUR" });
const euros = (minor: number): Stake => ({ kind: "known", money: eur(minor) });
const unknown = (because: "no-rate" | "no-margin" | "no-revenue" | "no-score"): Stake => ({
  kind: "unknown",
  because,
});
const contract: StayingInput = { contractMonthly: eur(420_000), revenue12m: eur(0), marginPercent: 48 };
const buyer: StayingInput = { contractMonthly: null, revenue12m: eur(300_000), marginPercent: 40 };
const minorAt = (probability: number, customer: StayingInput) => {
  const stake = stakeOf(probability, marginIfStaying(customer));
  return stake.kind === "known" ? stake.money.minor : Number.NaN;
};

describe("what is at stake", () => {
  it("is the risk × a year's margin: €4,200 a month at 48 % and 84 % risk are .84 × 12 × 4,200 × .48", () => {
    expect(stakeOf(0.84, marginIfStaying(contract))).toEqual(euros(0.84 * 12 * 201_600));
    expect(stakeOf(0.5, marginIfStaying(buyer))).toEqual(euros(60_000));
    // Margin CLV holds the same risk already, so that times the risk is a tenth of what is lost.
    const score = { probability: 0.84, probabilityLow: 0.84, probabilityHigh: 0.84, horizonDays: 90 };
    const clv = marginClv(
      { score, marginPercent: 48, expectation: { kind: "contract", monthly: eur(420_000) } },
      { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
    );
    expect(clv.kind === "figure" ? clv.money.minor : Number.NaN).toBeLessThan(minorAt(0.84, contract) / 8);
  });

  it("is nothing without risk, rises with it, and never exceeds what staying is worth", () => {
    const customers = fc.record({
      contractMonthly: fc.option(fc.integer({ min: 0, max: 1e12 }).map(eur)),
      revenue12m: fc.integer({ min: 1, max: 1e12 }).map(eur),
      marginPercent: fc.integer({ min: 0, max: 100 }),
    });
    const risk = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(customers, risk, risk, (customer, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const whole = minorAt(1, customer);
        expect(minorAt(0, customer)).toBe(0);
        expect(minorAt(less, customer)).toBeLessThanOrEqual(minorAt(more, customer));
        expect(minorAt(more, customer)).toBeLessThanOrEqual(whole);
        expect(Number.isInteger(minorAt(more, customer))).toBe(true);
      }),
    );
    expect(minorAt(0.9, contract)).toBeGreaterThan(minorAt(0.6, contract));
  });

  it("counts a contract by its monthly revenue, whatever was ordered besides", () => {
    const revenue12m = eur(9_999_999);
    expect(minorAt(0.5, { ...contract, revenue12m })).toBe(minorAt(0.5, contract));
  });

  it("is not known without a score, a margin or revenue, says which, and is never made 0", () => {
    expect(stakeOf(null, marginIfStaying(contract))).toEqual(unknown("no-score"));
    expect(stakeOf(0.6, marginIfStaying({ ...contract, marginPercent: null }))).toEqual(unknown("no-margin"));
    for (const minor of [0, -5_000])
      expect(stakeOf(0.6, marginIfStaying({ ...buyer, revenue12m: eur(minor) }))).toEqual(
        unknown("no-revenue"),
      );
  });

  it("below a margin of 0 is a saving, which stays below 0", () => {
    expect(minorAt(0.5, { ...buyer, marginPercent: -10 })).toBe(-15_000);
  });
});

describe("the order of customers at risk", () => {
  const risky = (customerId: number, probability: number) => ({ customerId, probability });
  const ordered = (stakes: ReadonlyMap<number, Stake>, customers: readonly ReturnType<typeof risky>[]) =>
    [...customers].sort(byStake(stakes)).map(({ customerId }) => customerId);

  it("puts the dearer before the riskier", () => {
    const stakes = new Map([
      [1, euros(10_000)],
      [2, euros(90_000)],
    ]);
    expect(ordered(stakes, [risky(1, 0.95), risky(2, 0.55)])).toEqual([2, 1]);
  });

  it("puts those without a value or a rate after all others, by risk, and equals by id", () => {
    const stakes = new Map([
      [4, euros(-500)],
      [5, unknown("no-rate")],
      [6, unknown("no-margin")],
      [3, euros(100)],
      [2, euros(100)],
    ]);
    const customers = [
      risky(7, 0.6),
      risky(6, 0.7),
      risky(5, 0.99),
      risky(4, 0.5),
      risky(3, 0.5),
      risky(2, 0.5),
    ];
    expect(ordered(stakes, customers)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(stakeRanking([2, 3, 4, 5, 6, 7], stakes)).toEqual({ known: 3, unknown: 3, withoutRate: 1 });
  });

  it("is by risk where nothing is known", () => {
    expect(ordered(new Map(), [risky(1, 0.6), risky(2, 0.9)])).toEqual([2, 1]);
  });
});
