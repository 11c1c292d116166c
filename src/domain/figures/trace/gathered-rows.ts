import type { Trace, TraceRow, TraceShape } from "./trace.ts";

/** What is done with rows as they come. */
export type Reading = {
  /** Hold the first ones alone; null: all. */
  readonly most: number | null;
  /** Sees every row. */
  readonly visit: ((row: TraceRow, shape: TraceShape) => void) | null;
};

export const HOLD_ALL: Reading = { most: null, visit: null };

export type GatheredRows = {
  readonly rows: readonly TraceRow[];
  readonly rowCount: number;
  /** Rows that are in the figure. */
  readonly counted: number;
  /** Sums of what is counted; null where no row has a part in it. */
  readonly amount: number | null;
  readonly over: number | null;
};

/** Adds rows up as they come, so that no more of them is held than is shown. */
export function rowGatherer({ most, visit }: Reading, shape: TraceShape) {
  const rows: TraceRow[] = [];
  const sums = { rowCount: 0, counted: 0, amount: null as number | null, over: null as number | null };
  return {
    take(row: TraceRow): void {
      sums.rowCount += 1;
      sums.counted += Number(row.amount !== null || row.over !== null);
      if (row.amount !== null) sums.amount = (sums.amount ?? 0) + row.amount;
      if (row.over !== null) sums.over = (sums.over ?? 0) + row.over;
      if (most === null || rows.length < most) rows.push(row);
      visit?.(row, shape);
    },
    gathered: (): GatheredRows => ({ ...sums, rows }),
  };
}

/** Of rows that are all known. */
export function gathered(rows: readonly TraceRow[]): GatheredRows {
  const gatherer = rowGatherer(HOLD_ALL, { currency: "", unit: "count", overUnit: "count" });
  for (const row of rows) gatherer.take(row);
  return gatherer.gathered();
}

/** A trace whose rows were held, as all of them have to be known to put them in order. */
export function handedOver(trace: Trace, { most, visit }: Reading): Trace {
  if (visit !== null) for (const row of trace.rows) visit(row, trace);
  return most === null ? trace : { ...trace, rows: trace.rows.slice(0, most) };
}
