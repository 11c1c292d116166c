import { describe, expect, it } from "vitest";
import { type ClvInput, marginClv } from "../../../../src/domain/metrics/margin-clv.ts";
import { byStake, type Stake, stakeOf, stakeRanking } from "../../../../src/domain/outreach/stake.ts";

const euros = (minor: number): Stake => ({ kind: "known", money: { minor, currency: "EUR" } });
const unknown = (because: "no-rate" | "no-margin" | "no-score"): Stake => ({ kind: "unknown", because });

describe("what is at stake", () => {
  const clv = (given: Partial<ClvInput> = {}) =>
    marginClv(
      {
        score: { probability: 0.6, probabilityLow: 0.6, probabilityHigh: 0.6, horizonDays: 90 },
        marginPercent: 40,
        expectation: { kind: "contract", monthly: { minor: 100_001, currency: "EUR" } },
        ...given,
      },
      { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
    );

  it("is the probability times the margin CLV, in whole minor units", () => {
    const figure = clv();
    if (figure.kind !== "figure") throw new Error(figure.because);
    expect(stakeOf(0.6, figure)).toEqual(euros(Math.round(0.6 * figure.money.minor)));
    expect(Number.isInteger(0.6 * figure.money.minor)).toBe(false);
  });

  it("is not known without a score, a margin or revenue, and says which", () => {
    expect(stakeOf(null, clv({ score: null }))).toEqual(unknown("no-score"));
    expect(stakeOf(0.6, clv({ marginPercent: null }))).toEqual(unknown("no-margin"));
    expect(stakeOf(null, clv())).toEqual(unknown("no-score"));
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
