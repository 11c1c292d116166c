import { describe, expect, it } from "vitest";
import { addDays, type Day, localTime, weekdayOf } from "../../../../../src/domain/calendar.ts";
import { MS_PER_HOUR } from "../../../../../src/domain/clock.ts";
import {
  budgetOfTurn,
  defaultPreferences,
  isQuietHour,
  NO_COUNTRY,
  type NudgePreferences,
  usualWeekdays,
} from "../../../../../src/domain/outreach/turns/nudge-preferences.ts";
import {
  canWait,
  dayOff,
  type NudgedMember,
  nextTurnDay,
  quietEndsAt,
  turnAt,
} from "../../../../../src/domain/outreach/turns/nudge-turn.ts";
import type { PublicHolidays } from "../../../../../src/domain/public-holidays.ts";

const COUNTRIES: Readonly<Record<string, string>> = {
  "Europe/Berlin": "DE",
  "Asia/Kolkata": "IN",
  "Asia/Dubai": "AE",
  "Asia/Riyadh": "SA",
  "America/New_York": "US",
};
const FREE: Readonly<Record<string, readonly Day[]>> = {
  DE: ["2026-12-25", "2026-12-26", "2026-05-01"],
  US: ["2026-11-26", "2026-12-25"],
};
const holidays: PublicHolidays = {
  on: (country, day) => (FREE[country]?.includes(day) ? "A holiday" : null),
  countryOf: (timeZone) => COUNTRIES[timeZone] ?? null,
  countries: () => Object.keys(FREE),
};

const chosen = (change: Partial<NudgePreferences> = {}): NudgePreferences => ({
  ...defaultPreferences(null),
  ...change,
});
const member = (change: Partial<NudgedMember> = {}): NudgedMember => ({
  memberId: "U1",
  timeZone: "Europe/Berlin",
  preferences: null,
  lastTurnOn: null,
  ...change,
});

/** Their days of every turn between two moments, asked hourly as the job does; `skips` are hours the bot is down. */
function turnsBetween(
  someone: NudgedMember,
  from: string,
  to: string,
  { skips = () => false, change }: { skips?: (at: Date) => boolean; change?: Change } = {},
): Day[] {
  const days: Day[] = [];
  let now = someone;
  for (let at = Date.parse(from); at < Date.parse(to); at += MS_PER_HOUR / 2) {
    const moment = new Date(at);
    if (change && at === Date.parse(change.at)) now = { ...now, ...change.to };
    if (skips(moment)) continue;
    const turn = turnAt(now, moment, holidays);
    if (turn === null) continue;
    days.push(turn.day);
    now = { ...now, lastTurnOn: turn.day };
  }
  return days;
}
type Change = { readonly at: string; readonly to: Partial<NudgedMember> };

const ZONES = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "America/Sao_Paulo",
];

describe("every working day has exactly one turn", () => {
  it.each(ZONES)("in %s, over a year with both clock changes", (timeZone) => {
    for (const hour of [6, 18]) {
      const preferences = chosen({ hour, weekdays: [1, 2, 3, 4, 5] });
      const days = turnsBetween(
        member({ timeZone, preferences }),
        "2026-01-04T12:00:00Z",
        "2027-01-03T12:00:00Z",
      );
      const country = holidays.countryOf(timeZone) ?? "";
      const worked = Array.from({ length: 363 }, (_, at) => addDays("2026-01-05", at)).filter(
        (day) => weekdayOf(day) <= 5 && !FREE[country]?.includes(day),
      );
      expect(days).toEqual(worked);
    }
  });

  it("at the hour they chose, on their own clock", () => {
    const preferences = chosen({ hour: 9 });
    const asks = (at: string, timeZone: string) =>
      turnAt(member({ timeZone, preferences }), new Date(at), holidays) !== null;
    // Half past three in UTC is nine in Kolkata.
    expect(asks("2026-11-30T03:29:00Z", "Asia/Kolkata")).toBe(false);
    expect(asks("2026-11-30T03:30:00Z", "Asia/Kolkata")).toBe(true);
    expect(asks("2026-11-30T07:59:00Z", "Europe/Berlin")).toBe(false);
    expect(asks("2026-11-30T08:00:00Z", "Europe/Berlin")).toBe(true);
    expect(asks("2026-11-30T15:59:00Z", "Europe/Berlin")).toBe(true);
    expect(asks("2026-11-30T16:00:00Z", "Europe/Berlin")).toBe(false);
  });

  it("never in quiet hours, though the eight hours are not over", () => {
    const preferences = chosen({ hour: 16, quietFrom: 18, quietUntil: 8 });
    const asks = (at: string) => turnAt(member({ preferences }), new Date(at), holidays) !== null;
    expect(asks("2026-11-30T16:59:00Z")).toBe(true);
    expect(asks("2026-11-30T17:00:00Z")).toBe(false);
  });
});

