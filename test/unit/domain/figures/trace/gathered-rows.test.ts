import { describe, expect, it } from "vitest";
import { gathered, handedOver, rowGatherer } from "../../../../../src/domain/figures/trace/gathered-rows.ts";
import {
  NOTHING_TOLD,
  type TraceRow,
  type TraceShape,
} from "../../../../../src/domain/figures/trace/trace.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { summed } from "../../../../../src/domain/value/trace/trace-closing.ts";

const Q1 = { fromDay: "2026-01-01", toDay: "2026-03-31" };
const EUROS: TraceShape = { currency: "EUR", unit: "minor", overUnit: "count" };
const row = (amount: number | null, over: number | null = null): TraceRow => ({
  ...{ ...NOTHING_TOLD, kind: "order", what: phrase("trace.order"), amount, over },
});

describe("rows that are gathered", () => {
  it("are added up, those that are told but not counted left out", () => {
    const rows = [row(5), row(null), row(-2, 1), row(null, 1)];
    expect(gathered(rows)).toMatchObject({ rowCount: 4, counted: 3, amount: 3, over: 2 });
    expect(gathered([row(null)])).toMatchObject({ rowCount: 1, counted: 0, amount: null, over: null });
  });

  it("are all seen and counted, however few are held", () => {
    const seen: unknown[] = [];
    const reading = {
      most: 2,
      visit: (one: TraceRow, shape: TraceShape) => void seen.push([one.amount, shape.unit]),
    };
    const gatherer = rowGatherer(reading, EUROS);
    for (const amount of [1, 2, 3]) gatherer.take(row(amount));
    expect(seen).toEqual([
      [1, "minor"],
      [2, "minor"],
      [3, "minor"],
    ]);
    const { rows, rowCount, amount } = gatherer.gathered();
    expect([rows.length, rowCount, amount]).toEqual([2, 3, 6]);
  });

  it("are handed over likewise where they had to be put in order first", () => {
    const seen: unknown[] = [];
    const trace = summed("revenue", Q1, "EUR", [row(1), row(2), row(3)]);
    const visit = (one: TraceRow) => void seen.push(one.amount);
    expect(handedOver(trace, { most: 1, visit })).toMatchObject({
      rows: [{ amount: 1 }],
      rowCount: 3,
      amount: 6,
    });
    expect(seen).toEqual([1, 2, 3]);
  });
});
