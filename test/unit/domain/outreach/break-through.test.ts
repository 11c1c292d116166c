import { describe, expect, it } from "vitest";
import { breakThrough, type SinceSnooze } from "../../../../src/domain/outreach/break-through.ts";
import { phrase } from "../../../../src/domain/phrase.ts";

const NOW = new Date("2026-12-09T08:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const SNOOZED = daysAgo(5);
const since = (given: Partial<SinceSnooze> = {}): SinceSnooze => ({
  snoozedAt: SNOOZED,
  probabilityThen: 0.6,
  ticket: null,
  ratings: [],
  renewsOn: null,
  ...given,
});
const because = (given: Partial<SinceSnooze>, probability = 0.6) =>
  breakThrough(since(given), probability, NOW)?.because ?? null;
const rated = (kind: "csat" | "ces" | "nps" | "thumbs", score: number, scaleMax: number) => ({
  ratings: [{ kind, score, scaleMax, at: daysAgo(1) }],
});

describe("a snooze", () => {
  it("holds where nothing happened since", () => {
    expect(because({})).toBeNull();
  });

  it("breaks at a rise of ten points as they are shown, and not at nine", () => {
    expect(because({}, 0.694)).toBeNull();
    expect(because({}, 0.695)).toEqual(phrase("break-through.risk", { before: 60, after: 70 }));
    expect(because({ probabilityThen: null }, 0.9)).toBeNull();
    expect(because({ probabilityThen: 0.9 }, 0.6)).toBeNull();
    expect(because({}, 0.999)).toEqual(phrase("break-through.risk", { before: 60, after: 99 }));
  });

  it.each([
    ["2026-12-08", null],
    ["2026-12-09", 0],
    ["2026-12-23", 14],
    ["2026-12-24", null],
  ])("of a contract that renews on %s breaks %s days before", (renewsOn, days) => {
    expect(because({ renewsOn })).toEqual(days === null ? null : phrase("break-through.renewal", { days }));
  });

  it("breaks at a complaint that came in since", () => {
    const ticket = { subject: "Broken", at: daysAgo(2) };
    expect(because({ ticket })).toEqual(phrase("break-through.ticket", { subject: "Broken", days: 2 }));
  });

  it.each([
    [rated("csat", 2, 5), true],
    [rated("csat", 3, 5), false],
    [rated("nps", 6, 10), true],
    [rated("nps", 7, 10), false],
    [rated("thumbs", 0, 1), true],
    [rated("thumbs", 1, 1), false],
    // Which end is bad depends on how it was asked.
    [rated("ces", 1, 7), false],
    [rated("csat", 0, 0), false],
  ])("and at a bad rating: %o %s", (given, isBad) => {
    expect(because(given) !== null).toBe(isBad);
  });

  it("names the complaint before the risk, and the risk before the renewal", () => {
    const ticket = { subject: "Broken", at: daysAgo(2) };
    const all = { ticket, renewsOn: "2026-12-12", ...rated("csat", 1, 5) };
    expect(because(all, 0.9)?.code).toBe("break-through.ticket");
    expect(because({ ...all, ticket: null }, 0.9)?.code).toBe("break-through.rating");
    expect(because({ ...all, ticket: null, ratings: [] }, 0.9)?.code).toBe("break-through.risk");
  });

  it("of which the beginning was not kept breaks at a renewal alone", () => {
    const before = { snoozedAt: null, probabilityThen: null };
    expect(because(before, 0.99)).toBeNull();
    expect(because({ ...before, renewsOn: "2026-12-12" })?.code).toBe("break-through.renewal");
  });

  it("is broken by news since the moment it came in; a renewal is none", () => {
    const newsAt = (given: Partial<SinceSnooze>, probability = 0.6) =>
      breakThrough(since(given), probability, NOW)?.newsAt;
    expect(newsAt({ ticket: { subject: "Broken", at: daysAgo(2) } })).toEqual(daysAgo(2));
    expect(newsAt({}, 0.8)).toEqual(SNOOZED);
    expect(newsAt({ renewsOn: "2026-12-12" })).toBeNull();
  });
});
