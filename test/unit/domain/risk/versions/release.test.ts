import { describe, expect, it } from "vitest";
import { whyUnfit } from "../../../../../src/domain/risk/versions/release.ts";

/** 400 customers, every fourth of whom left. */
const labels = Uint8Array.from({ length: 400 }, (_, row) => (row % 4 === 0 ? 1 : 0));
const each = (probability: (left: boolean, row: number) => number) =>
  Float64Array.from(labels, (label, row) => probability(label === 1, row));
const constant = each(() => 0.25);
/** Neither knows nor follows who left: the same spread among both. */
const wobble = (row: number) => 0.02 * (((row >> 2) % 5) - 2);

describe("whether a forecast is fit to serve", () => {
  it.each([
    ["tells who leaves", each((left, row) => (left ? 0.5 : 0.15) + wobble(row)), null],
    [
      "has no number for somebody",
      each((_, row) => (row === 7 ? Number.NaN : 0.25 + wobble(row))),
      "not-a-probability",
    ],
    ["exceeds 1", each((_, row) => (row === 7 ? 1.01 : 0.25 + wobble(row))), "not-a-probability"],
    ["says the same of everybody", each(() => 0.25), "all-alike"],
    ["is far from the rate", each((left, row) => (left ? 0.9 : 0.8) + wobble(row)), "off-level"],
    ["is sure of the contrary", each((left, row) => (left ? 0.1 : 0.4) + wobble(row)), "worse-than-constant"],
    ["guesses", each((_, row) => 0.25 + wobble(row) / 10), "no-ranking"],
  ] as const)("one that %s", (_, probabilities, reason) => {
    expect(whyUnfit(labels, probabilities, constant)).toBe(reason);
  });

  it("cannot be one that ranks, where only one class is there to be ranked", () => {
    const nobody = new Uint8Array(400);
    expect(
      whyUnfit(
        nobody,
        each((_, row) => 0.01 + wobble(row) / 10),
        new Float64Array(400).fill(0.01),
      ),
    ).toBe("no-ranking");
  });

  it("needs numbers from 0 to 1, both ends included", () => {
    const sure = each((left, row) => (row < 8 ? (left ? 1 : 0) : (left ? 0.5 : 0.15) + wobble(row)));
    expect(whyUnfit(labels, sure, constant)).toBeNull();
    for (const wrong of [-1e-9, 1 + 1e-9, Number.NaN, Number.POSITIVE_INFINITY])
      expect(
        whyUnfit(
          labels,
          sure.map((p, row) => (row === 399 ? wrong : p)),
          constant,
        ),
      ).toBe("not-a-probability");
  });

  it("worked: a spread of a millionth is one, a narrower one is none", () => {
    const spreadBy = (width: number) =>
      whyUnfit(
        labels,
        each((left) => 0.25 + (left ? width / 2 : -width / 2)),
        constant,
      );
    expect(spreadBy(0.9e-6)).toBe("all-alike");
    expect(spreadBy(1.1e-6)).toBeNull();
  });

  it("worked: at 100 of 400 the odds are a third, and a mean of e² times them is the furthest", () => {
    // (sum + 1) ÷ (401 − sum) against 101 ÷ 301: e² times that is 2.479, a mean probability of 0.7137.
    const meanOf = (mean: number) =>
      whyUnfit(
        labels,
        each((left) => mean + (left ? 0.03 : -0.01)),
        new Float64Array(400).fill(0.9),
      );
    expect(meanOf(0.715)).toBe("off-level");
    expect(meanOf(0.713)).toBeNull();
    const rare = Uint8Array.from(labels, (_, row) => (row < 4 ? 1 : 0));
    const of4 = (mean: number) =>
      whyUnfit(
        rare,
        Float64Array.from(rare, (label, row) => mean + (label === 1 ? 0.01 : 0.001 * (row % 3))),
        new Float64Array(400).fill(0.3),
      );
    // 5 ÷ 397 times e² is 0.0931: a mean of 0.0829, of which the spread is 0.0011.
    expect(of4(0.084)).toBe("off-level");
    expect(of4(0.079)).toBeNull();
  });

  it("worked: worse than the constant by 1.645 standard errors of the customers' differences", () => {
    // Half of everybody left. A forecast that is right about r and as wrong about the other 400 − r, by ln 1.5.
    const half = Uint8Array.from({ length: 400 }, (_, row) => row % 2);
    const even = new Float64Array(400).fill(0.5);
    const rightAbout = (right: number) =>
      Float64Array.from(half, (label, row) => ((label === 1) === row < right ? 0.6 : 0.4));
    const of = (right: number) => whyUnfit(half, rightAbout(right), even);
    // Right: −ln 1.2 of loss, wrong: −ln 0.8. With r of 400 right the mean difference is
    // 0.2231 − 0.4055·q and its standard error 0.4055·√(q(1 − q) ÷ 400), q = r ÷ 400.
    const errors = (right: number) => {
      const q = right / 400;
      return (-Math.log(0.8) - Math.log(1.5) * q) / (Math.log(1.5) * Math.sqrt((q * (1 - q)) / 400));
    };
    expect(errors(202)).toBeGreaterThan(1.645);
    expect(errors(206)).toBeLessThan(1.645);
    expect(of(202)).toBe("worse-than-constant");
    // No longer worse beyond chance; 206 right of 400 are no ranking, though.
    expect(of(206)).toBe("no-ranking");
  });

  it("worked: above even by 2.713 standard errors of an AUC that knows nothing, √(401 ÷ (12 · 100 · 300))", () => {
    // Ranks without ties; the best `top` of 400 places hold that many more of those who left.
    const error = Math.sqrt(401 / (12 * 100 * 300));
    expect(error).toBeCloseTo(0.03337, 5);
    const ranked = (moved: number) => {
      // Evenly mixed ranks have an AUC of about ½; leaver number k then steps up `moved` places.
      const order = Array.from({ length: 400 }, (_, row) => row + (labels[row] === 1 ? moved + 0.5 : 0));
      return Float64Array.from(order, (place) => 0.25 + place / 1e5 - 0.002);
    };
    const areaOf = (said: Float64Array) => {
      let wins = 0;
      for (const [row, p] of said.entries())
        for (const [other, q] of said.entries())
          if (labels[row] === 1 && labels[other] === 0 && p > q) wins += 1;
      return wins / (100 * 300);
    };
    const [least, enough] = [ranked(37), ranked(41)];
    expect((areaOf(least) - 0.5) / error).toBeLessThan(2.713);
    expect((areaOf(enough) - 0.5) / error).toBeGreaterThan(2.713);
    expect(whyUnfit(labels, least, constant)).toBe("no-ranking");
    expect(whyUnfit(labels, enough, constant)).toBeNull();
  });

  it("the plainest reason is given first: a broken forecast is not called a poor one", () => {
    const broken = each((left, row) => (row === 0 ? Number.NaN : left ? 0.01 : 0.99));
    expect(whyUnfit(labels, broken, constant)).toBe("not-a-probability");
    expect(
      whyUnfit(
        labels,
        each(() => 0.99),
        constant,
      ),
    ).toBe("all-alike");
  });
});
