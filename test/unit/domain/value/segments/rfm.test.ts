import { describe, expect, it } from "vitest";
import { rfm, rfmScores } from "../../../../../src/domain/value/segments/rfm.ts";
import { bought, valued } from "./valued.ts";

/** Ten buyers, the first the best at everything: two in each fifth. */
const ranked = Array.from({ length: 10 }, (_, place) => ({
  purchases: bought({ daysSinceLastPurchase: 10 * place, purchaseDays12m: 20 - place }),
  revenue12mMinor: 1_000 - place,
}));

/** One who pays monthly, and never ordered. */
const contract = (given: Parameters<typeof valued>[0]) =>
  valued({ hasContract: true, purchases: null, revenue12mMinor: 5_040_000, ...given });

it("sets contracts apart, with and without orders, and lets them take no buyer's place", () => {
  const buyers = ranked.map(valued);
  const contracts = [contract({}), contract({ purchases: bought({ daysSinceLastPurchase: 300 }) })];
  const { assigned, segments } = rfm.assign([...contracts, ...buyers]);
  expect(assigned.slice(0, 2)).toEqual(["contract", "contract"]);
  expect(assigned.slice(2)).toEqual(rfm.assign(buyers).assigned);
  expect(segments.map(({ key }) => key)).not.toContain("no-purchases");
});

describe("the fifths", () => {
  it("are of those who ever bought, best the latest, the most often and for most", () => {
    const customers = [contract({}), ...ranked.map(valued)];
    const [agreed, ...scores] = rfmScores(customers);
    expect(agreed).toBeNull();
    const all = (fifth: number) => ({ lately: fifth, often: fifth, much: fifth });
    expect(scores).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1].map(all));
  });
});

describe("the group", () => {
  const assigned = rfm.assign([contract({}), ...ranked.map(valued)]).assigned;

  it("goes from champions to hibernating as everything falls off together", () => {
    expect(assigned).toEqual([
      "contract",
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
