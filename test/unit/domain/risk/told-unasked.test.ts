import { describe, expect, it } from "vitest";
import { isToldUnasked } from "../../../../src/domain/risk/told-unasked.ts";

const buyer = { probability: 0.2, weekEarlier: 0.2, hasContract: false, daysSinceLastPurchase: 30 };

describe("who may be told of unasked", () => {
  it.each([
    ["a low risk that stays", {}, false],
    ["a high risk", { probability: 0.5 }, true],
    ["a high risk scored for the first time", { probability: 0.5, weekEarlier: null }, true],
    ["a low risk scored for the first time", { weekEarlier: null }, false],
    ["a risk that rose by ten points", { probability: 0.35 }, true],
    ["a risk that fell by ten points", { probability: 0.05 }, true],
    ["a smaller step", { probability: 0.29 }, false],
    [
      "a high risk that has lapsed",
      { probability: 0.9, weekEarlier: 0.9, daysSinceLastPurchase: 181 },
      false,
    ],
    ["one that has not lapsed yet", { probability: 0.9, weekEarlier: 0.9, daysSinceLastPurchase: 180 }, true],
    [
      "a high risk with a contract, whatever it bought",
      { probability: 0.9, weekEarlier: 0.9, hasContract: true, daysSinceLastPurchase: 900 },
      true,
    ],
    ["a high risk that never bought", { probability: 0.9, daysSinceLastPurchase: Number.NaN }, true],
    [
      "a lapsed one whose risk moved",
      { probability: 0.9, weekEarlier: 0.7, daysSinceLastPurchase: 400 },
      true,
    ],
  ])("%s", (_, changed, told) => {
    expect(isToldUnasked({ ...buyer, ...changed })).toBe(told);
  });
});
