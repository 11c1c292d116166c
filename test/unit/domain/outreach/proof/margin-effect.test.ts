import { expect, it } from "vitest";
import { ONCE, UpliftComparison } from "../../../../../src/domain/outreach/proof/uplift.ts";
import { uniformNumbers } from "../../../../../src/domain/risk/evaluation/uniform-numbers.ts";

const [RUNS, CUSTOMERS, HELD_OUT] = [300, 1_200, 0.12];

/** Customers who differ in what they bring as in life: the largest tenth brings two thirds of the margin. */
function quarter(seed: number, effectMinor: number) {
  const random = uniformNumbers(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const [adjusted, plain] = [new UpliftComparison(), new UpliftComparison()];
  for (let n = 0; n < CUSTOMERS; n += 1) {
    const arm = random() < HELD_OUT ? "held-out" : "nudged";
    const size = 5_000 * Math.exp(1.5 * normal());
    const before = 3 * size * Math.exp(0.3 * normal());
    const stays = random() < 0.6;
    const value = (stays ? size * Math.exp(0.4 * normal()) : 0) + (arm === "nudged" ? effectMinor : 0);
    adjusted.add({ arm, value, expected: before });
    plain.add({ arm, value, expected: 0 });
  }
  return { adjusted: adjusted.soFar(CUSTOMERS)!, plain: plain.soFar(CUSTOMERS)! };
}

it("holds the margin's effect in at least 95 of 100 quarters, skewed as margins are, and narrows it by what came before", () => {
  let [held, alarms, narrowed, sum, error] = [0, 0, 0, 0, 0];
  for (let run = 0; run < RUNS; run += 1) {
    const { adjusted, plain } = quarter(run + 1, 800);
    held += Number(adjusted.low <= 800 && adjusted.high >= 800);
    narrowed += 1 - adjusted.halfWidthOnce / plain.halfWidthOnce;
    sum += adjusted.effect;
    error += adjusted.halfWidthOnce / ONCE / RUNS;
    alarms += Number(quarter(run + 10_001, 0).adjusted.verdict !== "not-enough-data");
  }
  expect(held / RUNS).toBeGreaterThanOrEqual(0.95);
  expect(alarms / RUNS).toBeLessThanOrEqual(0.05);
  expect(narrowed / RUNS).toBeGreaterThan(0.15);
  // Unbent: the mean of what was found is what was planted, within three of its own standard errors.
  expect(Math.abs(sum / RUNS - 800)).toBeLessThan((3 * error) / Math.sqrt(RUNS));
});
