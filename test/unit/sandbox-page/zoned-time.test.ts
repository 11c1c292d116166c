import { describe, expect, it } from "vitest";
import {
  dayKey,
  dayName,
  instantOnWall,
  shortMoment,
  slackDate,
  timeOfDay,
  wallClock,
} from "../../../src/sandbox/page/state/zoned-time.ts";

const at = new Date("2026-11-22T23:30:00Z");
const EPOCH = at.getTime() / 1000;

describe("times as a person reads them", () => {
  it("belong to the day of that person", () => {
    expect(dayKey(at, "Asia/Shanghai")).toBe("2026-11-23");
    expect(dayKey(at, "America/New_York")).toBe("2026-11-22");
    expect(timeOfDay(at, "Asia/Shanghai")).toBe("7:30 AM");
    expect(shortMoment(at, "America/New_York")).toBe("Sun, Nov 22, 6:30 PM");
  });

  it("are called today and yesterday by the bot's clock, not the machine's", () => {
    const later = new Date("2026-11-23T17:00:00Z");
    expect(dayName(at, later, "America/New_York")).toBe("Yesterday");
    expect(dayName(at, later, "Asia/Tokyo")).toBe("Yesterday");
    expect(dayName(at, later, "UTC")).toBe("Yesterday");
    expect(dayName(at, at, "UTC")).toBe("Today");
    expect(dayName(at, new Date("2026-12-01T00:00:00Z"), "UTC")).toBe("Sunday, November 22");
  });

  it.each([
    ["{date_num}", "2026-11-23"],
    ["{date_short}", "Nov 23, 2026"],
    ["{date_long}", "Monday, November 23, 2026"],
    ["{date_short_pretty} at {time}", "today at 7:30 AM"],
    ["{ago}", "8 hours ago"],
    ["{unknown} {time_secs}", "{unknown} 7:30:00 AM"],
  ])("fill %s", (pattern, expected) => {
    const now = new Date("2026-11-23T07:30:00Z");
    const reader = { timeZone: "Asia/Shanghai", locale: "en-US" };
    expect(slackDate(EPOCH, pattern, now, reader)).toBe(expected);
  });

  it.each([
    ["{date_short}", "zh-TW", "2026年11月23日"],
    ["{date_short_pretty} {time}", "zh-TW", "昨天 上午7:30"],
    ["{date_long}", "zh-CN", "2026年11月23日星期一"],
    ["{ago}", "zh-CN", "1天前"],
    ["{date_num}", "de-DE", "2026-11-23"],
  ])("fill %s in the reader's own language, %s", (pattern, locale, expected) => {
    const now = new Date("2026-11-24T07:30:00Z");
    expect(slackDate(EPOCH, pattern, now, { timeZone: "Asia/Shanghai", locale })).toBe(expected);
  });

  it("come back from the wall as the same instant, around changes of the clocks too", () => {
    for (const zone of ["Asia/Shanghai", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati"])
      expect(instantOnWall(wallClock(at, zone), zone)).toEqual(at);
    expect(instantOnWall("2026-11-01T01:30", "America/New_York")?.toISOString()).toBe(
      "2026-11-01T05:30:00.000Z",
    );
    expect(instantOnWall("2026-03-08T02:30", "America/New_York")?.toISOString()).toBe(
      "2026-03-08T07:30:00.000Z",
    );
    expect(instantOnWall("2026-03-08T03:30", "America/New_York")?.toISOString()).toBe(
      "2026-03-08T07:30:00.000Z",
    );
    expect(instantOnWall("", "UTC")).toBeNull();
  });
});
