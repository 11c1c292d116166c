import { describe, expect, it } from "vitest";
import { type Cell, dataTable } from "../../../../src/slack/blocks/data-table.ts";
import { assertSendable } from "../../../support/block-kit.ts";

const table = (rows: readonly (readonly Cell[])[]) =>
  dataTable({ caption: "Cost", head: ["Segment", "Cost"], rows });
const row = (text: string, value?: number): Cell[] => [
  { text },
  value === undefined ? { text: "n/a" } : { text: String(value), value },
];

describe("a table that readers sort", () => {
  it("keeps a column of numbers one where some are not known, those below all others", () => {
    const { block } = table([row("a", -3), row("b"), row("c", 40)]);
    expect(block.rows.slice(1).map(([, cost]) => cost)).toEqual([
      { type: "raw_number", value: -3, text: "-3" },
      { type: "raw_number", value: -4, text: "n/a" },
      { type: "raw_number", value: 40, text: "40" },
    ]);
  });

  it("leaves texts texts, and a column of nothing known", () => {
    const { block } = table([row("a"), row("b")]);
    expect(block.rows.flat().map(({ type }) => type)).toEqual(Array(6).fill("raw_text"));
  });

  it("has as many rows as Slack takes, and says how many it leaves out", () => {
    const { block, leftOut } = table(Array.from({ length: 250 }, (_, place) => row(`s${place}`, place)));
    expect([block.rows.length, leftOut]).toEqual([101, 150]);
    assertSendable({ text: "x", blocks: [block] });
  });
});
