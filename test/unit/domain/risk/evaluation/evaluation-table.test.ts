import { describe, expect, it } from "vitest";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { readColumn } from "../../../../../src/domain/risk/evaluation/table-columns.ts";
import {
  foldsProblem,
  givenFolds,
  stratifiedFolds,
} from "../../../../../src/domain/risk/evaluation/table-folds.ts";
import { readLabels } from "../../../../../src/domain/risk/evaluation/table-labels.ts";
import { textOf } from "../../../../../src/words/text.ts";

describe("a table's columns", () => {
  it("are numbers also where some are written as missing, unless other words stand beside them", () => {
    expect(readColumn("x", ["1", "NA", "2.5", "nan", ""])).toMatchObject({
      kind: "number",
      values: Float64Array.of(1, Number.NaN, 2.5, Number.NaN, Number.NaN),
    });
    expect(readColumn("x", ["1", "none", "two"])).toMatchObject({ kind: "category" });
    expect(readColumn("answer", ["none", "N/A"])).toMatchObject({
      kind: "category",
      values: ["none", "N/A"],
    });
  });

  it.each(["1,234", "1'234.50", "12 500", "3,5", "-1,234,567.8"])(
    "are refused rather than taken for words when numbers have separators (%s)",
    (number) => {
      const column = readColumn("spend", ["5", number, "7"]);
      expect(column).toMatchObject({
        kind: "unclear",
        reason: phrase("table.separators", { column: "spend", example: number, row: 2 }),
      });
    },
  );

  it("are words where separators stand in words", () => {
    expect(readColumn("plan", ["1,234", "basic"])).toMatchObject({ kind: "category" });
    expect(readColumn("size", ["1,2,3", "5"])).toMatchObject({ kind: "category" });
  });
});

describe("a table's labels", () => {
  const labels = (texts: string[], positive?: string) => readLabels("left", texts, positive);

  it.each([
    [
      ["1", "0", "1.0"],
      [1, 0, 1],
    ],
    [
      ["Yes", "No", " Yes "],
      [1, 0, 1],
    ],
    [
      ["False", "True", "False"],
      [0, 1, 0],
    ],
  ])("need no --positive where their meaning is clear: %j", (texts, expected) => {
    expect(labels(texts)).toMatchObject({ kind: "labels", labels: Uint8Array.from(expected) });
  });

  it("are those of --positive otherwise, all other values having stayed", () => {
    expect(labels(["gone", "here", "new", "gone"], "gone")).toMatchObject({
      labels: Uint8Array.of(1, 0, 0, 1),
    });
    expect(labels(["2", "1.0", "2"], "1")).toMatchObject({ labels: Uint8Array.of(0, 1, 0) });
  });

  it.each([
    [labels(["gone", "here"]), /values gone, here: say by --positive/],
    [labels(["0", "1", "2"]), /values 0, 1, 2: say by --positive/],
    [labels(["yes", "no"], "Yes"), /No row has "Yes" in left; the values there are no, yes/],
    [labels(["1", "", "0"]), /Row 2 has no value in left/],
    [labels([" ", "1", "0"]), /Row 1 has no value in left/],
    [labels(["1", "1"], "1"), /Every row has "1" in left/],
    [
      labels(
        Array.from({ length: 40 }, (_, n) => String(n)),
        "1",
      ),
      /40 different values/,
    ],
  ])("say what to correct: %#", (result, reason) => {
    expect(result.kind === "refused" ? textOf(result.reason, "en") : "").toMatch(reason);
  });
});

describe("a table's folds", () => {
  const rows = Uint8Array.from({ length: 103 }, (_, row) => Number(row % 4 === 0));

  it("are dealt with the same share of churned in each, the same for the same seed", () => {
    const dealt = (seed: number) => {
      const result = stratifiedFolds(rows, 5, seed);
      if (result.kind !== "folds") throw new Error(result.reason.code);
      return [...result.folds];
    };
    const folds = dealt(1);
    for (let fold = 0; fold < 5; fold += 1) {
      const own = [...folds.keys()].filter((row) => folds[row] === fold);
      expect(own.length).toBeGreaterThanOrEqual(20);
      expect(own.length).toBeLessThanOrEqual(21);
      const churned = own.filter((row) => rows[row] === 1).length;
      expect(churned).toBeGreaterThanOrEqual(5);
      expect(churned).toBeLessThanOrEqual(6);
    }
    expect(dealt(1)).toEqual(folds);
    expect(dealt(2)).not.toEqual(folds);
  });

  it("are refused where they cannot be judged", () => {
    expect(stratifiedFolds(Uint8Array.of(1, 1, 0, 0, 0), 3, 1)).toMatchObject({
      kind: "refused",
      reason: phrase("table.too-few-for-folds", { rows: 2, called: "churned", folds: 3 }),
    });
    expect(givenFolds(["0", "x"], "f.csv")).toMatchObject({
      reason: phrase("table.fold-unclear", { where: "f.csv", text: "x", row: 2 }),
    });
    expect(givenFolds(["0", " "], "f.csv")).toMatchObject({ kind: "refused" });
    const labels = Uint8Array.of(1, 0, 0, 0);
    expect(foldsProblem(Int32Array.of(0, 0, 0, 0), labels)?.code).toBe("table.one-fold");
    expect(foldsProblem(Int32Array.of(0, 0, 1, 1), labels)?.parameters).toEqual({
      fold: 1,
      called: "stayed",
    });
    expect(foldsProblem(Int32Array.of(0, 0, 1, 1), Uint8Array.of(1, 0, 0, 1))).toBeNull();
  });
});
