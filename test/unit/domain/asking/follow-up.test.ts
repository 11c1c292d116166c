import { describe, expect, it } from "vitest";
import { askedDays } from "../../../../src/domain/asking/asked-days.ts";
import { type AskedBefore, completed, goesOnFrom } from "../../../../src/domain/asking/follow-up.ts";
import type { Question } from "../../../../src/domain/asking/intent.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const question = (given: Partial<Question>): Question => ({
  ...{ intent: null, name: null, whose: null, threshold: null, week: "this", period: null },
  ...given,
});
const asked = (given: Partial<AskedBefore>): AskedBefore => ({
  ...{ customerId: 7, intent: "why", at: NOW },
  ...given,
});

describe("a question that leaves something out", () => {
  it("takes the customer from before", () => {
    const found = completed(question({ intent: "what-helps" }), asked({}));
    expect(found).toEqual({ kind: "same-customer", intent: "what-helps", customerId: 7 });
  });

  it("takes what was asked from before", () => {
    const found = completed(question({ name: "Globex" }), asked({}));
    expect(found).toEqual({ kind: "named", intent: "why", name: "Globex" });
  });

  it.each([null, asked({ customerId: null, intent: "at-risk" })])(
    "asks how somebody is after a list, or nothing: %o",
    (last) => {
      const found = completed(question({ name: "Globex" }), last);
      expect(found).toEqual({ kind: "named", intent: "card", name: "Globex" });
    },
  );

  it.each([null, asked({ customerId: null, intent: "movers" })])(
    "has to be told whom it is about where nobody was spoken of: %o",
    (last) => {
      expect(completed(question({ intent: "why" }), last)).toEqual({ kind: "who", intent: "why" });
    },
  );

  it("goes on for ten minutes, in a thread for a day", () => {
    expect(goesOnFrom(NOW, false)).toEqual(new Date("2026-12-09T13:50:00Z"));
    expect(goesOnFrom(NOW, true)).toEqual(new Date("2026-12-08T14:00:00Z"));
  });
});

it.each([
  ["last-month", "2026-12-01", "2026-12-31"],
  ["this-month", "2027-01-01", "2027-01-31"],
  ["last-quarter", "2026-10-01", "2026-12-31"],
  ["this-quarter", "2027-01-01", "2027-03-31"],
] as const)("%s are the days from %s to %s", (period, fromDay, toDay) => {
  expect(askedDays(period, "2027-01-15")).toEqual({ fromDay, toDay });
});
