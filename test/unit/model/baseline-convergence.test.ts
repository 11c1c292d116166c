import { describe, expect, test } from "vitest";
import { type Baseline, baselineLogits, fitBaseline } from "../../../model/baseline.ts";
import type { InputMatrix } from "../../../model/column-encoding.ts";
import { solvePositiveDefinite } from "../../../model/linear-algebra.ts";
import { NotConvergedError } from "../../../model/not-converged.ts";
import { sigmoid } from "../../../model/probability.ts";
import { randomStream } from "../../../model/random.ts";

type Rows = { readonly matrix: InputMatrix; readonly labels: Uint8Array };
type Weighing = { readonly ridge: number; readonly offsets?: Float64Array };

const SNAPSHOTS = 14;
const ROWS_EACH = 150;

/**
 * A business where few leave, 14 snapshots of it: one customer in twenty carries a flag, and half of those leave; of the
 * others one in a hundred. The flag stands there twice. Behind the figures the snapshots' levels, as the triangular
 * factor of a covariance whose largest part is the mean level: its first input is the intercept again, ten times as long.
 */
function rareLeavers(seed: number): Rows {
  const random = randomStream(seed);
  const rows = SNAPSHOTS * ROWS_EACH;
  const width = 3 + SNAPSHOTS;
  const values = new Float32Array(rows * width);
  const labels = Uint8Array.from({ length: rows }, (_, row) => {
    const snapshot = Math.floor(row / ROWS_EACH);
    const flagged = random() < 0.05;
    values.set([flagged ? 3.8 : -0.2, flagged ? 3.8 : -0.2, 3.4 * random() - 1.7, 9.66], row * width);
    for (let level = 1; level <= snapshot; level += 1)
      values[row * width + 3 + level] = level === snapshot ? 0.9 : 0.2;
    return random() < (flagged ? 0.5 : 0.01) ? 1 : 0;
  });
  return { matrix: { rows, width, values }, labels };
}

const everyInput = ({ matrix }: Rows) => Array.from({ length: matrix.width }, (_, input) => input);
const inputsOf = ({ matrix }: Rows, row: number) => [
  1,
  ...matrix.values.subarray(row * matrix.width, (row + 1) * matrix.width),
];

/** Gradient and Hessian of Σ −ln P(what happened) + ½·ridge·Σw², the intercept free: written anew, to judge fits by. */
function derivatives(rows: Rows, weights: Float64Array, { ridge, offsets }: Weighing) {
  const size = weights.length;
  const gradient = weights.map((weight, place) => (place === 0 ? 0 : ridge * weight));
  const hessian = new Float64Array(size * size);
  for (let place = 0; place < size; place += 1) hessian[place * size + place] = place === 0 ? 1e-9 : ridge;
  for (const [row, label] of rows.labels.entries()) {
    const x = inputsOf(rows, row);
    const p = sigmoid(x.reduce((sum, value, place) => sum + value * weights[place]!, offsets?.[row] ?? 0));
    for (const [i, value] of x.entries()) {
      gradient[i]! += (p - label) * value;
      for (let j = 0; j <= i; j += 1) hessian[i * size + j]! += p * (1 - p) * value * x[j]!;
    }
  }
  return { gradient, hessian };
}

const weightsOf = ({ intercept, coefficients }: Baseline) => Float64Array.of(intercept, ...coefficients);
const steepest = (gradient: Float64Array) => Math.max(...gradient.map(Math.abs));

/** What the fit must never be again: whole Newton steps from the observed rate, whatever they do to the loss. */
function undampedNewton(rows: Rows, weighing: Weighing, steps: number): Float64Array {
  const left = rows.labels.reduce((sum, label) => sum + label, 0);
  let weights = new Float64Array(rows.matrix.width + 1);
  weights[0] = Math.log((left + 1) / (rows.labels.length - left + 1));
  for (let step = 0; step < steps; step += 1) {
    const { gradient, hessian } = derivatives(rows, weights, weighing);
    const move = solvePositiveDefinite(hessian, gradient);
    weights = weights.map((weight, place) => weight - move[place]!);
  }
  return weights;
}

