import { describe, expect, test } from "vitest";
import { reportPeriod } from "../../../../src/domain/costs/report-period.ts";
import { textOf } from "../../../../src/words/text.ts";

const TODAY = "2026-11-22";
const at = (typed: string, today = TODAY) => {
  const period = reportPeriod(typed, today);
  return period && { ...period, name: textOf(period.name, "en") };
};

describe("reportPeriod", () => {
  test.each([
    ["", "2026-10-01", "2026-10-31", "October 2026"],
    ["month", "2026-10-01", "2026-10-31", "October 2026"],
    ["  last month ", "2026-10-01", "2026-10-31", "October 2026"],
    ["last  Month", "2026-10-01", "2026-10-31", "October 2026"],
    ["quarter", "2026-07-01", "2026-09-30", "Q3 2026"],
    ["year", "2025-01-01", "2025-12-31", "2025"],
    ["this month", "2026-11-01", "2026-11-22", "November 2026 so far"],
    ["this quarter", "2026-10-01", "2026-11-22", "Q4 2026 so far"],
    ["this year", "2026-01-01", "2026-11-22", "2026 so far"],
    ["2024-02", "2024-02-01", "2024-02-29", "February 2024"],
    ["2026-Q1", "2026-01-01", "2026-03-31", "Q1 2026"],
    ["q2 2025", "2025-04-01", "2025-06-30", "Q2 2025"],
    ["2026 q3", "2026-07-01", "2026-09-30", "Q3 2026"],
    ["q4-2025", "2025-10-01", "2025-12-31", "Q4 2025"],
    ["2025", "2025-01-01", "2025-12-31", "2025"],
    ["2026-11", "2026-11-01", "2026-11-22", "November 2026 so far"],
  ])("%s is %s to %s", (typed, fromDay, toDay, name) => {
    expect(at(typed)).toEqual({ fromDay, toDay, name });
  });

  test("looks back over the turn of the year", () => {
    expect(at("month", "2026-01-05")?.name).toBe("December 2025");
    expect(at("quarter", "2026-01-05")?.name).toBe("Q4 2025");
  });

  test.each([
    "next month",
    "2026-13",
    "2027-01",
    "2026-q5",
    "acme",
    "2027",
    "in 2026-09",
    "2026-09-01",
    "12026-q3",
    "2026-q31",
    "aq1 2026",
    "q1 20261",
    "12026",
  ])("%s is no period", (typed) => {
    expect(at(typed)).toBeNull();
  });
});
