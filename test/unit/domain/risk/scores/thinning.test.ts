import { expect, it } from "vitest";
import { weeksToThin } from "../../../../../src/domain/risk/scores/thinning.ts";

const NOW = new Date("2026-11-30T03:00:00Z"); // a Monday
const KEPT = 30; // up to Saturday, 31 October
const OLDEST = new Date("2026-10-08T04:00:00Z"); // a Thursday

const asDays = (most = 100, keptDays = KEPT, oldest = OLDEST) =>
  weeksToThin(oldest, NOW, keptDays, most).map(({ from, before }) =>
    [from, before].map((moment) => moment.toISOString()),
  );

it("are whole weeks from Monday on, none of which reaches into the days that are kept", () => {
  expect(asDays()).toEqual([
    ["2026-10-05T00:00:00.000Z", "2026-10-12T00:00:00.000Z"],
    ["2026-10-12T00:00:00.000Z", "2026-10-19T00:00:00.000Z"],
    ["2026-10-19T00:00:00.000Z", "2026-10-26T00:00:00.000Z"],
  ]);
});

it("come with the next Monday, and not before", () => {
  expect(asDays(100, 29)).toHaveLength(3); // Sunday
  expect(asDays(100, 28)).toHaveLength(4); // Monday
});

it("are the oldest, where there are more than a night's", () => {
  expect(asDays(1)).toEqual(asDays().slice(0, 1));
});

it("are none where nothing is old", () => {
  expect(asDays(100, KEPT, NOW)).toEqual([]);
});
