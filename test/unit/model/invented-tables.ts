import { sigmoid } from "../../../model/probability.ts";
import type { RandomStream } from "../../../model/random.ts";
import { daysAfter } from "../../../src/domain/clock.ts";
import type { Column, LabelledDataset, NumberColumn } from "../../../src/domain/risk/dataset.ts";
import { normalDraw } from "./draws.ts";

/** Some snapshots to learn from, a later one to be judged by, and other customers of that same day. */
export type InventedCase = {
  readonly training: readonly LabelledDataset[];
  readonly heldOut: LabelledDataset;
  readonly fresh: LabelledDataset;
};

/** What is told of the customers: nothing, something, or as much as there is to know. */
export type Signal = "noise" | "some" | "strong";

export type Snapshot = { readonly day: number; readonly rows: number };

/** What a kind of table is like; all of it may be left to the usual. */
export type TableKind = {
  /** Share of an average customer's equals who leave. */
  readonly rate?: number;
  /** Kinds that only make sense with something to be found, or nothing. */
  readonly signals?: readonly Signal[];
  /** Oldest first, the held-out one last. */
  readonly snapshots?: readonly Snapshot[];
  /** In log odds, of a day. */
  readonly level?: (day: number) => number;
  /** Who leaves is a matter of the figures alone, not of chance. */
  readonly certain?: boolean;
  readonly undated?: boolean;
  /** What becomes of the usual columns. */
  readonly shape?: (table: Shaping) => readonly Column[];
  /** Rows of the training snapshots that stand there so many times. */
  readonly copies?: number;
};

export type Shaping = {
  readonly columns: readonly Column[];
  readonly labels: Uint8Array;
  readonly day: number;
  readonly isTraining: boolean;
  readonly random: RandomStream;
};

const START = new Date("2024-01-01T00:00:00Z");
const STRENGTH: Readonly<Record<Signal, number>> = { noise: 0, some: 0.6, strong: 2 };
const USUAL_SNAPSHOTS = [0, 30, 60, 150].map((day) => ({ day, rows: 150 }));
/** Other customers of the held-out day: enough to see a forecast that is worse than none. */
const FRESH_ROWS = 1200;

export function inventTable(kind: TableKind, signal: Signal, random: RandomStream): InventedCase {
  const snapshots = kind.snapshots ?? USUAL_SNAPSHOTS;
  const last = snapshots.at(-1) ?? { day: 0, rows: 0 };
  const draw = (snapshot: Snapshot, isTraining: boolean) =>
    drawSnapshot(kind, signal, snapshot, isTraining, random);
  return {
    training: snapshots.slice(0, -1).map((snapshot) => repeated(draw(snapshot, true), kind.copies ?? 1)),
    // Judged by a few hundred: fewer say nothing where leaving is rare.
    heldOut: draw({ day: last.day, rows: Math.max(last.rows, 400) }, false),
    fresh: draw({ day: last.day, rows: FRESH_ROWS }, false),
  };
}

/** An amount, a share, a rare flag and a plan, of which all but the last two columns say something of who leaves. */
function drawSnapshot(
  { rate = 0.3, level = () => 0, certain = false, undated = false, shape }: TableKind,
  signal: Signal,
  { day, rows }: Snapshot,
  isTraining: boolean,
  random: RandomStream,
): LabelledDataset {
  const amount = Float64Array.from({ length: rows }, () => Math.round(1000 * Math.exp(normalDraw(random))));
  const share = Float64Array.from({ length: rows }, () => random());
  const flag = Float64Array.from({ length: rows }, () => (random() < 0.05 ? 1 : 0));
  const plan = Array.from({ length: rows }, () => ["basic", "plus", "旗舰"][Math.floor(3 * random())] ?? "");
  const other = Float64Array.from({ length: rows }, () => (random() < 0.1 ? Number.NaN : normalDraw(random)));
  const labels = Uint8Array.from({ length: rows }, (_, row) => {
    const said = Math.log((amount[row] ?? 0) / 1000) - 2 * (share[row] ?? 0) + 1 + 2 * (flag[row] ?? 0);
    const known = STRENGTH[signal] * said;
    const chance = sigmoid(Math.log(rate / (1 - rate)) + level(day) + known);
    return (certain ? 0.5 : random()) < chance ? 1 : 0;
  });
  const columns: readonly Column[] = [
    { kind: "number", name: "amount", values: amount },
    { kind: "number", name: "share", values: share },
    { kind: "number", name: "flag", values: flag },
    { kind: "category", name: "plan", values: plan },
    { kind: "number", name: "other", values: other },
  ];
  const shaped = shape?.({ columns, labels, day, isTraining, random }) ?? columns;
  return { rows, labels, columns: shaped, ...(undated ? {} : { asOf: daysAfter(START, day) }) };
}

