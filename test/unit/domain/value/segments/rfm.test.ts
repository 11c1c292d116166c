import { describe, expect, it } from "vitest";
import { rfm, rfmScores } from "../../../../../src/domain/value/segments/rfm.ts";
import { bought, valued } from "./valued.ts";

/** Ten buyers, the first the best at everything: two in each fifth. */
const ranked = Array.from({ length: 10 }, (_, place) => ({
  purchases: bought({ daysSinceLastPurchase: 10 * place, purchaseDays12m: 20 - place }),
  revenue12mMinor: 1_000 - place,
}));

describe("the fifths", () => {
  it("are of those who ever bought, best the latest, the most often and for most", () => {
    const customers = [valued({ purchases: null }), ...ranked.map(valued)];
    const [never, ...scores] = rfmScores(customers);
    expect(never).toBeNull();
    const all = (fifth: number) => ({ lately: fifth, often: fifth, much: fifth });
    expect(scores).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1].map(all));
  });
});

describe("the group", () => {
  const assigned = rfm.assign([valued({ purchases: null }), ...ranked.map(valued)]).assigned;

  it("goes from champions to hibernating as everything falls off together", () => {
    expect(assigned).toEqual([
      "no-purchases",
      ...["champions", "champions", "champions", "champions", "loyal", "loyal"],
      ...["hibernating", "hibernating", "hibernating", "hibernating"],
    ]);
  });

  /** The customer who bought as lately as the first of the ten and is otherwise like another one. */
  const groupOf = (lately: number, worth: number, first = 400) => {
    const one = {
      purchases: bought({
        daysSinceLastPurchase: 10 * lately,
        purchaseDays12m: 20 - worth,
        daysSinceFirstPurchase: first,
      }),
      revenue12mMinor: 1_000 - worth,
    };
    const others = ranked.map((other, place) => (place === lately ? one : other));
    return rfm.assign(others.map(valued)).assigned[lately];
  };

  it("is at risk for good customers who stay away, promising for small ones who do not", () => {
    expect(groupOf(9, 0)).toBe("at-risk");
    expect(groupOf(0, 9)).toBe("promising");
  });

  it("is new within a quarter of the first purchase, whatever the fifths say", () => {
    expect(groupOf(0, 0, 91)).toBe("new");
    expect(groupOf(9, 9, 91)).toBe("new");
    expect(groupOf(0, 0, 92)).toBe("champions");
  });
});
