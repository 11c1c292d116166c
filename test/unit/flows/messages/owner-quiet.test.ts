import { describe, expect, it } from "vitest";
import {
  defaultPreferences,
  type NudgePreferences,
} from "../../../../src/domain/outreach/turns/nudge-preferences.ts";
import { phrase } from "../../../../src/domain/phrase.ts";
import { nudgedOwner, withOwnersQuiet } from "../../../../src/flows/messages/owner-quiet.ts";
import { publicHolidays } from "../../../../src/holidays/public-holidays.ts";
import { textOf } from "../../../../src/words/text.ts";

const holidays = publicHolidays();
const REASON = phrase("why-silent.nothing-to-say");
const SAID = "No playbook that is on has anything to say about them now.";

/** What is said to somebody in Berlin. */
function said(at: string, chosen: Partial<NudgePreferences> = {}, isNext = true) {
  const now = new Date(at);
  const preferences = { ...defaultPreferences("DE"), ...chosen };
  const member = { memberId: "U1", timeZone: "Europe/Berlin", preferences, lastTurnOn: null };
  const owner = nudgedOwner(member, now, holidays);
  if (owner === null) throw new Error("nobody");
  return textOf(withOwnersQuiet(REASON, owner, { isNext, now, holidays }), "en");
}

describe("what keeps an owner from being told", () => {
  it("is nothing in the hours of work: then it is said when they are told next", () => {
    expect(said("2026-12-01T07:00:00Z")).toBe(`${SAID} Their owner is told next on 1 Dec 2026 from 9:00 on.`);
    expect(said("2026-12-01T17:30:00Z", { hour: 8 })).toContain("on 2 Dec 2026 from 8:00 on");
    expect(said("2026-12-01T08:00:00Z", {}, false)).toBe(SAID);
  });

  it("is a pause, until its end, whatever else holds", () => {
    const pausedUntil = "2026-12-10";
    for (const isNext of [true, false])
      expect(said("2026-12-01T23:30:00Z", { pausedUntil }, isNext)).toBe(
        `${SAID} Their owner has paused nudges: none comes before 10 Dec 2026.`,
      );
    expect(said("2026-12-09T23:30:00Z", { pausedUntil }, false)).toBe(SAID);
  });

  it("is quiet hours and days off, until their end, where nothing else speaks against a nudge", () => {
    expect(said("2026-12-01T19:00:00Z")).toContain(
      "nothing is sent to them before 2 Dec 2026, 7:00 where they are.",
    );
    // Friday evening before the third Sunday of Advent.
    expect(said("2026-12-11T19:00:00Z")).toContain("before 14 Dec 2026, 7:00");
    expect(said("2026-12-01T19:00:00Z", {}, false)).toBe(SAID);
  });

  it("is not known of a time zone that nobody knows, or where nobody owns them", () => {
    const member = { memberId: "U1", timeZone: "Mars/Base", preferences: null, lastTurnOn: null };
    expect(nudgedOwner(member, new Date("2026-12-01T08:00:00Z"), holidays)).toBeNull();
    expect(nudgedOwner(null, new Date("2026-12-01T08:00:00Z"), holidays)).toBeNull();
  });
});