function repeated(table: LabelledDataset, times: number): LabelledDataset {
  if (times === 1) return table;
  const over = <Item>(values: ArrayLike<Item>) =>
    Array.from({ length: times }, () => Array.from(values)).flat();
  return {
    ...table,
    rows: times * table.rows,
    labels: Uint8Array.from(over(table.labels)),
    columns: table.columns.map((column) =>
      column.kind === "number"
        ? { ...column, values: Float64Array.from(over(column.values)) }
        : { ...column, values: over(column.values) },
    ),
  };
}

const ofNumbers = (change: (values: Float64Array, shaping: Shaping) => Float64Array) => (shaping: Shaping) =>
  shaping.columns.map((column) =>
    column.kind === "number" ? { ...column, values: change(column.values, shaping) } : column,
  );
const timesEach = (factor: number) => ofNumbers((values) => values.map((value) => value * factor));
const beside = (make: (shaping: Shaping) => readonly Column[]) => (shaping: Shaping) => [
  ...shaping.columns,
  ...make(shaping),
];
const number = (name: string, rows: number, value: (row: number) => number): NumberColumn => ({
  kind: "number",
  name,
  values: Float64Array.from({ length: rows }, (_, row) => value(row)),
});
const rowsOf = ({ labels }: Shaping) => labels.length;
const spaced = (days: readonly number[], rows: (place: number) => number) =>
  days.map((day, place) => ({ day, rows: rows(place) }));
const monthly = (count: number) => [
  ...Array.from({ length: count }, (_, month) => 30 * month),
  30 * (count - 1) + 90,
];

