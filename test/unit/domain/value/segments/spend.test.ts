import { describe, expect, it } from "vitest";
import { spend } from "../../../../../src/domain/value/segments/spend.ts";
import { bought, valued } from "./valued.ts";

/** Ten customers of one order each, from 10.00 down to 1.00; the given one is put in the place of one of them. */
function segmentAt(place: number, given: Parameters<typeof valued>[0] = {}) {
  const orders = Array.from({ length: 10 }, (_, at) => ({
    ordered12mMinor: 1_000 - 100 * at,
    purchases: bought({ purchaseDays12m: 1 }),
  }));
  const customers = orders.map((facts, at) => valued(at === place ? { ...facts, ...given } : facts));
  return spend.assign(customers).assigned[place];
}
const returned = (share: number, place: number) => ({
  refunded12mMinor: share * (1_000 - 100 * place),
});

describe("by the average order", () => {
  it("the fifth with the largest spends big, whatever it gives back", () => {
    expect([0, 1, 2].map((place) => segmentAt(place))).toEqual(["big-spender", "big-spender", "everyday"]);
    expect(segmentAt(0, returned(0.5, 0))).toBe("big-spender");
  });

  it("the half with the smallest hunts bargains where a tenth is given back", () => {
    expect(segmentAt(5, returned(0.1, 5))).toBe("bargain-hunter");
    expect(segmentAt(5, returned(0.09, 5))).toBe("everyday");
    expect(segmentAt(9, returned(0.5, 9))).toBe("bargain-hunter");
    expect(segmentAt(4, returned(0.5, 4))).toBe("everyday");
  });

  it("is an order's, not the year's: many small ones are not big", () => {
    expect(segmentAt(0, { purchases: bought({ purchaseDays12m: 100 }) })).toBe("everyday");
  });

  it("nothing given back of nothing ordered is no bargain", () => {
    expect(segmentAt(9, { ordered12mMinor: 0, refunded12mMinor: 0 })).toBe("everyday");
  });

  it("is not known without an order in the year", () => {
    expect(segmentAt(3, { purchases: null })).toBe("no-orders");
    expect(segmentAt(3, { purchases: bought({ purchaseDays12m: 0 }) })).toBe("no-orders");
  });
});