describe("rare leavers and the levels among the inputs", () => {
  const rows = rareLeavers(3);

  test.each([1, 10])("whole Newton steps run away, the fit reaches its condition; ridge %d", (ridge) => {
    const ranAway = undampedNewton(rows, { ridge }, 50);
    expect(steepest(derivatives(rows, ranAway, { ridge }).gradient)).not.toBeLessThan(10);
    const fitted = fitBaseline(rows.matrix, rows.labels, everyInput(rows), { ridge });
    expect(steepest(derivatives(rows, weightsOf(fitted), { ridge }).gradient)).toBeLessThan(1e-3);
  });

  test("the flag's customers get its rate, the others theirs: nobody 0 % or 100 %", () => {
    const fitted = fitBaseline(rows.matrix, rows.labels, everyInput(rows));
    const logits = baselineLogits(fitted, rows.matrix);
    const meanOf = (flagged: boolean) => {
      const own = [...logits].filter(
        (_, row) => rows.matrix.values[row * rows.matrix.width]! > 0 === flagged,
      );
      return own.reduce((sum, logit) => sum + sigmoid(logit), 0) / own.length;
    };
    expect(meanOf(true)).toBeCloseTo(0.5, 1);
    expect(meanOf(false)).toBeCloseTo(0.01, 2);
  });
});

describe("the fit's condition, a vanishing gradient of the penalised loss, holds", () => {
  const random = randomStream(9);
  const table = (make: (row: number) => readonly number[], label: (row: number) => number): Rows => {
    const filled = Array.from({ length: 200 }, (_, row) => make(row));
    const values = Float32Array.from(filled.flat());
    const labels = Uint8Array.from(filled, (_, row) => label(row));
    return { matrix: { rows: 200, width: filled[0]!.length, values }, labels };
  };
  const noise = () => 3.4 * random() - 1.7;
  const some = (row: number) => row % 2;
  const few = (row: number) => (row < 20 ? 1 : 0);
  const two = () => [noise(), noise()];
  const against = Float64Array.from({ length: 200 }, (_, row) => (row % 4 < 2 ? 50 : -50));
  const cases: readonly { readonly name: string; readonly rows: Rows; readonly offsets?: Float64Array }[] = [
    { name: "separable rows", rows: table((row) => [row < 20 ? 3 : -0.3, noise()], few) },
    { name: "one row of the rarer class", rows: table(two, (row) => +(row === 0)) },
    {
      name: "copied and overlapping columns",
      rows: table(
        (row) => [row / 100, row / 100, -row / 100, 1],
        (row) => +(row % 7 === 0),
      ),
    },
    { name: "offsets of ±50, half of them against what happened", rows: table(two, some), offsets: against },
    { name: "offsets of 50 for all", rows: table(two, some), offsets: new Float64Array(200).fill(50) },
    {
      name: "inputs a thousand times as long as one another",
      rows: table(() => [1000 * noise(), noise()], some),
    },
  ];
  test.each(cases)("$name", ({ rows, offsets }) => {
    const weighing = offsets === undefined ? { ridge: 1 } : { ridge: 1, offsets };
    const fitted = fitBaseline(rows.matrix, rows.labels, everyInput(rows), weighing);
    expect(steepest(derivatives(rows, weightsOf(fitted), weighing).gradient)).toBeLessThan(1e-3);
  });

  test.each([0, 1])("one class only (%d): finite, and as sure as that many customers allow", (label) => {
    const rows = table(
      () => [noise()],
      () => label,
    );
    const logits = baselineLogits(fitBaseline(rows.matrix, rows.labels, [0]), rows.matrix);
    for (const logit of logits) {
      expect(Number.isFinite(logit)).toBe(true);
      expect(sigmoid(label === 1 ? logit : -logit)).toBeGreaterThan(0.99);
    }
  });
});

describe("a fit that cannot be", () => {
  const rows = rareLeavers(4);
  const spoilt = (value: number) => {
    const values = rows.matrix.values.slice();
    values[40] = value;
    return { ...rows.matrix, values };
  };
  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "throws: an input or an offset of %d",
    (value) => {
      expect(() => fitBaseline(spoilt(value), rows.labels, everyInput(rows))).toThrow(NotConvergedError);
      const offsets = new Float64Array(rows.matrix.rows);
      offsets[0] = value;
      offsets[rows.labels.indexOf(1)] = value;
      expect(() => fitBaseline(rows.matrix, rows.labels, everyInput(rows), { offsets })).toThrow(
        NotConvergedError,
      );
    },
  );
});
