import { expect, it } from "vitest";
import {
  lastDayOfPoints,
  liabilityOf,
  parsePointsPerUnit,
  pointsFor,
  programmeOn,
  worthOf,
} from "../../../../../src/domain/value/loyalty/programme.ts";
import { parsePoints } from "../../../../../src/domain/value/loyalty/standing.ts";
import { aProgramme } from "./points-given.ts";

it.each([
  ["a point a euro, rounded down", { minor: 1099, currency: "EUR" }, "1", 10],
  ["three for a hundred dollars", { minor: 99_999, currency: "TWD" }, "0.03", 29],
  ["a currency without decimals", { minor: 1000, currency: "JPY" }, "0.01", 10],
  ["one with three", { minor: 1999, currency: "KWD" }, "3", 5],
  ["less than a point", { minor: 99, currency: "EUR" }, "1", 0],
  ["nothing", { minor: 0, currency: "EUR" }, "1", 0],
  [
    "the most that one amount may be, exactly",
    { minor: 1_000_000_000_000, currency: "EUR" },
    "0.000001",
    10_000,
  ],
])("an amount earns by its currency: %s", (_, money, rate, points) => {
  const programme = aProgramme({ pointsPerUnit: { [money.currency]: rate } });
  expect(pointsFor(money, programme)).toBe(points);
});

it("tells a currency without points from one that earned none", () => {
  expect(pointsFor({ minor: 1000, currency: "USD" }, aProgramme())).toBeNull();
  expect(pointsFor({ minor: 1000, currency: "constructor" }, aProgramme())).toBeNull();
});

it.each(["0", "0.0000", "-1", "1e3", "0.0000001", "1,5", "", "1234567"])(
  "“%s” are no points for a unit",
  (text) => {
    expect(parsePointsPerUnit(text)).toBeNull();
  },
);

it.each([
  ["a year later", "2026-03-15", { count: 12, unit: "months" }, "2027-03-15"],
  ["a leap day's year", "2024-02-29", { count: 12, unit: "months" }, "2025-02-28"],
  ["to a leap day", "2023-08-31", { count: 6, unit: "months" }, "2024-02-29"],
  ["the end of a longer month", "2026-01-31", { count: 1, unit: "months" }, "2026-02-28"],
  ["over the end of a year", "2026-11-30", { count: 3, unit: "months" }, "2027-02-28"],
  ["days, over a leap day", "2024-02-28", { count: 2, unit: "days" }, "2024-03-01"],
] as const)("points last: %s", (_, earnedOn, expiresAfter, last) => {
  expect(lastDayOfPoints(earnedOn, aProgramme({ expiresAfter }))).toBe(last);
});

it("lets points last for ever where nothing is said", () => {
  expect(lastDayOfPoints("2026-01-01", aProgramme({ expiresAfter: null }))).toBeNull();
});

it("goes by the programme of the day, of two from the same day by the one stated last", () => {
  const stated = [
    aProgramme({ id: 3, validFrom: "2026-05-01" }),
    aProgramme({ id: 1, validFrom: "2026-01-01" }),
    aProgramme({ id: 2, validFrom: "2026-05-01" }),
  ];
  const on = (day: string) => programmeOn(stated, day)?.id ?? null;
  expect([on("2025-12-31"), on("2026-01-01"), on("2026-04-30"), on("2026-05-01")]).toEqual([null, 1, 1, 3]);
});

it("values points exactly, and rounds once", () => {
  const programme = aProgramme({ worth: { points: 300, money: { minor: 100, currency: "EUR" } } });
  expect(worthOf(450, programme)).toEqual({ minor: 150, currency: "EUR" });
  expect([worthOf(1, programme).minor, worthOf(2, programme).minor, worthOf(-2, programme).minor]).toEqual([
    0, 1, -1,
  ]);
  // 1,000 × 100 ÷ 300 × 62.5 % = 208.33
  expect(liabilityOf(1000, { ...programme, redeemedPercent: 62.5 }).minor).toBe(208);
  expect(liabilityOf(1000, { ...programme, redeemedPercent: 0 }).minor).toBe(0);
});

it.each([
  ["1", 1],
  ["1,240", 1240],
  ["1.240", 1240],
  ["１００", 100],
  ["0", null],
  ["-5", null],
  ["1.5", null],
  ["1000000001", null],
  ["a few", null],
])("reads “%s” as points: %s", (typed, points) => {
  expect(parsePoints(typed)).toBe(points);
});
