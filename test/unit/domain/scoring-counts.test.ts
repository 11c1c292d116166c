import { describe, expect, it } from "vitest";
import {
  addCounts,
  NOBODY_SCORED,
  outOfRangeShare,
  type ScoringCounts,
  unratedOf,
} from "../../../src/domain/risk/scores/scoring-counts.ts";

const counts = (given: Partial<ScoringCounts>): ScoringCounts => ({ ...NOBODY_SCORED, ...given });

describe("the counts of a scoring's ranges", () => {
  const [a, b, c] = [
    counts({
      scored: 3,
      unscored: 1,
      outside: 2,
      values: 40,
      unrated: { USD: 1 },
      newest: "2026-05-01T00:00:00.000Z",
    }),
    counts({ kept: 5, unrated: { USD: 2, GBP: 4 } }),
    counts({ scored: 2, outside: 1, values: 20, unrated: { GBP: 1 }, newest: "2026-06-01T00:00:00.000Z" }),
  ];

  it("add up, whichever range ends first", () => {
    const sum = [a, b, c].reduce(addCounts, NOBODY_SCORED);
    expect([c, a, b].reduce(addCounts, NOBODY_SCORED)).toEqual(sum);
    expect(sum).toEqual({
      ...{ scored: 5, unscored: 1, kept: 5, outside: 3, values: 60 },
      unrated: { USD: 3, GBP: 5 },
      newest: "2026-06-01T00:00:00.000Z",
    });
    expect(unratedOf(sum)).toEqual([
      { currency: "GBP", customers: 5 },
      { currency: "USD", customers: 3 },
    ]);
    expect(outOfRangeShare(sum)).toBe(0.05);
  });

  it("of nobody are none, and no share of nothing", () => {
    expect(addCounts(NOBODY_SCORED, NOBODY_SCORED)).toEqual(NOBODY_SCORED);
    expect(outOfRangeShare(NOBODY_SCORED)).toBe(0);
  });

  it("are plain values, so that they are the same when read from the database", () => {
    expect(JSON.parse(JSON.stringify(a))).toEqual(a);
  });
});
