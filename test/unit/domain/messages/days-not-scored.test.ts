import { expect, it } from "vitest";
import { daysNotScored, type ScoringOfDay } from "../../../../src/domain/messages/days-not-scored.ts";

const WEEK = { fromDay: "2026-03-02", toDay: "2026-03-09" };
const scoring = (day: string, status: ScoringOfDay["status"], isLast = false): ScoringOfDay => ({
  day,
  status,
  isLast,
});

it("names the days on which nobody was scored, alike ones in a row together", () => {
  const scorings = [
    scoring("2026-03-02", "done"),
    scoring("2026-03-07", "failed", true),
    scoring("2026-03-08", "skipped"),
    scoring("2026-03-09", "running"),
  ];
  const missed = [{ firstDay: "2026-03-03", lastDay: "2026-03-06" }];
  expect(daysNotScored(WEEK, scorings, missed)).toEqual([
    { fromDay: "2026-03-03", toDay: "2026-03-06", because: "off" },
    { fromDay: "2026-03-07", toDay: "2026-03-07", because: "failed" },
    { fromDay: "2026-03-09", toDay: "2026-03-09", because: "not-yet" },
  ]);
});

it("tells of what is missing since a day before only what lies in the week", () => {
  const missed = [{ firstDay: "2026-02-20", lastDay: "2026-03-03" }];
  expect(daysNotScored(WEEK, [], missed)).toEqual([
    { fromDay: "2026-03-02", toDay: "2026-03-03", because: "off" },
  ]);
});

it("is silent of days of which nothing is known, and of a failure that is tried again says not yet", () => {
  expect(daysNotScored(WEEK, [], [])).toEqual([]);
  expect(daysNotScored(WEEK, [scoring("2026-03-04", "failed")], [])).toMatchObject([{ because: "not-yet" }]);
});

it("keeps days apart that a scoring parts", () => {
  const missed = [{ firstDay: "2026-03-02", lastDay: "2026-03-06" }];
  const told = daysNotScored(WEEK, [scoring("2026-03-04", "done")], missed);
  expect(told.map(({ fromDay, toDay }) => [fromDay, toDay])).toEqual([
    ["2026-03-02", "2026-03-03"],
    ["2026-03-05", "2026-03-06"],
  ]);
});
