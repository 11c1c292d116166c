import { describe, expect, it } from "vitest";
import { momentsIn, parseDay, parseInstant, parseMoment } from "../../../../src/sources/csv/instant.ts";

const read = (text: string) => parseInstant(text)?.toISOString() ?? null;

describe("an instant", () => {
  it.each([
    ["2026-03-31", "2026-03-31T00:00:00.000Z"],
    ["2026-03-31T09:30", "2026-03-31T09:30:00.000Z"],
    ["2026-03-31t09:30:05z", "2026-03-31T09:30:05.000Z"],
    ["2026-03-31 09:30:05", "2026-03-31T09:30:05.000Z"],
    ["2026-03-31 09:30:05 Z", "2026-03-31T09:30:05.000Z"],
    ["2026-03-31T09:30:05.5", "2026-03-31T09:30:05.500Z"],
    ["2026-03-31T09:30:05,25Z", "2026-03-31T09:30:05.250Z"],
    ["2026-03-31T09:30:05.123456789Z", "2026-03-31T09:30:05.123Z"],
    ["2026-03-31T09:30:00+02:00", "2026-03-31T07:30:00.000Z"],
    ["2026-03-31T09:30:00+0530", "2026-03-31T04:00:00.000Z"],
    ["2026-03-31T09:30:00-08", "2026-03-31T17:30:00.000Z"],
    ["2026-03-31T09:30:00+14:00", "2026-03-30T19:30:00.000Z"],
    ["2026-03-31T09:30:00+00:59", "2026-03-31T08:31:00.000Z"],
    ["2026-03-31T00:00:00+01:00", "2026-03-30T23:00:00.000Z"],
    ["2026-03-31T23:59:59Z", "2026-03-31T23:59:59.000Z"],
    ["1990-01-01", "1990-01-01T00:00:00.000Z"],
    ["2100-12-31", "2100-12-31T00:00:00.000Z"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
    ["2000-02-29", "2000-02-29T00:00:00.000Z"],
  ])("is read from %s", (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  it.each(["2026-01-31", "2026-04-30", "2026-06-30", "2026-09-30", "2026-11-30", "2026-12-31"])(
    "may be the last day of its month, as %s, and no day later",
    (day) => {
      expect(read(day)).toBe(`${day}T00:00:00.000Z`);
      expect(read(`${day.slice(0, 8)}${Number(day.slice(8)) + 1}`)).toBeNull();
    },
  );

  it.each([
    "",
    "soon",
    "2026-3-31",
    "26-03-31",
    "31.03.2026",
    "2026-03-31T",
    "2026-03-31T09",
    "2026-03-31T9:30",
    "2026-03-31T09:30:5",
    "2026-03-31T09:30:05.",
    "2026-03-31T09:30:05.1234567890",
    "2026-03-31  09:30",
    "2026-03-31X09:30",
    "2026-03-31T09:30:00  Z",
    "2026-03-31T09:30:00+2",
    "2026-03-31T09:30:00+02:0",
    "x2026-03-31",
    "2026-03-31x",
    "2026-00-10",
    "2026-13-10",
    "2026-03-00",
    "2025-02-29",
    "2100-02-29",
    "2026-03-31T24:00",
    "2026-03-31T09:60",
    "2026-03-31T09:30:60",
    "2026-03-31T09:30:00+14:01",
    "2026-03-31T09:30:00+09:60",
    "1989-12-31",
    "2101-01-01",
  ])("is not read from %j", (text) => {
    expect(read(text)).toBeNull();
  });

  it("is no plain day with a zone, which would say nothing", () => {
    expect(read("2026-03-31Z")).toBeNull();
    expect(read("2026-03-31+02:00")).toBeNull();
  });
});

describe("a day", () => {
  it("is the one that is written, whatever the zone makes of it", () => {
    expect(parseDay("2026-03-31")).toBe("2026-03-31");
    expect(parseDay("2026-03-31T00:30:00+02:00")).toBe("2026-03-31");
    expect(parseDay("2026-03-32")).toBeNull();
  });
});

describe("a moment of a file", () => {
  const when = (text: string, timeZone: string) => {
    const moment = parseMoment(text);
    return moment === null ? null : momentsIn(timeZone)(moment).toISOString();
  };

  it("is the beginning of a plain day where the team is, and an instant everywhere", () => {
    expect(when("2024-04-01", "America/New_York")).toBe("2024-04-01T04:00:00.000Z");
    expect(when("2024-04-01", "Asia/Tokyo")).toBe("2024-03-31T15:00:00.000Z");
    expect(when("2024-04-01T00:00", "America/New_York")).toBe("2024-04-01T00:00:00.000Z");
    expect(when("soon", "America/New_York")).toBeNull();
  });

  it("begins where the clocks leave midnight out at the first moment there is", () => {
    expect(when("2024-03-31", "Asia/Beirut")).toBe("2024-03-30T22:00:00.000Z");
  });

  it("is the same for every row of a day", () => {
    const instantOf = momentsIn("America/New_York");
    const day = { kind: "day", day: "2024-04-01" } as const;
    expect(instantOf(day)).toBe(instantOf({ ...day }));
  });
});
