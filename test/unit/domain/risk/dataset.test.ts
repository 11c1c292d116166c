import { describe, expect, it } from "vitest";
import { inferColumn, type LabelledDataset, selectRows } from "../../../../src/domain/risk/dataset.ts";

describe("a column of text", () => {
  it.each([
    ["numbers, and blanks for missing ones", ["1", " ", "-2.5e3"], "number", [1, Number.NaN, -2500]],
    ["words as soon as one is there", ["1", " two "], "category", ["1", "two"]],
    ["words where a number has no end", ["1", "Infinity"], "category", ["1", "Infinity"]],
    ["words where nothing is filled", ["", " "], "category", ["", ""]],
  ] as const)("is %s", (_what, texts, kind, values) => {
    const column = inferColumn("x", texts);
    expect([column.kind, column.name]).toEqual([kind, "x"]);
    expect([...column.values]).toEqual(values);
  });
});

describe("rows that are selected", () => {
  const asOf = new Date("2026-06-01T00:00:00Z");
  const table: LabelledDataset = {
    rows: 3,
    columns: [
      { kind: "number", name: "n", values: Float64Array.of(1, 0, 3) },
      { kind: "category", name: "c", values: ["a", "b", "c"] },
    ],
    labels: Uint8Array.of(0, 1, 1),
  };

  it("keep their values and labels, in the order asked for", () => {
    expect(selectRows(table, [2, 1, 2])).toEqual({
      rows: 3,
      columns: [
        { kind: "number", name: "n", values: Float64Array.of(3, 0, 3) },
        { kind: "category", name: "c", values: ["c", "b", "c"] },
      ],
      labels: Uint8Array.of(1, 1, 1),
    });
  });

  it("keep their customers and their date where the table has them", () => {
    const { groups, asOf: kept } = selectRows({ ...table, groups: Int32Array.of(7, 8, 9), asOf }, [0, 2]);
    expect(groups).toEqual(Int32Array.of(7, 9));
    expect(kept).toEqual(asOf);
  });
});
