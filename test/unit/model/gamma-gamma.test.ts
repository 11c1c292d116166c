import { describe, expect, it } from "vitest";
import { expectedPurchaseValue, fitGammaGamma, type SpendHistory } from "../../../model/gamma-gamma.ts";
import { randomStream } from "../../../model/random.ts";
import { gammaDraw } from "./draws.ts";

const truth = { p: 6, q: 4, v: 1500 };

/** Customers of a known Gamma-Gamma, with 1 to 8 purchases. */
const simulate = (customers: number): SpendHistory[] => {
  const random = randomStream(3);
  return Array.from({ length: customers }, () => {
    const rate = gammaDraw(truth.q, random) / truth.v;
    const purchases = 1 + Math.floor(8 * random());
    let total = 0;
    for (let purchase = 0; purchase < purchases; purchase += 1) total += gammaDraw(truth.p, random) / rate;
    return { purchases, meanValue: total / purchases };
  });
};

describe("fitGammaGamma", () => {
  it("recovers the parameters spend was simulated with", () => {
    const fitted = fitGammaGamma(simulate(20_000));
    expect((fitted?.p ?? 0) / truth.p).toBeCloseTo(1, 1);
    expect((fitted?.q ?? 0) / truth.q).toBeCloseTo(1, 1);
    expect((fitted?.v ?? 0) / truth.v).toBeCloseTo(1, 1);
  });

  it("does not depend on the unit of money", () => {
    const customers = simulate(1000);
    const minor = fitGammaGamma(
      customers.map((history) => ({ ...history, meanValue: history.meanValue * 100 })),
    );
    const major = fitGammaGamma(customers);
    expect((minor?.v ?? 0) / 100).toBeCloseTo(major?.v ?? Number.NaN, 2);
    expect(minor?.p).toBeCloseTo(major?.p ?? Number.NaN, 4);
  });

  it("leaves out customers without a positive mean, and says nothing about too few or all alike", () => {
    const customers = simulate(300);
    const idle = [
      { purchases: 0, meanValue: Number.NaN },
      { purchases: 2, meanValue: -50 },
    ];
    expect(fitGammaGamma([...customers, ...idle])).toEqual(fitGammaGamma(customers));
    expect(fitGammaGamma(customers.slice(0, 49))).toBeNull();
    expect(fitGammaGamma(customers.map(() => ({ purchases: 2, meanValue: 30 })))).toBeNull();
  });
});

describe("expectedPurchaseValue", () => {
  it("draws a customer's own mean towards everybody's, less with every purchase", () => {
    const everybody = (truth.v * truth.p) / (truth.q - 1);
    const after = (purchases: number) => expectedPurchaseValue(truth, { purchases, meanValue: 9000 });
    expect(expectedPurchaseValue(truth, { purchases: 0, meanValue: Number.NaN })).toBe(everybody);
    expect(everybody).toBe(3000);
    const means = [1, 2, 10, 1000].map(after);
    expect(means).toEqual([...means].sort((one, other) => one - other));
    expect(means[0]).toBeGreaterThan(everybody);
    expect(means[3]).toBeCloseTo(9000, -2);
  });

  it("is the mean over simulated customers when asked about all of them", () => {
    const customers = simulate(20_000);
    const expected = customers.map((history) => expectedPurchaseValue(truth, history));
    const mean = expected.reduce((sum, value) => sum + value, 0) / expected.length;
    expect(mean / 3000).toBeCloseTo(1, 1);
  });
});