describe("somebody who changes their settings", () => {
  const at = "2026-12-01T11:00:00Z";
  const turns = (before: Partial<NudgePreferences>, after: Partial<NudgePreferences>) =>
    turnsBetween(member({ preferences: chosen(before) }), "2026-11-30T00:00:00Z", "2026-12-04T00:00:00Z", {
      change: { at, to: { preferences: chosen(after) } },
    });
  const everyDay = ["2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03"];

  it("at noon to a later hour is not told twice that day", () => {
    expect(turns({ hour: 9 }, { hour: 15 })).toEqual(everyDay);
  });
  it("at noon to an earlier hour is told at once, and not skipped", () => {
    expect(turns({ hour: 15 }, { hour: 9 })).toEqual(everyDay);
  });
  it("by moving to another zone is told once on each of their days", () => {
    const moved = turnsBetween(
      member({ timeZone: "Asia/Kolkata", preferences: chosen() }),
      "2026-11-29T18:30:00Z",
      "2026-12-03T18:00:00Z",
      { change: { at, to: { timeZone: "America/New_York" } } },
    );
    expect(moved).toEqual(everyDay);
  });
});

describe("a weekly message", () => {
  const weekly = (change: Partial<NudgePreferences> = {}) =>
    chosen({ frequency: "weekly", weeklyOn: 5, ...change });

  it("comes once in each week, on its weekday, else on the next day they work", () => {
    const days = turnsBetween(
      member({ preferences: weekly(), lastTurnOn: "2026-11-27" }),
      "2026-11-28T00:00:00Z",
      "2027-01-10T00:00:00Z",
    );
    // 25 December is a holiday, and so is the Saturday after it.
    expect(days).toEqual([
      "2026-12-04",
      "2026-12-11",
      "2026-12-18",
      "2026-12-28",
      "2027-01-01",
      "2027-01-08",
    ]);
  });

  it("is made up where the bot was down that day", () => {
    const isDown = (at: Date) => localTime(at, "UTC").day === "2026-12-04";
    const days = turnsBetween(
      member({ preferences: weekly(), lastTurnOn: "2026-11-27" }),
      "2026-12-01T00:00:00Z",
      "2026-12-12T00:00:00Z",
      { skips: isDown },
    );
    expect(days).toEqual(["2026-12-07", "2026-12-11"]);
  });

  it("does not follow on a daily one of the same week", () => {
    const preferences = weekly({ weeklyOn: 1 });
    expect(
      nextTurnDay(
        member({ preferences, lastTurnOn: "2026-12-03" }),
        new Date("2026-12-03T12:00:00Z"),
        holidays,
      ),
    ).toBe("2026-12-07");
  });

  it("names a week's customers, as far as one message shows them", () => {
    expect(budgetOfTurn(chosen(), 5)).toBe(5);
    expect(budgetOfTurn(chosen({ dailyBudget: 2 }), 5)).toBe(2);
    expect(budgetOfTurn(weekly({ dailyBudget: 1 }), 5)).toBe(5);
    expect(budgetOfTurn(weekly(), 5)).toBe(8);
  });
});

describe("a pause", () => {
  const paused = chosen({ pausedUntil: "2026-12-05" });
  it("holds nudges back until its day, which is told from the first day they work", () => {
    const someone = member({ preferences: paused });
    expect(turnsBetween(someone, "2026-11-30T00:00:00Z", "2026-12-09T00:00:00Z")).toEqual([
      "2026-12-07",
      "2026-12-08",
    ]);
    expect(nextTurnDay(someone, new Date("2026-11-30T00:00:00Z"), holidays)).toBe("2026-12-07");
  });
  it("ends on its day", () => {
    const preferences = chosen({ pausedUntil: "2026-12-04" });
    expect(nextTurnDay(member({ preferences }), new Date("2026-12-03T12:00:00Z"), holidays)).toBe(
      "2026-12-04",
    );
  });
});