export const TABLE_KINDS: Readonly<Record<string, TableKind>> = {
  "a usual table": {},
  "no dates": { undated: true },
  "one in a hundred leaves": { rate: 0.01, snapshots: spaced([0, 30, 60, 150], () => 900) },
  // What whole Newton steps ran away on: few leave, one flag tells them, and every month has a level of its own.
  "a flag tells the few who leave": {
    rate: 0.001,
    signals: ["strong"],
    snapshots: spaced(monthly(13), () => 150),
    shape: ({ columns, labels, random }) =>
      columns.map((column) =>
        column.name === "flag"
          ? number("flag", labels.length, (row) => +(random() < (labels[row] === 1 ? 0.9 : 0.02)))
          : column,
      ),
  },
  "97 of 100 leave": { rate: 0.97, snapshots: spaced([0, 30, 60, 150], () => 500) },
  separable: { certain: true, signals: ["some", "strong"] },
  "separable and rare": {
    certain: true,
    rate: 0.01,
    signals: ["strong"],
    snapshots: spaced([0, 30, 60, 150], () => 900),
  },
  "constant columns beside": {
    shape: beside((shaping) => [
      number("same", rowsOf(shaping), () => 7),
      number("none", rowsOf(shaping), () => 0),
      { kind: "category", name: "one word", values: Array(rowsOf(shaping)).fill("x") },
    ]),
  },
  "nothing but constant columns": {
    signals: ["noise"],
    shape: (shaping) => [number("same", rowsOf(shaping), () => 7)],
  },
  "every column five times": {
    shape: ({ columns }) =>
      [1, 2, 3, 4, 5].flatMap((copy) =>
        columns.map((column) => ({ ...column, name: `${column.name} ${copy}` })),
      ),
  },
  // The judge's chances are those of customers who are each their own: copies are in the training rows only.
  "every row three times": { copies: 3 },
  "figures of 1e12": { shape: timesEach(1e12) },
  "figures of 1e300": { shape: timesEach(1e300) },
  "figures of 1e-12": { shape: timesEach(1e-12) },
  "figures of 1e-300": { shape: timesEach(1e-300) },
  "the smallest figures there are": { shape: timesEach(5e-324) },
  "1e12 and a little more": { shape: ofNumbers((values) => values.map((value) => 1e12 + value)) },
  "amounts of both signs, some endless": {
    shape: ofNumbers((values, { random }) =>
      values.map((value) => (random() < 0.01 ? Number.POSITIVE_INFINITY : random() < 0.5 ? -value : value)),
    ),
  },
  "one snapshot": { snapshots: spaced([0, 90], () => 250) },
  "as few rows as are allowed": { snapshots: spaced([0, 90], () => 55) },
  "gaps of months and years": { snapshots: spaced([0, 30, 400, 1100, 2000], () => 150) },
  "ten times as many each month": { snapshots: spaced([0, 30, 60, 150], (place) => 4 * 10 ** place) },
  "a year of months": { snapshots: spaced(monthly(13), () => 60) },
  "a level that jumps": {
    snapshots: spaced(monthly(8), () => 120),
    level: (day) => [1.4, -1.2, 0.2, -1.6, 1.7, 0.9, -0.8][Math.floor(day / 30) % 7] ?? 0,
  },
  "a level that has just turned": {
    snapshots: spaced(monthly(8), () => 120),
    level: (day) => (day > 250 ? 2 : 0),
  },
  "a rare level that climbs": {
    rate: 0.01,
    snapshots: spaced(monthly(6), () => 300),
    level: (day) => day / 150,
  },
  "a figure that grows without end": {
    shape: ofNumbers((values, { day }) => values.map((value) => value + day / 30)),
  },
  "all amounts equal": {
    shape: ({ columns }) =>
      columns.map((column) =>
        column.name === "amount"
          ? { ...number("amount", 0, () => 0), values: new Float64Array(column.values.length).fill(1) }
          : column,
      ),
  },
  "nine of ten figures missing": {
    shape: ofNumbers((values, { random }) => values.map((value) => (random() < 0.9 ? Number.NaN : value))),
  },
  "nothing but missing figures, beside a share": {
    shape: ({ columns }) =>
      columns.map((column) =>
        column.kind === "category"
          ? { ...column, values: column.values.map(() => "") }
          : column.name === "share"
            ? column
            : { ...column, values: column.values.map(() => Number.NaN) },
      ),
  },
  "known in training, missing afterwards": {
    shape: ofNumbers((values, { isTraining }) => (isTraining ? values : values.map(() => Number.NaN))),
  },
  "missing in training, known afterwards": {
    shape: beside((shaping) => [
      number("late", rowsOf(shaping), (row) => (shaping.isTraining ? Number.NaN : row)),
    ]),
  },
  "categories with thousands of levels": {
    shape: beside(({ labels, random }) => [
      { kind: "category", name: "id", values: Array.from(labels, () => `c${Math.floor(5000 * random())}`) },
      {
        kind: "category",
        name: "town",
        values: Array.from(labels, () => `t${Math.floor(5000 * random() ** 4)}`),
      },
    ]),
  },
  "a number for each customer": {
    shape: beside((shaping) => [number("customer number", rowsOf(shaping), (row) => 1e9 + row)]),
  },
  "a column that knows the outcome": {
    signals: ["strong"],
    shape: beside(({ labels }) => [number("closed", labels.length, (row) => labels[row] ?? 0)]),
  },
  "a column that knew the outcome in training only": {
    signals: ["noise", "some"],
    shape: beside(({ labels, isTraining, random }) => [
      number("closed", labels.length, (row) => (isTraining ? (labels[row] ?? 0) : +(random() < 0.3))),
    ]),
  },
  "a column that turns round afterwards": {
    signals: ["noise", "some"],
    shape: beside(({ labels, isTraining, random }) => [
      number(
        "turning",
        labels.length,
        (row) => (isTraining ? 1 : -1) * ((labels[row] ?? 0) - 0.5) + normalDraw(random),
      ),
    ]),
  },
  "more columns than customers": {
    signals: ["noise", "strong"],
    snapshots: spaced([0, 90], () => 70),
    shape: beside(({ labels, random }) =>
      Array.from({ length: 90 }, (_, place) =>
        number(`extra ${place}`, labels.length, () => normalDraw(random)),
      ),
    ),
  },
};
