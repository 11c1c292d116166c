import { describe, expect, it } from "vitest";
import { type CutRates, hitRates, type PurchaseDay } from "../../../../src/domain/products/hit-rates.ts";
import { TODAY, times } from "./invented-shop.ts";

function rates(purchases: readonly PurchaseDay[], horizons = [30]): CutRates[] {
  const steps = hitRates(purchases, { cutDay: TODAY, horizons });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Before the cut, and after it where there is a second list. */
const buys = (
  customerId: number,
  before: readonly string[],
  after: readonly string[] = [],
  daysLater = 3,
) => [
  ...before.map((product, place) => ({ customerId, product, day: TODAY - 20 - place })),
  ...after.map((product) => ({ customerId, product, day: TODAY + daysLater })),
];
const crowd = [...times(12, "Tea", "Cup"), ...times(30, "Pen", "Ink"), ...times(40, "Bag")].flatMap(
  (basket, place) => buys(place + 1, basket),
);

describe("hit rates", () => {
  it("count who bought one of the five, of those who bought something new", () => {
    const [thirty] = rates([
      ...crowd,
      ...buys(101, ["Tea"], ["Cup"]),
      ...buys(102, ["Tea"], ["Umbrella"]),
      ...buys(103, ["Tea"], ["Tea"]),
      ...buys(104, [], ["Cup"]),
    ]);
    expect(thirty?.new).toMatchObject({
      customers: 2,
      answered: 2,
      rates: { suggested: 0.5, "own-repeats": 0 },
    });
    expect(thirty?.all).toMatchObject({ customers: 3, rates: { "own-repeats": 1 / 3 } });
  });

  it("know nothing from the cut on", () => {
    const future = Array.from({ length: 20 }, (_, n) => buys(201 + n, ["Bag"], ["Kettle"])).flat();
    const [thirty] = rates([...crowd, ...future]);
    expect(thirty?.new.rates).toEqual({
      suggested: 0,
      "popular-lately": 0,
      "popular-ever": 0,
      "own-repeats": 0,
    });
  });

  it("count as missed who got no suggestion, and look as far as the horizon", () => {
    const all = [...crowd, ...buys(101, ["Umbrella"], ["Cup"], 29), ...buys(102, ["Tea"], ["Cup"], 30)];
    const [thirty, ninety] = rates(all, [30, 90]);
    expect(thirty?.new).toMatchObject({ customers: 1, answered: 0, rates: { suggested: 0 } });
    expect(ninety?.new).toMatchObject({ customers: 2, answered: 1, rates: { suggested: 0.5 } });
  });
});
