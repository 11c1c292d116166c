import { describe, expect, it } from "vitest";
import { weekdayOf } from "../../../../src/domain/calendar.ts";
import { type RecentNudge, toEscalate } from "../../../../src/domain/outreach/escalation.ts";

const eur = (minor: number) => ({ minor, currency: "EUR" });
/** Monday, nine in the morning in Berlin. */
const MONDAY = new Date("2026-11-23T08:00:00Z");
const at = (instant: string) => new Date(instant);
const nudge = (key: string, about: Partial<RecentNudge> = {}): RecentNudge => ({
  ...{
    key,
    memberId: "U1",
    timeZone: "Europe/Berlin",
    createdAt: MONDAY,
    isWaiting: true,
    stake: eur(1_000),
  },
  ...about,
});
const weekends = (_zone: string, day: string) => weekdayOf(day) > 5;
const keys = (nudges: readonly RecentNudge[], now: Date, isDayOff = weekends) =>
  toEscalate(nudges, isDayOff, now).map(({ key }) => key);

describe("a nudge that nobody answers", () => {
  it("goes to managers two working days later, at the hour it was made", () => {
    expect(keys([nudge("a")], at("2026-11-25T07:59:00Z"))).toEqual([]);
    expect(keys([nudge("a")], at("2026-11-25T08:00:00Z"))).toEqual(["a"]);
    expect(keys([nudge("a")], at("2026-11-27T03:00:00Z"))).toEqual(["a"]);
  });

  it("does not count weekends and holidays where its reader is, and tells nothing on one", () => {
    const friday = nudge("a", { createdAt: at("2026-11-27T08:00:00Z") });
    expect(keys([friday], at("2026-11-30T10:00:00Z"))).toEqual([]);
    expect(keys([friday], at("2026-12-01T08:00:00Z"))).toEqual(["a"]);
    expect(keys([nudge("a")], at("2026-11-28T12:00:00Z"))).toEqual([]);
    const holiday = (zone: string, day: string) =>
      weekends(zone, day) || (zone === "Europe/Berlin" && day === "2026-11-24");
    expect(keys([nudge("a")], at("2026-11-25T12:00:00Z"), holiday)).toEqual([]);
    expect(keys([nudge("a")], at("2026-11-26T08:00:00Z"), holiday)).toEqual(["a"]);
    expect(keys([nudge("a", { timeZone: "Asia/Taipei" })], at("2026-11-25T12:00:00Z"), holiday)).toEqual([
      "a",
    ]);
  });

  it("keeps the hour where the clock goes back or the zone has half hours", () => {
    const kolkata = nudge("a", { timeZone: "Asia/Kolkata", createdAt: at("2026-11-23T03:30:00Z") });
    expect(keys([kolkata], at("2026-11-25T03:29:00Z"))).toEqual([]);
    expect(keys([kolkata], at("2026-11-25T03:30:00Z"))).toEqual(["a"]);
    const beforeWinter = nudge("a", { createdAt: at("2026-10-23T07:00:00Z") });
    expect(keys([beforeWinter], at("2026-10-27T07:59:00Z"))).toEqual([]);
    expect(keys([beforeWinter], at("2026-10-27T08:00:00Z"))).toEqual(["a"]);
  });

  it("is one of the fifth with most at stake of its reader's, answered or not", () => {
    const later = at("2026-11-26T08:00:00Z");
    const five = [5, 4, 3, 2, 1].map((minor) => nudge(`n${minor}`, { stake: eur(minor) }));
    expect(keys(five, later)).toEqual(["n5"]);
    expect(keys([...five, nudge("n6", { stake: eur(6) })], later)).toEqual(["n6", "n5"]);
    const answered = nudge("n9", { stake: eur(9), isWaiting: false });
    expect(keys([...five.slice(1), answered], later)).toEqual([]);
    const others = nudge("of-u2", { memberId: "U2", stake: eur(1) });
    expect(keys([...five, others], later)).toEqual(["n5", "of-u2"]);
  });

  it("is never one of which nobody knows what is at stake, or nothing is", () => {
    const later = at("2026-11-26T08:00:00Z");
    expect(keys([nudge("a", { stake: null }), nudge("b", { stake: eur(0) })], later)).toEqual([]);
  });
});
