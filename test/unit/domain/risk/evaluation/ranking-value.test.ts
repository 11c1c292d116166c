import { describe, expect, it } from "vitest";
import { meanLostValue, rankingValue } from "../../../../../src/domain/risk/evaluation/ranking-value.ts";
import { readValues } from "../../../../../src/domain/risk/evaluation/value-column.ts";
import { textOf } from "../../../../../src/words/text.ts";

/** Twenty customers: likely to leave and worth little, or unlikely and worth much. */
const twenty = (() => {
  const labels = new Uint8Array(20);
  const probabilities = new Float64Array(20).fill(0.1);
  const values = new Float64Array(20).fill(10);
  // The likeliest is worth 10 and leaves; the next is worth 1,000 and leaves; the richest stays.
  [labels[0], probabilities[0], values[0]] = [1, 0.9, 10];
  [labels[1], probabilities[1], values[1]] = [1, 0.5, 1_000];
  [labels[2], probabilities[2], values[2]] = [0, 0.01, 2_000];
  [labels[3], probabilities[3], values[3]] = [1, 0.05, 990];
  return { labels, probabilities, values };
})();

describe("what a ranking saves", () => {
  it("is the share of the lost value that was with those at the top", () => {
    const { lost, rankings } = rankingValue(twenty);
    expect(lost).toBe(2_000);
    // Top 1: expected loss 500 (lost 1,000), probability 0.9 (lost 10), value 2,000 (stayed).
    expect(rankings[0]).toEqual({
      percent: 5,
      contacted: 1,
      byExpectedLoss: 0.5,
      byProbability: 0.005,
      byValue: 0,
    });
    // Top 2: expected losses 500 and 49.5; probabilities 0.9 and 0.5; values 2,000 and 1,000.
    expect(rankings[1]).toMatchObject({
      percent: 10,
      contacted: 2,
      byExpectedLoss: 0.995,
      byProbability: 0.505,
    });
    // Top 4: the third and fourth by expected loss are worth 20 (stays) and 9 (leaves with 10).
    expect(rankings[2]).toMatchObject({
      percent: 20,
      contacted: 4,
      byExpectedLoss: 1,
      byValue: 0.995 + 0.005 / 17,
    });
  });

  it("counts a tie at the border by its mean, so that the order of the rows says nothing", () => {
    // Five contacted of a hundred, all tied: they catch 5 % of what is lost on average.
    const labels = Uint8Array.from({ length: 100 }, (_, row) => (row < 10 ? 1 : 0));
    const tied = {
      labels,
      probabilities: new Float64Array(100).fill(0.1),
      values: new Float64Array(100).fill(3),
    };
    expect(rankingValue(tied).rankings.map(({ byExpectedLoss }) => byExpectedLoss)).toEqual([
      expect.closeTo(0.05, 12),
      expect.closeTo(0.1, 12),
      expect.closeTo(0.2, 12),
    ]);
  });

  it("contacts whole customers: 5, 10 and 20 % of 70 are 4, 7 and 14", () => {
    const some = {
      labels: new Uint8Array(70),
      probabilities: new Float64Array(70),
      values: new Float64Array(70),
    };
    expect(rankingValue(some).rankings.map(({ contacted }) => contacted)).toEqual([4, 7, 14]);
  });

  it("has no share where nothing of value left", () => {
    const { lost, rankings } = rankingValue({ ...twenty, values: new Float64Array(20) });
    expect(lost).toBe(0);
    expect(rankings.map(({ byExpectedLoss }) => byExpectedLoss)).toEqual([null, null, null]);
    const nothing = rankingValue({ ...twenty, labels: new Uint8Array(20) });
    expect(meanLostValue([nothing, nothing]).rankings[0]?.byProbability).toBeNull();
  });

  it("is averaged over the seeds", () => {
    const one = rankingValue(twenty);
    const other = rankingValue({ ...twenty, probabilities: twenty.labels.map((label) => label) as never });
    const mean = meanLostValue([one, other]).rankings[0];
    expect(mean?.byProbability).toBeCloseTo((0.005 + 2_000 / 3 / 2_000) / 2, 12);
  });
});

describe("a column of values", () => {
  const category = (...values: string[]) => ({ kind: "category" as const, name: "margin", values });

  it("is money per customer, where blank and missing count as 0 and are counted", () => {
    const values = Float64Array.of(12.5, Number.NaN, 3, Number.NaN, 0);
    expect(readValues({ kind: "number", name: "margin", values }, ["12.5", "", " 3 ", "NA", "0"])).toEqual({
      kind: "values",
      values: Float64Array.of(12.5, 0, 3, 0, 0),
      blanks: 2,
    });
  });

  it.each([
    [
      category("12", "much", "3"),
      [],
      /Column "margin" has "much" in row 2: --value needs a column of numbers/,
    ],
    [
      { kind: "number" as const, name: "margin", values: Float64Array.of(12, -3) },
      ["12", " -3 "],
      /Column "margin" has -3 in row 2: what is lost with a customer is 0 or more/,
    ],
    [category("", ""), ["", " "], /Column "margin" has no value in any row/],
  ])("is refused with what to correct: %#", (column, texts, reason) => {
    const read = readValues(column, texts);
    expect(read.kind === "refused" ? textOf(read.reason, "en") : "").toMatch(reason);
  });
});
