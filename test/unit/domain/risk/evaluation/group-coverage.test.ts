import { describe, expect, it } from "vitest";
import { groupCoverage } from "../../../../../src/domain/risk/evaluation/group-coverage.ts";
import { uniformNumbers } from "../../../../../src/domain/risk/evaluation/uniform-numbers.ts";

/** A hundred rows at 20 % (10–35), of whom so many left. */
function hundred(left: number) {
  const all = (value: number) => new Float64Array(100).fill(value);
  const labels = Uint8Array.from({ length: 100 }, (_, row) => (row < left ? 1 : 0));
  return groupCoverage({ labels, probabilities: all(0.2), low: all(0.1), high: all(0.35) });
}

/** A standard normal from two uniform numbers (Box and Muller). */
const normal = (uniform: () => number) =>
  Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit));

/** The share of covered groups where each test's level is off by a normal error that the bounds know. */
function simulated({ sd, told, rows }: { sd: number; told: number; rows: number }): number {
  const uniform = uniformNumbers(7);
  let covered = 0;
  let groups = 0;
  for (let test = 0; test < 400; test += 1) {
    const off = sd * normal(uniform);
    const logits = Float64Array.from({ length: rows }, () => 4 * uniform() - 2);
    const judged = groupCoverage({
      labels: Uint8Array.from(logits, (logit) => Number(uniform() < sigmoid(logit + off))),
      probabilities: logits.map(sigmoid),
      low: logits.map((logit) => sigmoid(logit - 1.2816 * told)),
      high: logits.map((logit) => sigmoid(logit + 1.2816 * told)),
    });
    covered += judged.filter((group) => group.covered).length;
    groups += judged.length;
  }
  return covered / groups;
}

describe("coverage of group rates", () => {
  it("widens a group's bounds by the chance of its size, each side for itself", () => {
    // Chance of 100 rows at 0.2: 1.2816 × √(0.16 ÷ 100) = 0.0513. Below √(0.1² + 0.0513²) = 0.1124, above 0.1585.
    const [group] = hundred(20);
    expect(group?.low).toBeCloseTo(0.2 - 0.1124, 4);
    expect(group?.high).toBeCloseTo(0.2 + 0.1585, 4);
    expect([8, 9, 35, 36].map((left) => hundred(left)[0]?.covered)).toEqual([false, true, true, false]);
  });

  it("keeps equal probabilities together and the rest in ten equal groups", () => {
    expect(hundred(20).map(({ n }) => n)).toEqual([100]);
    const probabilities = Float64Array.from({ length: 50 }, (_, row) => (row + 1) / 100);
    const given = { labels: new Uint8Array(50), low: probabilities, high: probabilities };
    expect(groupCoverage({ ...given, probabilities }).map(({ n }) => n)).toEqual(Array(10).fill(5));
    const tied = probabilities.map((value) => Math.max(value, 0.12));
    expect(groupCoverage({ ...given, probabilities: tied }).map(({ n }) => n)).toEqual([
      12, 3, 5, 5, 5, 5, 5, 5, 5,
    ]);
    expect(groupCoverage({ labels: [], probabilities: new Float64Array(), low: tied, high: tied })).toEqual(
      [],
    );
  });

  it("is four in five where the bounds are true, whether chance or width dominates, and less where they are not", () => {
    expect(simulated({ sd: 0, told: 0, rows: 2_000 })).toBeCloseTo(0.8, 1.5);
    expect(simulated({ sd: 0.3, told: 0.3, rows: 2_000 })).toBeCloseTo(0.8, 1.2);
    expect(simulated({ sd: 0.3, told: 0.1, rows: 2_000 })).toBeLessThan(0.55);
    expect(simulated({ sd: 0.1, told: 0.3, rows: 2_000 })).toBeGreaterThan(0.95);
  });
});
