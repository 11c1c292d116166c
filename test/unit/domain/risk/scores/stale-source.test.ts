import { describe, expect, it } from "vitest";
import { addDays, type Day, weekdayOf } from "../../../../../src/domain/calendar.ts";
import {
  pausesSince,
  restingSource,
  staleReason,
  staleSource,
  usualGapDays,
} from "../../../../../src/domain/risk/scores/stale-source.ts";
import { textOf } from "../../../../../src/words/text.ts";

const FIRST = "2025-10-01";
/** Those of `count` days from the first of October 2025 on that have rows. */
const daysWhere = (count: number, has: (day: Day, place: number) => boolean) =>
  Array.from({ length: count }, (_, place) => addDays(FIRST, place)).filter(has);
const daily = daysWhere(399, () => true); // Up to 3 November 2026.
const weekdays = daysWhere(398, (day) => weekdayOf(day) <= 5);
const monthly = daysWhere(399, (day) => day.endsWith("-03"));
const at = (moment: string) => new Date(moment);
const staleAt = (days: readonly Day[], moment: string) =>
  staleSource({ source: "crm", days }, at(moment)) !== null;

describe("the usual gap", () => {
  it.each([
    ["every day", daily, 1],
    ["on weekdays", weekdays, 3],
    ["once a week", daysWhere(399, (day) => weekdayOf(day) === 1), 7],
    ["once a month", monthly, 31],
    ["on the first three days of a month", daysWhere(399, (day) => day.slice(8) <= "03"), 29],
  ])("of a source that sends %s", (_, days, gap) => expect(usualGapDays(days)).toBe(gap));

  it("is not known before ten days of rows, nor from those of a year ago", () => {
    expect(usualGapDays(daily.slice(0, 9))).toBeNull();
    expect(usualGapDays(daily.slice(0, 10))).toBe(1);
    expect(usualGapDays([...daily.slice(0, 20), ...daysWhere(800, (_, place) => place > 790)])).toBeNull();
    expect(usualGapDays([])).toBeNull();
  });

  it("does not stretch for an outage or a holiday", () => {
    const outages = daysWhere(399, (_, place) => place % 100 > 9);
    expect(usualGapDays(outages)).toBe(1);
  });
});

describe("a source", () => {
  it("is stale once it has sent nothing for more than twice its usual gap", () => {
    expect(staleAt(daily, "2026-11-06T00:00:00Z")).toBe(false);
    expect(staleAt(daily, "2026-11-06T00:00:01Z")).toBe(true);
    expect(staleAt(weekdays, "2026-11-09T00:00:00Z")).toBe(false);
    expect(staleAt(weekdays, "2026-11-09T04:00:00Z")).toBe(true);
    expect(staleAt(monthly, "2026-12-10T04:00:00Z")).toBe(false);
    expect(staleAt(monthly, "2027-01-10T04:00:00Z")).toBe(true);
  });

  it("never raises the alarm over a weekend or between two months of its own rhythm", () => {
    for (const days of [weekdays, monthly]) {
      for (const [place, day] of days.entries()) {
        // The night before the next rows come, as it was known then.
        const next = days[place + 1];
        if (next !== undefined)
          expect(staleAt(days.slice(0, place + 1), `${next}T00:00:00Z`), day).toBe(false);
      }
    }
  });

  it("stays stale however long ago it stopped, and is not while it has no rhythm", () => {
    expect(staleAt(daily, "2031-01-01T00:00:00Z")).toBe(true);
    expect(staleAt(daily.slice(0, 5), "2031-01-01T00:00:00Z")).toBe(false);
    expect(staleAt([], "2031-01-01T00:00:00Z")).toBe(false);
  });

  it("is named with its last day and its rhythm", () => {
    const told = (days: readonly Day[], moment: string, source = "crm") => {
      const stale = staleSource({ source, days }, at(moment));
      return stale && textOf(staleReason(stale), "en");
    };
    expect(told(daily, "2026-11-08T04:00:00Z")).toBe(
      "no data from “crm” since 3 Nov 2026, though it usually sends every day",
    );
    expect(told(daily, "2026-11-08T04:00:00Z", "纷享销客")).toContain("“纷享销客”");
    expect(told(weekdays, "2027-01-02T04:00:00Z")).toBe(
      "no data from “crm” since 2 Nov 2026, though it usually sends at least every 3 days",
    );
  });
});

describe("a source at rest", () => {
  const stateAt = (days: readonly Day[], moment: string) => {
    const resting = restingSource({ source: "crm", days }, at(moment));
    return resting === null ? "sends" : resting.stopped ? "stopped" : "rests";
  };

  it("is one that has been silent for longer than usual, before it counts as stopped", () => {
    expect(stateAt(daily, "2026-11-05T00:00:00Z")).toBe("sends");
    expect(stateAt(daily, "2026-11-05T00:00:01Z")).toBe("rests");
    expect(stateAt(daily, "2026-11-06T00:00:00Z")).toBe("rests");
    expect(stateAt(daily, "2026-11-06T00:00:01Z")).toBe("stopped");
    expect(stateAt(monthly, "2026-12-05T00:00:00Z")).toBe("sends");
    expect(stateAt(monthly, "2026-12-06T00:00:00Z")).toBe("rests");
    expect(stateAt(daily.slice(0, 5), "2031-01-01T00:00:00Z")).toBe("sends");
  });
});

describe("a pause", () => {
  const paused = (back: Day, from = "2026-11-01T00:00:00Z", days = daily) =>
    pausesSince({ source: "crm", days: [...days, back] }, at(from));

  it("is where rows came again after more than twice the usual gap", () => {
    expect(paused("2026-11-06")).toEqual([]);
    expect(paused("2026-11-07")).toEqual([{ source: "crm", lastDay: "2026-11-03", backDay: "2026-11-07" }]);
    // Of few days the pause itself must not make a long gap usual.
    expect(paused("2026-11-20", "2026-11-01T00:00:00Z", daily.slice(-10))).toHaveLength(1);
    expect(paused("2026-11-20", "2026-11-01T00:00:00Z", daily.slice(-9))).toEqual([]);
  });

  it("is over for whoever asks from a later day on, and none while rows still fail to come", () => {
    expect(paused("2026-11-07", "2026-11-07T23:59:59Z")).toHaveLength(1);
    expect(paused("2026-11-07", "2026-11-08T00:00:00Z")).toEqual([]);
    expect(pausesSince({ source: "crm", days: daily }, at("2026-01-01T00:00:00Z"))).toEqual([]);
  });
});
