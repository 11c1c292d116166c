import { describe, expect, it } from "vitest";
import { whyUnfit } from "../../../../src/domain/risk/release.ts";

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
});
