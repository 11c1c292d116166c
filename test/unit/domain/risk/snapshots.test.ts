import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysAfter } from "../../../../src/domain/clock.ts";
import { phrase } from "../../../../src/domain/phrase.ts";
import { labelKnownAt, planSnapshots, trainingSnapshots } from "../../../../src/domain/risk/snapshots.ts";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const days = (dates: readonly Date[]) => dates.map((date) => date.toISOString().slice(0, 10));

describe("planSnapshots", () => {
  it("holds out the snapshot whose labels close at the as-of date and learns from earlier ones", () => {
    const plan = planSnapshots({ firstEventAt: day("2009-12-01"), asOf: day("2010-12-10"), horizonDays: 90 });
    expect(plan.kind).toBe("snapshots");
    if (plan.kind !== "snapshots") return;
    expect(days([plan.heldOut])).toEqual(["2010-09-11"]);
    expect(days(plan.training)).toEqual([
      "2010-02-13",
      "2010-03-15",
      "2010-04-14",
      "2010-05-14",
      "2010-06-13",
    ]);
  });

  it("never learns from a label that was unknown at the held-out date, nor reaches before the history", () => {
    const anyPlan = fc.record({
      historyDays: fc.integer({ min: 0, max: 2_000 }),
      horizonDays: fc.integer({ min: 1, max: 365 }),
      hours: fc.integer({ min: 0, max: 23 }),
    });
    fc.assert(
      fc.property(anyPlan, ({ historyDays, horizonDays, hours }) => {
        const asOf = new Date(day("2026-06-01").getTime() + hours * 3_600_000);
        const firstEventAt = daysAfter(asOf, -historyDays);
        const plan = planSnapshots({ firstEventAt, asOf, horizonDays });
        if (plan.kind !== "snapshots") {
          expect(historyDays).toBeLessThan(2 * horizonDays + 90);
          return;
        }
        expect(labelKnownAt(plan.heldOut, horizonDays, asOf)).toBe(true);
        expect(plan.training.length).toBeLessThanOrEqual(14);
        expect(plan.training.at(-1)).toEqual(daysAfter(plan.heldOut, -horizonDays));
        expect(daysAfter(plan.heldOut, -horizonDays) >= daysAfter(firstEventAt, 90)).toBe(true);
        for (const snapshot of plan.training) {
          expect(labelKnownAt(snapshot, horizonDays, plan.heldOut)).toBe(true);
          expect(snapshot >= daysAfter(firstEventAt, 60)).toBe(true);
        }
      }),
    );
  });

  it("says how many days are missing", () => {
    const plan = planSnapshots({ firstEventAt: day("2026-01-02"), asOf: day("2026-06-01"), horizonDays: 90 });
    expect(plan).toEqual({
      kind: "not-enough-history",
      reason: phrase("history.too-short", {
        days: 150,
        until: { day: "2026-06-01" },
        needed: 270,
        more: 120,
      }),
    });
  });

  it.each([null, day("2026-06-01")])(
    "says that there is nothing before the date (first event %s)",
    (firstEventAt) => {
      const plan = planSnapshots({ firstEventAt, asOf: day("2026-06-01"), horizonDays: 90 });
      expect(plan).toEqual({
        kind: "not-enough-history",
        reason: phrase("history.none", { until: { day: "2026-06-01" } }),
      });
    },
  );
});

describe("trainingSnapshots", () => {
  it("asks for 90 days of history before the newest, for 60 before older ones", () => {
    const newest = day("2010-03-01");
    const from = (firstEventAt: string) =>
      days(trainingSnapshots({ newest, firstEventAt: day(firstEventAt) }));
    expect(from("2009-12-02")).toEqual([]);
    expect(from("2009-12-01")).toEqual(["2010-01-30", "2010-03-01"]);
    expect(from("2009-11-02")).toEqual(["2010-01-30", "2010-03-01"]);
    expect(from("2009-11-01")).toEqual(["2009-12-31", "2010-01-30", "2010-03-01"]);
  });

  it("reaches back far enough that the season ahead of the test has been seen, and no further", () => {
    const newest = day("2012-06-13");
    const snapshots = trainingSnapshots({ newest, firstEventAt: day("2009-12-01") });
    expect(snapshots).toHaveLength(14);
    // A test 90 days after the newest: the same date a year earlier lies within the series.
    const yearBeforeTest = daysAfter(newest, 90 - 365);
    expect(snapshots[0]! < yearBeforeTest).toBe(true);
  });
});
