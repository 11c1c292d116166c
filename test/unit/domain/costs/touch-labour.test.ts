import { describe, expect, it } from "vitest";
import { type HourlyCost, priceTouches } from "../../../../src/domain/costs/touch-labour.ts";

const hourly = (memberId: string, fromDay: string, minor: number, currency = "EUR"): HourlyCost => ({
  memberId,
  fromDay,
  perHour: { minor, currency },
});
const touch = (memberId: string | null, day: string, minutes: number) => ({
  customerId: 1,
  memberId,
  day,
  minutes,
});
const COSTS = [
  hourly("U1", "2026-01-01", 6_000),
  hourly("U1", "2026-07-01", 9_000),
  hourly("U2", "2026-01-01", 4_001),
];

describe("the labour of touches", () => {
  it("is minutes × hourly cost ÷ 60, at what was in force on the day", () => {
    const { priced } = priceTouches(
      [touch("U1", "2026-06-30", 15), touch("U1", "2026-07-01", 15), touch("U2", "2026-06-30", 1)],
      COSTS,
    );
    expect(priced.map(({ cost }) => cost.minor)).toEqual([1_500, 2_250, 67]);
  });

  it("is at the newest hourly cost that had begun, in whatever order they were stated", () => {
    const first = hourly("U1", "2025-01-01", 3_000);
    for (const costs of [[first, ...COSTS], [...COSTS, first], [...COSTS].reverse()])
      expect(priceTouches([touch("U1", "2026-08-01", 60)], costs).priced[0]?.cost.minor).toBe(9_000);
  });

  it("rounds each touch, halves up", () => {
    const odd = [hourly("U1", "2026-01-01", 30), hourly("U2", "2026-01-01", 1_000, "JPY")];
    const { priced } = priceTouches([touch("U1", "2026-02-01", 1), touch("U2", "2026-02-01", 7)], odd);
    expect(priced.map(({ cost }) => cost)).toEqual([
      { minor: 1, currency: "EUR" },
      { minor: 117, currency: "JPY" },
    ]);
  });

  it("lists time without a price, and never counts it as free", () => {
    const result = priceTouches(
      [
        touch("U9", "2026-06-30", 15),
        touch("U9", "2026-07-30", 20),
        touch(null, "2026-06-30", 5),
        touch("U1", "2025-12-31", 10),
        touch("U9", "2026-07-30", 0),
      ],
      COSTS,
    );
    expect(result).toEqual({
      priced: [],
      unpriced: [
        { memberId: "U9", touches: 2, minutes: 35 },
        { memberId: null, touches: 1, minutes: 5 },
        { memberId: "U1", touches: 1, minutes: 10 },
      ],
    });
  });
});
