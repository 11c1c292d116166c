import { phrase } from "../src/domain/phrase.ts";
import { NotEnoughHistoryError } from "../src/domain/risk/churn-model.ts";
import { type Column, type Dataset, type LabelledDataset, selectRows } from "../src/domain/risk/dataset.ts";
import { dayNumber, type RowSnapshots } from "./churn-level.ts";
import { randomStream, shuffle } from "./random.ts";

/**
 * Below 50 customers a churn rate itself is uncertain by 14 points either way (95 %), let alone what drives it; below
 * ten of either class each member's stopping part (a fifth) would hold fewer than two of them.
 */
const LEAST_ROWS = 50;
const LEAST_PER_CLASS = 10;
/** A held-out log loss over fewer churned (or kept) customers than this is decided by one of them. */
const LEAST_HELD_OUT_PER_CLASS = 5;

/** All snapshots below each other, oldest first. */
export type TrainingTable = {
  readonly rows: Dataset & { readonly labels: Uint8Array };
  readonly groups: Int32Array;
  readonly snapshots: RowSnapshots;
  /** Where the latest snapshot starts; an earlier one's start where the latest alone is too small to stop by. */
  readonly latestFrom: number;
};

/** @throws NotEnoughHistoryError when the snapshots together are too few to learn from. */
export function requireTrainable(snapshots: readonly LabelledDataset[]): void {
  requireRows("training.too-few-to-learn", snapshots, LEAST_PER_CLASS);
}

/** @throws NotEnoughHistoryError when the held-out snapshot is too small to decide anything. */
export function requireJudgeable(heldOut: LabelledDataset): void {
  requireRows("training.too-few-to-judge", [heldOut], LEAST_HELD_OUT_PER_CLASS);
}

function requireRows(code: string, snapshots: readonly LabelledDataset[], leastPerClass: number): void {
  const { rows, churned } = countRows(snapshots);
  if (isEnough({ rows, churned }, leastPerClass)) return;
  const needed = { least: LEAST_ROWS, leastOfEach: leastPerClass };
  throw new NotEnoughHistoryError(phrase(code, { rows, churned, stayed: rows - churned, ...needed }));
}

type RowCounts = { readonly rows: number; readonly churned: number };

function countRows(snapshots: readonly LabelledDataset[]): RowCounts {
  let rows = 0;
  let churned = 0;
  for (const snapshot of snapshots) {
    rows += snapshot.rows;
    for (const label of snapshot.labels) churned += label;
  }
  return { rows, churned };
}

function isEnough({ rows, churned }: RowCounts, leastPerClass: number): boolean {
  return rows >= LEAST_ROWS && churned >= leastPerClass && rows - churned >= leastPerClass;
}

export type StackingRequest = {
  readonly maxRows: number;
  readonly seed: number;
  /** Over which the snapshots are labelled. */
  readonly horizonDays: number;
};

/**
 * Stacks the snapshots; above `maxRows`, a seeded sample of their customers, each in all of their snapshots, so that a
 * sample shows how a customer's figures move as well as the whole does.
 */
export function stackSnapshots(
  snapshots: readonly LabelledDataset[],
  { maxRows, seed, horizonDays }: StackingRequest,
): TrainingTable {
  const total = countRows(snapshots).rows;
  const sampled = total <= maxRows ? snapshots : sampleCustomers(snapshots, maxRows, seed);
  const first = sampled[0];
  const { rows } = countRows(sampled);
  const columns = (first?.columns ?? []).map((column) => stackColumn(column, sampled));
  const labels = Uint8Array.from(sampled.flatMap((snapshot) => [...snapshot.labels]));
  return {
    rows: { rows, columns, labels },
    groups: stackGroups(sampled),
    snapshots: { ...rowSnapshots(sampled), horizonDays },
    latestFrom: rows - countRows(latestSnapshots(sampled)).rows,
  };
}

/** Snapshots without a date cannot be told apart in time, so one such leaves all of them undated. */
function rowSnapshots(stacked: readonly LabelledDataset[]): Omit<RowSnapshots, "horizonDays"> {
  const days = stacked.flatMap(({ asOf }) => (asOf === undefined ? [] : [dayNumber(asOf)]));
  const snapshots = new Int32Array(countRows(stacked).rows);
  let start = 0;
  for (const [place, { rows }] of stacked.entries()) {
    snapshots.fill(place, start, start + rows);
    start += rows;
  }
  return { snapshots, days: days.length === stacked.length ? days : [] };
}

/** The fewest snapshots from the end that hold enough of both classes. */
function latestSnapshots(snapshots: readonly LabelledDataset[]): readonly LabelledDataset[] {
  for (let from = snapshots.length - 1; from > 0; from -= 1) {
    const latest = snapshots.slice(from);
    if (isEnough(countRows(latest), LEAST_PER_CLASS)) return latest;
  }
  return snapshots;
}

function sampleCustomers(
  snapshots: readonly LabelledDataset[],
  maxRows: number,
  seed: number,
): readonly LabelledDataset[] {
  const groups = stackGroups(snapshots);
  const chosen = drawCustomers(groups, maxRows, seed);
  let start = 0;
  return snapshots.map((snapshot) => {
    const own = groups.subarray(start, start + snapshot.rows);
    start += snapshot.rows;
    const rows = Array.from(own.keys()).filter((row) => chosen.has(own[row] ?? 0));
    return selectRows(snapshot, rows);
  });
}

/** Customers in a seeded order, as many as have at most `maxRows` rows together. */
function drawCustomers(groups: Int32Array, maxRows: number, seed: number): ReadonlySet<number> {
  const rowsOf = new Map<number, number>();
  for (const group of groups) rowsOf.set(group, (rowsOf.get(group) ?? 0) + 1);
  const chosen = new Set<number>();
  let rows = 0;
  for (const group of shuffle(Int32Array.from(rowsOf.keys()), randomStream(seed))) {
    rows += rowsOf.get(group) ?? 0;
    if (rows > maxRows) break;
    chosen.add(group);
  }
  return chosen;
}

function stackColumn(column: Column, snapshots: readonly LabelledDataset[]): Column {
  const parts = snapshots.map((snapshot) => {
    const part = snapshot.columns.find(({ name, kind }) => name === column.name && kind === column.kind);
    if (part === undefined) throw new Error(`The snapshots disagree about column "${column.name}".`);
    return part;
  });
  if (column.kind === "category") {
    return { ...column, values: parts.flatMap((part) => (part.kind === "category" ? part.values : [])) };
  }
  const values = new Float64Array(countRows(snapshots).rows);
  let at = 0;
  for (const part of parts) {
    if (part.kind === "number") values.set(part.values, at);
    at += part.values.length;
  }
  return { ...column, values };
}

/** Rows without a group stand for themselves: they get negative numbers nobody else has. */
function stackGroups(snapshots: readonly LabelledDataset[]): Int32Array {
  let alone = 0;
  const groups = snapshots.flatMap((snapshot) =>
    Array.from({ length: snapshot.rows }, (_, row) => {
      alone -= 1;
      return snapshot.groups?.[row] ?? alone;
    }),
  );
  return Int32Array.from(groups);
}
