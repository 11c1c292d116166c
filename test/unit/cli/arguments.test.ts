import { describe, expect, it } from "vitest";
import { parseDays, parseInstant, parseWholeNumber } from "../../../src/cli/arguments.ts";

describe("arguments", () => {
  it("read a day as its midnight in UTC and an instant as it is", () => {
    expect(parseInstant("2010-12-10")).toEqual(new Date("2010-12-10T00:00:00Z"));
    expect(parseInstant("2010-12-10T08:30:00+01:00")).toEqual(new Date("2010-12-10T07:30:00Z"));
  });

  it.each(["2010-13-01", "2010-02-30", "yesterday", ""])("refuse %j as a date", (text) => {
    expect(() => parseInstant(text)).toThrow(/2010-12-10/);
  });

  it("refuse what is no whole number of days", () => {
    expect(parseDays("90")).toBe(90);
    for (const text of ["0", "-3", "1.5", "x", "99999"]) expect(() => parseDays(text)).toThrow();
    expect(() => parseWholeNumber("1e3")).toThrow();
  });
});
