import { expect, it } from "vitest";
import { usageTrend } from "../../../../src/domain/outreach/usage-trend.ts";

it("compares the last four weeks with the four before", () => {
  expect(usageTrend([300, 232, 200, 200, 177, 100, 100, 100])).toMatchObject({
    before: 932,
    now: 477,
    percent: -49,
  });
});

it("knows no rate of change against nothing", () => {
  expect(usageTrend([0, 0, 0, 0, 0.4, 0.4, 0, 3])).toMatchObject({ before: 0, now: 4, percent: null });
});

it("is nothing where the file tells of none", () => expect(usageTrend([])).toBeNull());
