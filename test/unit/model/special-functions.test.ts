import { describe, expect, it } from "vitest";
import { digamma, hypergeometric, logGamma } from "../../../model/special-functions.ts";

describe("logGamma", () => {
  it("is the logarithm of the factorial", () => {
    for (const [x, factorial] of [
      [1, 1],
      [2, 1],
      [5, 24],
      [11, 3_628_800],
    ] as const)
      expect(logGamma(x)).toBeCloseTo(Math.log(factorial), 12);
  });

  it("knows Γ(½) = √π and holds its own recurrence near 0 and far out", () => {
    expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 13);
    for (const x of [1e-4, 0.03, 3.7, 9.99, 250.5])
      expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 10);
  });
});

describe("digamma", () => {
  it("is −γ at 1 and the slope of logGamma elsewhere", () => {
    expect(digamma(1)).toBeCloseTo(-0.577215664901533, 13);
    for (const x of [0.2, 1.5, 8, 40])
      expect(digamma(x)).toBeCloseTo((logGamma(x + 1e-5) - logGamma(x - 1e-5)) / 2e-5, 7);
  });
});

describe("hypergeometric", () => {
  it("gives the elementary functions it contains", () => {
    for (const z of [0.1, 0.5, 0.95]) {
      expect(hypergeometric(1, 1, 2, z)).toBeCloseTo(-Math.log1p(-z) / z, 10);
      expect(hypergeometric(0.7, 2, 2, z)).toBeCloseTo((1 - z) ** -0.7, 10);
    }
  });
});
