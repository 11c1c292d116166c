import { describe, expect, it } from "vitest";
import { silenceReason } from "../../../../src/domain/risk/silence.ts";

const history = (purchaseDays: number, daysSinceFirstPurchase: number, contractAgeDays = Number.NaN) => ({
  purchaseDays,
  daysSinceFirstPurchase,
  contractAgeDays,
});

describe("silenceReason", () => {
  it.each([
    [history(1, 12), "not enough history yet: 1 purchase, 12 days"],
    [history(2, 1), "not enough history yet: 2 purchases, 1 day"],
    [history(0, Number.NaN, 29), "not enough history yet: no purchases, 29 days"],
    [history(0, Number.NaN), "not enough history yet: no purchases, no days"],
  ])("says what is there when it is too little", (given, reason) => {
    expect(silenceReason(given)).toBe(reason);
  });

  it.each([
    ["a month of history", history(1, 30)],
    ["a month of contract", history(0, Number.NaN, 30)],
    ["three purchase days", history(3, 5)],
    ["the longer of the two", history(1, 2, 400)],
  ])("is null with %s", (_, given) => {
    expect(silenceReason(given)).toBeNull();
  });
});
