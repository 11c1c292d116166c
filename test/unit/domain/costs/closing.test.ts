import { describe, expect, it } from "vitest";
import {
  mayAdd,
  mayClose,
  mayCorrect,
  mayState,
  mayStateHourlyCost,
} from "../../../../src/domain/costs/closing.ts";
import type { LedgerEntry } from "../../../../src/domain/costs/cost-entry.ts";
import { MOST_MINOR } from "../../../../src/domain/money.ts";
import { phrase } from "../../../../src/domain/phrase.ts";

const original: LedgerEntry = {
  id: 12,
  source: "test",
  externalId: "1",
  category: "labour",
  subcategory: "pay",
  kind: "direct",
  amountMinor: 10_000,
  currency: "EUR",
  fromDay: "2026-07-01",
  toDay: "2026-07-31",
  appliesTo: "segment:VIP",
  driver: "minutes",
  note: "Pay",
  correctsId: null,
  recurringId: null,
  bookedOn: null,
  createdBy: "U1",
  createdAt: new Date("2026-08-01T00:00:00Z"),
};

describe("a closed ledger", () => {
  it("refuses an entry that touches a closed day, with the two ways there are", () => {
    expect(mayAdd({ fromDay: "2026-08-01" }, "2026-07-31")).toEqual({ kind: "allowed" });
    expect(mayAdd({ fromDay: "2026-07-31" }, null)).toEqual({ kind: "allowed" });
    const refusal = mayAdd({ fromDay: "2026-07-31" }, "2026-07-31");
    expect(refusal).toMatchObject({ kind: "refused", because: "closed-period" });
    expect(refusal).toMatchObject({ problem: { parameters: { next: { day: "2026-08-01" } } } });
  });

  it("is closed through a day that is over, and only further", () => {
    expect(mayClose("2026-07-31", "2026-06-30", "2026-08-01")).toEqual({ kind: "allowed" });
    expect(mayClose("2026-08-01", null, "2026-08-01")).toMatchObject({
      because: "not-over",
      problem: phrase("ledger.not-over", { day: { day: "2026-08-01" }, latest: { day: "2026-07-31" } }),
    });
    expect(mayClose("2026-06-30", "2026-06-30", "2026-08-01")).toMatchObject({
      because: "closed-before",
      problem: phrase("ledger.closed-before", { through: { day: "2026-06-30" } }),
    });
  });

  it("takes no hourly cost on closed days, whether one was in force or not", () => {
    expect(mayStateHourlyCost("2026-08-01", "2026-07-31")).toEqual({ kind: "allowed" });
    expect(mayStateHourlyCost("2026-07-31", null)).toEqual({ kind: "allowed" });
    expect(mayStateHourlyCost("2026-07-31", "2026-07-31")).toMatchObject({
      because: "closed-period",
      problem: phrase("ledger.hours-closed", {
        through: { day: "2026-07-31" },
        next: { day: "2026-08-01" },
      }),
    });
  });

  it("takes a rate on closed days only where none was in force", () => {
    expect(mayState("2026-07-01", false, "2026-07-31")).toEqual({ kind: "allowed" });
    expect(mayState("2026-08-01", true, "2026-07-31")).toEqual({ kind: "allowed" });
    expect(mayState("2026-07-01", true, null)).toEqual({ kind: "allowed" });
    expect(mayState("2026-07-31", true, "2026-07-31")).toMatchObject({
      because: "closed-period",
      problem: phrase("ledger.in-force", {
        through: { day: "2026-07-31" },
        from: { day: "2026-07-31" },
        next: { day: "2026-08-01" },
      }),
    });
  });
});

describe("a correction", () => {
  const judge = (byMinor: number, correctedMinor = 0) => mayCorrect({ original, correctedMinor, byMinor });

  it("may take back all that is left, and not a cent more", () => {
    expect(judge(-10_000)).toEqual({ kind: "allowed" });
    expect(judge(-10_001)).toMatchObject({ because: "below-zero" });
    expect(judge(-6_000, -4_000)).toEqual({ kind: "allowed" });
    expect(judge(-6_001, -4_000)).toMatchObject({ because: "below-zero" });
    expect(judge(-6_001, -4_000)).toMatchObject({
      problem: phrase("ledger.below-zero", {
        id: "12",
        worth: { minor: 6_000, currency: "EUR" },
        taken: { minor: 6_001, currency: "EUR" },
      }),
    });
    expect(judge(500, -10_000)).toEqual({ kind: "allowed" });
  });

  it("leaves at most what one amount may be", () => {
    expect(judge(MOST_MINOR - 10_000)).toEqual({ kind: "allowed" });
    expect(judge(MOST_MINOR - 9_999)).toMatchObject({
      because: "too-large",
      problem: phrase("ledger.too-large", { id: "12", most: { minor: MOST_MINOR, currency: "EUR" } }),
    });
    expect(judge(-5, 9 * MOST_MINOR)).toEqual({ kind: "allowed" });
  });

  it("changes something, and an original", () => {
    expect(judge(0)).toMatchObject({
      because: "no-change",
      problem: phrase("ledger.no-change", { id: "12" }),
    });
    const correction = { ...original, id: 13, correctsId: 12 };
    expect(mayCorrect({ original: correction, correctedMinor: 0, byMinor: 5 })).toMatchObject({
      because: "a-correction",
      problem: phrase("ledger.a-correction", { id: "13", corrects: "12" }),
    });
  });
});
