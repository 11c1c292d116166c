import { describe, expect, it } from "vitest";
import { phrase } from "../../../../../src/domain/phrase.ts";
import {
  foldsProblem,
  givenFolds,
  groupedFolds,
  stratifiedFolds,
} from "../../../../../src/domain/risk/evaluation/table-folds.ts";
import {
  countCopies,
  groupRows,
  splitGroup,
  tellsRowsApart,
} from "../../../../../src/domain/risk/evaluation/table-groups.ts";
import { readLabels } from "../../../../../src/domain/risk/evaluation/table-labels.ts";
import { textOf } from "../../../../../src/words/text.ts";

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

  it("are one value however it is written: case, blanks and width, told with all spellings", () => {
    const read = labels(["Yes", "yes", "ＹＥＳ", "No", "yes ", "not  yet", "Not yet"], "YES");
    expect(read).toMatchObject({
      labels: Uint8Array.of(1, 1, 1, 0, 1, 0, 0),
      positive: "yes",
      stayed: [
        { value: "not  yet", rows: 2 },
        { value: "No", rows: 1 },
      ],
      spellings: [
        ["Yes", "yes", "ＹＥＳ"],
        ["not  yet", "Not yet"],
      ],
    });
    expect(labels(["1", "1.0", "0"])).toMatchObject({ positive: "1", spellings: [] });
    expect(labels(["是", "否", "是"])).toMatchObject({ positive: "是", stayed: [{ value: "否", rows: 1 }] });
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
    [labels(["yes", "no"], "gone"), /No row has "gone" in left; the values there are no, yes/],
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

describe("rows of one customer", () => {
  it("are those of one id, and rows without an id stand for themselves", () => {
    expect(groupRows(["a", "b", " a ", "", "", "c", "a"])).toEqual({
      groups: Int32Array.of(0, 1, 0, 3, 4, 5, 0),
      repeated: { ids: 1, rows: 3 },
    });
  });

  it("share a fold, and the folds hold about as many rows and churned", () => {
    const ids = Array.from({ length: 300 }, (_, row) => String(row % 100));
    const labels = Uint8Array.from(ids, (id) => Number(Number(id) % 4 === 0));
    const { groups } = groupRows(ids);
    for (const seed of [1, 2, 3]) {
      const dealt = groupedFolds(labels, groups, 3, seed);
      if (dealt.kind !== "folds") throw new Error(dealt.reason.code);
      expect(splitGroup(groups, dealt.folds)).toBeNull();
      for (const fold of [0, 1, 2]) {
        const own = [...dealt.folds.keys()].filter((row) => dealt.folds[row] === fold);
        expect(Math.abs(own.length - 100)).toBeLessThanOrEqual(3);
        expect(Math.abs(own.filter((row) => labels[row] === 1).length - 25)).toBeLessThanOrEqual(3);
      }
    }
    expect(groupedFolds(labels, groups, 3, 1)).toEqual(groupedFolds(labels, groups, 3, 1));
    expect(groupedFolds(labels, groups, 3, 1)).not.toEqual(groupedFolds(labels, groups, 3, 2));
    expect(groupedFolds(Uint8Array.of(1, 0), Int32Array.of(0, 1), 3, 1).kind).toBe("refused");
  });

  it("are found where given folds tear them apart", () => {
    expect(splitGroup(Int32Array.of(0, 1, 0, 1), Int32Array.of(0, 1, 0, 2))).toBe(3);
  });

  it("are copies where rows could be told apart", () => {
    const amounts = Array.from({ length: 60 }, (_, row) => String((row % 40) * 17));
    const other = Array.from({ length: 60 }, (_, row) => String((row % 40) * 31));
    expect(countCopies([amounts, other], 60)).toBe(20);
    expect(tellsRowsApart([amounts, other], 60)).toBe(false);
    expect(tellsRowsApart([amounts, other, amounts], 60)).toBe(true);
  });
});
