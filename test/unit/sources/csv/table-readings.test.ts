import { expect, it } from "vitest";
import { readingsOf } from "../../../../src/sources/csv/table-readings.ts";

const formats = (columns: Record<string, readonly string[]>) =>
  [...readingsOf(new Map(Object.entries(columns))).values()].map(({ format, ambiguous }) => [
    format,
    ...ambiguous,
  ]);

it("lets the columns that decide decide the doubtful ones of the file", () => {
  expect(formats({ a: ["1.234"], b: ["0,5"], c: ["7"] })).toEqual([["1.234,50"], ["1.234,50"], ["1,234.50"]]);
  expect(formats({ a: ["1,234"], b: ["0.5"] })).toEqual([["1,234.50"], ["1,234.50"]]);
  expect(formats({ a: ["3/4/2024"], b: ["31/4/2024", "30/4/2024", "31/12/2024"] })).toEqual([
    ["mm/dd/yyyy", "dd/mm/yyyy"],
    [null],
  ]);
  expect(formats({ a: ["3/4/2024"], b: ["30/4/2024"] })).toEqual([["dd/mm/yyyy"], ["dd/mm/yyyy"]]);
});

it("leaves them doubtful where the others say nothing or disagree", () => {
  expect(formats({ a: ["1.234"], b: ["7"] })[0]).toEqual(["1,234.50", "1.234,50"]);
  expect(formats({ a: ["1.234"], b: ["0,5"], c: ["0.5"] })[0]).toEqual(["1,234.50", "1.234,50"]);
});
