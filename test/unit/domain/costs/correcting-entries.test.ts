import { describe, expect, it } from "vitest";
import { addDays } from "../../../../src/domain/calendar.ts";
import { correctingEntries } from "../../../../src/domain/costs/correcting-entries.ts";
import type { LedgerEntry } from "../../../../src/domain/costs/cost-entry.ts";
import { shareOfDays } from "../../../../src/domain/figures/share-of-days.ts";

const original: LedgerEntry = {
  ...{ id: 12, source: "test", externalId: "1", category: "labour", subcategory: "pay", kind: "direct" },
  ...{ amountMinor: 10_007, currency: "EUR", fromDay: "2026-07-01", toDay: "2026-07-31" },
  ...{ appliesTo: "segment:VIP", driver: "minutes", note: "Pay", correctsId: null, recurringId: null },
  ...{ bookedOn: null, createdBy: "U1", createdAt: new Date("2026-08-01T00:00:00Z") },
};
const correct = (byMinor: number, closedThrough: string | null) =>
  correctingEntries(original, { source: "ledger", note: "Wrong", byMinor, before: 2 }, closedThrough);

describe("the entries that correct another", () => {
  it("are one of its days and purpose while they are open, and leave nothing of it on any day", () => {
    for (const closedThrough of [null, "2026-06-30"]) {
      const [back, ...more] = correct(-10_007, closedThrough);
      expect(more).toEqual([]);
      expect(back).toMatchObject({
        bookedOn: null,
        entry: {
          ...{ externalId: "correction:12:3", fromDay: "2026-07-01", toDay: "2026-07-31" },
          ...{ appliesTo: "segment:VIP", driver: "minutes", subcategory: "pay", note: "Wrong" },
        },
      });
      for (const day of ["2026-07-01", "2026-07-15", "2026-07-31"]) {
        expect(shareOfDays(original, day, day) + shareOfDays(back!.entry, day, day)).toBe(0);
      }
    }
  });

  it("count on the first open day where all of its days are closed", () => {
    expect(correct(-7, "2026-08-31")).toMatchObject([
      {
        bookedOn: "2026-09-01",
        entry: { fromDay: "2026-07-01", toDay: "2026-07-31", amountMinor: -7 },
      },
    ]);
  });

  it("are two where some are closed: each part has what falls on its days, and they add up", () => {
    expect(correct(-310, "2026-07-10")).toMatchObject([
      {
        bookedOn: "2026-07-11",
        entry: { ...{ fromDay: "2026-07-01", toDay: "2026-07-10" }, amountMinor: -100 },
      },
      {
        bookedOn: null,
        entry: { ...{ fromDay: "2026-07-11", toDay: "2026-07-31" }, amountMinor: -210 },
      },
    ]);
    expect(correct(-310, "2026-07-10").map(({ entry }) => entry.externalId)).toEqual([
      "correction:12:3",
      "correction:12:4",
    ]);
    for (let days = 0; days < 30; days += 1) {
      const made = correct(997, addDays("2026-07-01", days));
      expect(made.reduce((sum, { entry }) => sum + entry.amountMinor, 0)).toBe(997);
    }
  });

  it("leave out a part of nothing", () => {
    expect(correct(3, "2026-07-10")).toMatchObject([{ bookedOn: "2026-07-11", entry: { amountMinor: 3 } }]);
  });
});
