import { expect, it } from "vitest";
import { weekdayNamed, weekdayText } from "../../../src/words/weekday.ts";

it.each([
  ["Monday", 1],
  ["mon", 1],
  ["SUNDAY", 7],
  ["週三", 3],
  ["周三", 3],
  ["星期五", 5],
  ["Funday", null],
  ["", null],
])("%s is weekday %s", (typed, weekday) => {
  expect(weekdayNamed(typed)).toBe(weekday);
});

it("is written as the reader's language does", () => {
  expect([weekdayText(2, "en"), weekdayText(2, "zh-Hant"), weekdayText(2, "zh-Hans")]).toEqual([
    "Tuesday",
    "星期二",
    "星期二",
  ]);
});
