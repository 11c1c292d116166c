import { describe, expect, it } from "vitest";
import { fitDerivation, foldDerivedColumns, withDerivedColumns } from "../../../model/derived-columns.ts";
import { daysAfter } from "../../../src/domain/clock.ts";
import type { Dataset } from "../../../src/domain/risk/dataset.ts";
import type { FeatureName } from "../../../src/domain/risk/features.ts";

const LOG_START = new Date("2025-01-01T00:00:00Z");
type Row = { first: number; last: number; days: number; gap: number };

/** Customers seen so many days after the log's beginning. */
const snapshotAt = (logAge: number, rows: readonly Row[]): Dataset & { asOf: Date } => {
  const column = (name: FeatureName, of: (row: Row) => number) => ({
    kind: "number" as const,
    name,
    values: Float64Array.from(rows, of),
  });
  return {
    rows: rows.length,
    asOf: daysAfter(LOG_START, logAge),
    columns: [
      column("daysSinceFirstPurchase", ({ first }) => first),
      column("daysSinceLastPurchase", ({ last }) => last),
      column("purchaseDaysTotal", ({ days }) => days),
      column("meanGapDays", ({ gap }) => gap),
      column("longestGapDays", ({ gap }) => gap),
      column("revenueMinorPerPurchaseDay", () => 1000),
    ],
  };
};
/** One who is there when the log begins, one who comes 90 days later and buys once. */
const early = { first: 120, last: 20, days: 3, gap: 50 };
const late = { first: 30, last: 30, days: 1, gap: Number.NaN };
const valuesOf = (table: Dataset, name: string) =>
  table.columns.find((column) => column.name === name)?.values as Float64Array | undefined;

describe("derived columns", () => {
  const training = [snapshotAt(90, [{ ...early, first: 90 }]), snapshotAt(120, [early, late])];
  const derivation = fitDerivation(training, 90);

  it("are left out where a table has no purchases", () => {
    const other: Dataset = {
      rows: 1,
      columns: [{ kind: "number", name: "age", values: Float64Array.of(3) }],
    };
    expect(withDerivedColumns(fitDerivation([other], 0), other)).toEqual(other);
  });

  it("give one-time buyers the time since as the gap they have had at least", () => {
    const table = withDerivedColumns(derivation, training[1]!);
    expect([...valuesOf(table, "meanGapOrTenureDays")!]).toEqual([50, 30]);
    expect([...valuesOf(table, "silenceOverGapOrTenure")!]).toEqual([0.4, 1]);
  });

  it("hold BG/NBD's P(no purchase), which grows with the silence of one-time buyers as well", () => {
    const customers = Array.from({ length: 400 }, (_, place): Row => {
      const days = place % 2 === 0 ? 1 : 12;
      const first = 100 + (place % 97);
      return { first, last: days === 1 ? first : (place * 7) % 60, days, gap: Number.NaN };
    });
    const fitted = fitDerivation([snapshotAt(200, customers)], 90);
    const silent = [5, 50, 500].map((first) => ({ first, last: first, days: 1, gap: Number.NaN }));
    const logOdds = [...valuesOf(withDerivedColumns(fitted, snapshotAt(500, silent)), "noPurchaseLogOdds")!];
    expect(logOdds).toEqual([...logOdds].sort((one, other) => one - other));
    expect(logOdds[2]! - logOdds[0]!).toBeGreaterThan(0.5);
  });
});

describe("foldDerivedColumns", () => {
  it("tells a derived column's contribution as its source's, and loses nothing of the sum", () => {
    const names = ["meanGapDays", "longestGapDays", "longestGapOrTenureDays", "meanGapOrTenureDays"];
    const { columns, fold } = foldDerivedColumns(names);
    expect(columns).toEqual(["meanGapDays", "longestGapDays"]);
    const folded = fold(Float32Array.of(1, 2, 4, 8, -1, 0.5, 0.25, 0), 2);
    expect([...folded]).toEqual([9, 6, -1, 0.75]);
  });
});
