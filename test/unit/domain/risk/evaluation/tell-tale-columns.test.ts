import { describe, expect, it } from "vitest";
import type { Column } from "../../../../../src/domain/risk/dataset.ts";
import { tellTaleColumns } from "../../../../../src/domain/risk/evaluation/tell-tale-columns.ts";

const ROWS = 400;
/** A quarter churned, spread over the table. */
const labels = Uint8Array.from({ length: ROWS }, (_, row) => Number(row % 4 === 0));
/** 0 to 1, the same each time, knowing nothing of the labels. */
const noise = (row: number) => (((row + 1) * 7919) % 1009) / 1009;

const numbers = (of: (row: number, churned: boolean) => number): Column => ({
  kind: "number",
  name: "x",
  values: Float64Array.from(labels, (label, row) => of(row, label === 1)),
});
const words = (of: (row: number, churned: boolean) => string): Column => ({
  kind: "category",
  name: "x",
  values: Array.from(labels, (label, row) => of(row, label === 1)),
});
const told = (column: Column) => tellTaleColumns([column], labels);

describe("a column that gives the answer away", () => {
  it.each<[string, Column]>([
    ["is higher for those who churned", numbers((row, churned) => noise(row) + Number(churned))],
    ["is lower for them", numbers((row, churned) => noise(row) - Number(churned))],
    [
      "lies in between for them",
      numbers((row, churned) => (churned ? 50 + noise(row) : row % 2 === 0 ? 0 : 100)),
    ],
    ["is the label in other words", words((_, churned) => (churned ? "closed" : "open"))],
    ["is a day for them and -1 for others", numbers((row, churned) => (churned ? 20_000 + row : -1))],
    ["is missing for the others", numbers((row, churned) => (churned ? noise(row) : Number.NaN))],
  ])("%s", (_, column) => {
    expect(told(column)).toMatchObject([{ column: "x" }]);
  });

  it.each<[string, Column, object]>([
    [
      "filled for some who churned",
      words((row, churned) => (churned && row % 3 === 0 ? "too dear" : "")),
      { because: "filled", called: "churned", rows: 34 },
    ],
    [
      "filled for some who stayed",
      numbers((row, churned) => (churned || row % 2 === 0 ? Number.NaN : noise(row))),
      { because: "filled", called: "stayed", rows: 200 },
    ],
    [
      "left blank for some who churned",
      words((row, churned) => (churned && row % 3 === 0 ? "" : row % 2 === 0 ? "a" : "b")),
      { because: "blank", called: "churned", rows: 34 },
    ],
  ])("is one that is %s, whatever it says", (_, column, expected) => {
    expect(told(column)).toMatchObject([expected]);
  });

  it("allows one slip in a hundred", () => {
    const slips = (count: number) =>
      words((row, churned) => (churned || (row % 4 === 1 && row < 4 * count) ? "gone" : ""));
    expect(told(slips(1))).toMatchObject([{ because: "filled", rows: 101 }]);
    // 15 slips: neither filled for one kind only nor nearly perfect.
    expect(told(slips(15))).toEqual([]);
  });
});

describe("a strong column that is known beforehand", () => {
  it.each<[string, Column]>([
    ["overlaps", numbers((row, churned) => noise(row) + Number(churned) * 0.7)],
    ["knows nothing", numbers(noise)],
    ["has a word of its own for each row", words((row) => `row ${row}`)],
    ["has rare words", words((row) => `word ${row % 70}`)],
    ["is blank for some who stayed", words((row, churned) => (churned || row % 3 > 0 ? "told" : ""))],
    ["is filled for few", words((row, churned) => (churned && row < 36 ? "x" : ""))],
    ["is filled for twenty who stayed", words((row, churned) => (!churned && row < 27 ? "x" : ""))],
    ["has one value", words(() => "same")],
    ["is missing throughout", numbers(() => Number.NaN)],
  ])("stays where it %s", (_, column) => {
    expect(told(column)).toEqual([]);
  });

  it("stays up to an area of 0.98 alone", () => {
    // Each of the 300 who stayed and has the word of those who churned takes 1/600 of the area.
    const alike = (count: number) =>
      words((row, churned) => (churned || (row % 4 === 1 && row < 4 * count) ? "yes" : "no"));
    expect(told(alike(12))).toMatchObject([{ because: "near-perfect", rocAuc: 0.98 }]);
    expect(told(alike(13))).toEqual([]);
  });
});
