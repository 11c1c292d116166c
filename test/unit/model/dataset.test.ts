import { describe, expect, test } from "vitest";
import { inferColumn, selectRows } from "../../../src/domain/risk/dataset.ts";

describe("inferColumn", () => {
  test("numbers with blanks are numbers, blanks are missing", () => {
    const column = inferColumn("TotalCharges", ["29.85", " ", "", "-1e3", "7"]);
    expect(column).toEqual({
      kind: "number",
      name: "TotalCharges",
      values: Float64Array.of(29.85, Number.NaN, Number.NaN, -1000, 7),
    });
  });

  test("few distinct integers stay a number", () => {
    expect(inferColumn("SeniorCitizen", ["0", "1", "0"]).kind).toBe("number");
  });

  test("one word makes it a category, and so do words JavaScript would take for numbers", () => {
    expect(inferColumn("plan", ["1", "two", " 高级 "])).toEqual({
      kind: "category",
      name: "plan",
      values: ["1", "two", "高级"],
    });
    expect(inferColumn("size", ["Infinity", "1"]).kind).toBe("category");
  });

  test("a column of blanks is a category without values", () => {
    expect(inferColumn("note", ["", " "])).toEqual({ kind: "category", name: "note", values: ["", ""] });
  });
});

test("selectRows keeps columns, labels and groups together", () => {
  const table = {
    rows: 3,
    columns: [inferColumn("x", ["1", "2", "3"]), inferColumn("c", ["a", "b", "c"])],
    labels: Uint8Array.of(0, 1, 0),
    groups: Int32Array.of(7, 8, 9),
  };
  expect(selectRows(table, [2, 1])).toEqual({
    rows: 2,
    columns: [inferColumn("x", ["3", "2"]), inferColumn("c", ["c", "b"])],
    labels: Uint8Array.of(0, 1),
    groups: Int32Array.of(9, 8),
  });
});
