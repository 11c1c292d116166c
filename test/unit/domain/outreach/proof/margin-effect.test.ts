import { expect, it } from "vitest";
import { simulateMargins } from "../../../../../src/domain/outreach/proof/simulated-margins.ts";
import { ONCE } from "../../../../../src/domain/outreach/proof/uplift.ts";

const RUNS = 200;
const EFFECT_MINOR = 800;
const quarter = (seed: number, effectMinor: number) => {
  const { adjusted, plain } = simulateMargins({ seed, customers: 1_200, skew: 1.5, effectMinor });
  return { adjusted: adjusted!, plain: plain! };
};

it("holds the margin's effect in at least 95 of 100 quarters, skewed as margins are, and narrows it by what came before", () => {
  let [held, alarms, narrowed, sum, error] = [0, 0, 0, 0, 0];
  for (let run = 0; run < RUNS; run += 1) {
    const { adjusted, plain } = quarter(run + 1, EFFECT_MINOR);
    held += Number(adjusted.low <= EFFECT_MINOR && adjusted.high >= EFFECT_MINOR);
    narrowed += 1 - adjusted.halfWidthOnce / plain.halfWidthOnce;
    sum += adjusted.effect;
    error += adjusted.halfWidthOnce / ONCE / RUNS;
    alarms += Number(quarter(run + 10_001, 0).adjusted.verdict !== "not-enough-data");
  }
  expect(held / RUNS).toBeGreaterThanOrEqual(0.95);
  expect(alarms / RUNS).toBeLessThanOrEqual(0.05);
  expect(narrowed / RUNS).toBeGreaterThan(0.15);
  // Unbent: what was found on average is what was planted, within three of its own standard errors.
  expect(Math.abs(sum / RUNS - EFFECT_MINOR)).toBeLessThan((3 * error) / Math.sqrt(RUNS));
});

it("says nothing of a quarter in which too few were held out", () => {
  expect(simulateMargins({ seed: 1, customers: 150, skew: 1, effectMinor: 0 }).adjusted).toBeNull();
});
