import { describe, expect, it } from "vitest";
import {
  customerEffortScore,
  customerSatisfaction,
  netPromoterScore,
} from "../../../../../src/domain/value/metrics/satisfaction.ts";

describe("satisfaction (A12)", () => {
  it("NPS is % of 9–10 minus % of 0–6; 7 and 8 only count as answers", () => {
    expect(netPromoterScore([10, 9, 9, 9, 8, 7, 7, 6, 0, 3])).toEqual({
      kind: "figure",
      value: 10,
      answers: 10,
    });
    expect(netPromoterScore([6, 6])).toMatchObject({ value: -100 });
  });

  it("CSAT is satisfied ÷ answered", () => {
    expect(customerSatisfaction([5, 4, 3, 1], 4)).toEqual({ kind: "figure", value: 50, answers: 4 });
  });

  it("CES is the mean on its scale", () => {
    expect(customerEffortScore([1, 2, 6])).toEqual({ kind: "figure", value: 3, answers: 3 });
  });

  it("has no figure without answers", () => {
    for (const none of [netPromoterScore([]), customerSatisfaction([], 4), customerEffortScore([])]) {
      expect(none).toEqual({ kind: "not-applicable", because: "no-answers" });
    }
  });
});
