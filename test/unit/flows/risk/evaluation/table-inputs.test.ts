import { describe, expect, it } from "vitest";
import { readingNotes } from "../../../../../src/flows/risk/evaluation/reading-notes.ts";
import { readInput } from "../../../../../src/flows/risk/evaluation/table-inputs.ts";
import { readingOf } from "../../../../../src/sources/csv/column-readings.ts";
import { textOf } from "../../../../../src/words/text.ts";

const input = (texts: readonly string[]) => readInput("x", texts, readingOf(texts));
const notes = (texts: readonly string[]) =>
  readingNotes("x", readingOf(texts)).map((note) => textOf(note, "en"));
const many = (length: number, of: (n: number) => string) => Array.from({ length }, (_, n) => of(n));
const day = (n: number) => new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10);

describe("a table's inputs", () => {
  it("are numbers as they are written, without what is missing", () => {
    expect(input(["1.234,5", "#N/A", "", "12"])).toMatchObject({
      kind: "number",
      columns: [{ kind: "number", name: "x", values: Float64Array.of(1234.5, Number.NaN, Number.NaN, 12) }],
    });
  });

  it("are days before the newest where they are dates", () => {
    expect(input(["05.03.2024", "未知", "04.03.2024 12:00"])).toMatchObject({
      kind: "date",
      columns: [{ kind: "number", name: "x", values: Float64Array.of(0, Number.NaN, 0.5) }],
    });
  });

  it("are parts of the calendar, too, where dates are enough to tell them apart", () => {
    const names = (texts: readonly string[]) => input(texts).columns.map(({ name }) => name);
    expect(names(many(400, day))).toEqual(["x", "x (month)", "x (weekday)"]);
    expect(names(many(400, (n) => day(n % 300)))).toEqual(["x", "x (weekday)"]);
    expect(names(many(209, day))).toEqual(["x"]);
    expect(names(many(400, (n) => day(n % 20)))).toEqual(["x"]);
    expect(input(many(400, day)).columns[2]).toMatchObject({ values: expect.arrayContaining(["0", "6"]) });
  });

  it("are words as they stand, without those for missing", () => {
    expect(input([" gold ", "none", "#N/A"]).columns).toEqual([
      { kind: "category", name: "x", values: ["gold", "none", ""] },
    ]);
  });
});

describe("what is told of a column", () => {
  it.each<[readonly string[], readonly string[]]>([
    [["1", "2"], []],
    [["1", "#N/A", "2", "-", "#N/A"], ['x: 3 rows count as missing ("#N/A", "-").']],
    [
      [...many(30, String), "call back"],
      ['x: 1 row counts as missing, being no number ("call back"; first in row 31).'],
    ],
    [[...many(30, day), "soon"], ['x: 1 row counts as missing, being no date ("soon"; first in row 31).']],
    [
      ["1", "2", "3+"],
      [
        'x: read as words, because 1 row is no number (first "3+" in row 3), which is too many to be slips. Correct or empty them to have the others read as numbers.',
      ],
    ],
    [["$1", "€2"], ["x: amounts in several currencies ($, €) are taken as they stand, without rates."]],
    [
      ["3/4/2024", "5/6/2024"],
      [
        'x: "3/4/2024" can be meant in several ways. It is read as mm/dd/yyyy; if it is dd/mm/yyyy, write the column plainly and run again.',
      ],
    ],
  ])("%j", (texts, expected) => {
    expect(notes(texts)).toEqual(expected);
  });
});