describe("days off", () => {
  it("are the weekend of the country, unless its member chose other days", () => {
    expect(usualWeekdays("SA")).toEqual([1, 2, 3, 4, 7]);
    expect(usualWeekdays("AE")).toEqual([1, 2, 3, 4, 5]);
    expect(usualWeekdays("IR")).toEqual([1, 2, 3, 6, 7]);
    expect(usualWeekdays(null)).toEqual([1, 2, 3, 4, 5]);
    const riyadh = member({ timeZone: "Asia/Riyadh" });
    expect(turnsBetween(riyadh, "2026-12-03T00:00:00Z", "2026-12-08T00:00:00Z")).toEqual([
      "2026-12-03",
      "2026-12-06",
      "2026-12-07",
    ]);
  });

  it("are the public holidays of the country they chose, of none, or of their zone", () => {
    const on = (country: string | null) =>
      dayOff(chosen({ country }), "2026-12-25", "Europe/Berlin", holidays);
    expect(on(null)).toEqual({ because: "holiday", name: "A holiday" });
    expect(on(NO_COUNTRY)).toBeNull();
    expect(on("IN")).toBeNull();
    expect(dayOff(chosen(), "2026-11-28", "Europe/Berlin", holidays)).toEqual({ because: "weekday" });
  });
});

describe("quiet hours", () => {
  it("reach over midnight or not, and are none where both ends are the same", () => {
    const hours = (quietFrom: number, quietUntil: number) =>
      Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
        isQuietHour({ quietFrom, quietUntil }, hour),
      );
    expect(hours(21, 2)).toEqual([0, 1, 21, 22, 23]);
    expect(hours(12, 14)).toEqual([12, 13]);
    expect(hours(7, 7)).toEqual([]);
  });

  const until = (at: string, change: Partial<NudgedMember> = {}) =>
    quietEndsAt(member(change), new Date(at), holidays)?.toISOString() ?? null;

  it("hold a direct message back until they end, over a weekend and a holiday too", () => {
    expect(until("2026-11-30T12:00:00Z")).toBeNull();
    expect(until("2026-11-30T20:10:00Z")).toBe("2026-12-01T06:00:00.000Z");
    // From Friday evening to Monday morning; Christmas and the day after, then a Sunday.
    expect(until("2026-11-27T18:00:00Z")).toBe("2026-11-30T06:00:00.000Z");
    expect(until("2026-12-25T09:00:00Z")).toBe("2026-12-28T06:00:00.000Z");
  });

  it("end on the wall clock of a half-hour zone, and in the night the clocks change", () => {
    expect(until("2026-11-30T20:00:00Z", { timeZone: "Asia/Kolkata" })).toBe("2026-12-01T01:30:00.000Z");
    const always = chosen({ weekdays: [1, 2, 3, 4, 5, 6, 7] });
    // 29 March and 25 October 2026: an hour less and an hour more until seven.
    expect(until("2026-03-28T20:00:00Z", { preferences: always })).toBe("2026-03-29T05:00:00.000Z");
    expect(until("2026-10-24T20:00:00Z", { preferences: always })).toBe("2026-10-25T06:00:00.000Z");
  });

  it("are nobody's where there is no such time zone, and hold nothing for ever", () => {
    expect(until("2026-11-30T20:10:00Z", { timeZone: "Mars/Base" })).toBeNull();
    const never = { ...holidays, on: () => "Always" };
    const end = quietEndsAt(member(), new Date("2026-11-30T12:00:00Z"), never);
    expect(end?.toISOString()).toBe("2026-12-10T12:15:00.000Z");
  });
});

it("can wait while the turn is still open an hour later: not in its last hour, nor where quiet hours come", () => {
  const waits = (moment: string, change: Partial<NudgePreferences> = {}) =>
    canWait(member({ timeZone: "UTC", preferences: chosen(change) }), new Date(moment), holidays);
  expect(waits("2026-11-30T09:00:00Z")).toBe(true);
  expect(waits("2026-11-30T15:59:00Z")).toBe(true);
  expect(waits("2026-11-30T16:00:00Z")).toBe(false);
  expect(waits("2026-11-30T13:30:00Z", { quietFrom: 14, quietUntil: 8 })).toBe(false);
  // A turn that midnight ends.
  expect(waits("2026-11-30T23:10:00Z", { hour: 20, quietFrom: 0, quietUntil: 0 })).toBe(false);
});
