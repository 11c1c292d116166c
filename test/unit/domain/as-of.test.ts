import { expect, it } from "vitest";
import { endOfData, scoringMoment } from "../../../src/domain/as-of.ts";

const NOW = new Date("2026-11-22T10:00:00Z");

it("ends an imported history at the midnight after its newest activity", () => {
  expect(endOfData(new Date("2010-12-09T20:01:00Z"), NOW)).toEqual(new Date("2010-12-10T00:00:00Z"));
  expect(endOfData(new Date("2010-12-10T00:00:00Z"), NOW)).toEqual(new Date("2010-12-11T00:00:00Z"));
});

it("is never later than now, also with an empty store or an activity dated ahead", () => {
  expect(endOfData(new Date("2026-11-22T09:00:00Z"), NOW)).toEqual(NOW);
  expect(endOfData(new Date("2027-01-01T00:00:00Z"), NOW)).toEqual(NOW);
  expect(endOfData(null, NOW)).toEqual(NOW);
});

it("scores now while the data is fresh, and at its end once it is a week old", () => {
  expect(scoringMoment(new Date("2026-11-15T00:00:00Z"), NOW)).toEqual(NOW);
  expect(scoringMoment(new Date("2026-11-14T23:59:00Z"), NOW)).toEqual(new Date("2026-11-15T00:00:00Z"));
  expect(scoringMoment(null, NOW)).toEqual(NOW);
  const midnight = new Date("2026-11-22T00:00:00Z");
  expect(scoringMoment(new Date("2026-11-14T12:00:00Z"), midnight)).toEqual(midnight);
});
