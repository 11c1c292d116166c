import { expect, it } from "vitest";
import { simulateQuarter } from "../../../../../src/domain/outreach/proof/simulated-quarter.ts";
import { simulateQuarters } from "../../../../../src/domain/outreach/proof/simulated-quarters.ts";

/** The short form; the full one is `npm run mainstay -- simulate --quarter`. */
const QUARTERS = simulateQuarters({ customers: 2000, runs: 25, nullRuns: 40, seed: 100 });

it("finds what is planted within its interval, and is not fooled as a look at before and after is", () => {
  for (const { planted, held, meanEffect, beforeAfterHeld, beforeAfterEffect } of QUARTERS) {
    expect([planted, held]).toEqual([planted, expect.closeTo(1, 1)]);
    expect(Math.abs(meanEffect - planted)).toBeLessThan(0.02);
    expect(beforeAfterHeld).toBeLessThan(0.1);
    expect(beforeAfterEffect - planted).toBeGreaterThan(0.05);
  }
});

it("says nothing of nudges that do nothing, though it is looked at every day", () => {
  expect(QUARTERS.find(({ planted }) => planted === 0)?.everSaid).toBeLessThanOrEqual(0.05);
});

it("is narrowed by the risk of that day, by 15 % at least", () => {
  for (const { narrowed } of QUARTERS) expect(narrowed).toBeGreaterThanOrEqual(0.15);
});

it("says at last that nudges help where they help a lot, or harm", () => {
  expect(simulateQuarter({ seed: 1, customers: 6000, effect: 0.15 }).atTheEnd.verdict).toBe("helps");
  expect(simulateQuarter({ seed: 2, customers: 6000, effect: -0.15 }).atTheEnd.verdict).toBe("harms");
});

it("nudges nobody twice and nobody beyond the budget, and is the same for the same seed", () => {
  expect(QUARTERS.map(({ doubled, overBudget }) => [doubled, overBudget])).toEqual(Array(3).fill([0, 0]));
  for (const { nudges, runs } of QUARTERS) expect(nudges / runs).toBeGreaterThan(1500);
  const again = () => simulateQuarter({ seed: 5, customers: 500, effect: 0.05 });
  expect(again()).toEqual(again());
});
