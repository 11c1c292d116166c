import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../../src/domain/calendar.ts";
import { dueEntries, type RecurringCost } from "../../../../src/domain/costs/recurring.ts";

const subscription: RecurringCost = {
  id: 7,
  every: "month",
  category: "tools",
  subcategory: null,
  kind: "indirect",
  amountMinor: 5_000,
  currency: "EUR",
  fromDay: "2026-01-31",
  untilDay: null,
  appliesTo: "all",
  driver: "equal",
  note: null,
};
const periods = (cost: Partial<RecurringCost>, day: string) =>
  dueEntries({ ...subscription, ...cost }, day).map(({ fromDay, toDay }) => `${fromDay}..${toDay}`);

describe("a recurring cost", () => {
  it("comes back on the 31st after shorter months", () => {
    expect(periods({}, "2026-05-30")).toEqual([
      "2026-01-31..2026-02-27",
      "2026-02-28..2026-03-30",
      "2026-03-31..2026-04-29",
      "2026-04-30..2026-05-30",
    ]);
  });

  it("is due on the first day of its period and not before", () => {
    expect(periods({}, "2026-01-30")).toEqual([]);
    expect(periods({}, "2026-01-31")).toHaveLength(1);
  });

  it("comes by quarters and by years, also from 29 February", () => {
    expect(periods({ every: "quarter", fromDay: "2025-11-30" }, "2026-05-30")).toEqual([
      "2025-11-30..2026-02-27",
      "2026-02-28..2026-05-29",
      "2026-05-30..2026-08-29",
    ]);
    expect(periods({ every: "year", fromDay: "2024-02-29" }, "2028-03-01")).toEqual([
      "2024-02-29..2025-02-27",
      "2025-02-28..2026-02-27",
      "2026-02-28..2027-02-27",
      "2027-02-28..2028-02-28",
      "2028-02-29..2029-02-27",
    ]);
  });

  it("counts the period whole in which it ends, and begins none after", () => {
    const ended = { fromDay: "2026-01-01", untilDay: "2026-03-01" };
    expect(periods(ended, "2026-12-31").at(-1)).toBe("2026-03-01..2026-03-31");
    expect(periods({ ...ended, untilDay: "2026-02-28" }, "2026-12-31").at(-1)).toBe("2026-02-01..2026-02-28");
  });

  it("keys each entry by its first day", () => {
    expect(
      dueEntries(subscription, "2026-02-28").map(({ source, externalId }) => [source, externalId]),
    ).toEqual([
      ["recurring", "recurring:7:2026-01-31"],
      ["recurring", "recurring:7:2026-02-28"],
    ]);
  });

  it("covers every day once, whatever day it began, and never changes what was made", () => {
    const cost = fc.record({
      every: fc.constantFrom("month" as const, "quarter" as const, "year" as const),
      start: fc.integer({ min: 0, max: 1_500 }),
      length: fc.integer({ min: 0, max: 1_500 }),
    });
    fc.assert(
      fc.property(cost, ({ every, start, length }) => {
        const fromDay = addDays("2023-01-01", start);
        const day = addDays(fromDay, length);
        const entries = dueEntries({ ...subscription, every, fromDay }, day);
        for (const [index, entry] of entries.entries()) {
          expect(entry.fromDay).toBe(index === 0 ? fromDay : addDays(entries[index - 1]!.toDay, 1));
        }
        expect(entries.at(-1)!.fromDay <= day && day <= entries.at(-1)!.toDay).toBe(true);
        const earlier = dueEntries(
          { ...subscription, every, fromDay },
          addDays(fromDay, Math.floor(length / 2)),
        );
        expect(entries.slice(0, earlier.length)).toEqual(earlier);
      }),
      { numRuns: 500 },
    );
  });
});
