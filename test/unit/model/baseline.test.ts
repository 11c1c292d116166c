import { describe, expect, test } from "vitest";
import { baselineLogits, fitBaseline } from "../../../model/baseline.ts";
import { encodeRows, fitEncoding, linearInputs } from "../../../model/encoding.ts";
import { sigmoid } from "../../../model/probability.ts";
import { syntheticCustomers } from "./synthetic.ts";

function fitSynthetic() {
  const table = syntheticCustomers(2000, 11);
  const encoding = fitEncoding(table);
  const inputs = encodeRows(encoding, table);
  return { table, inputs, baseline: fitBaseline(inputs, table.labels, linearInputs(encoding)) };
}

describe("the logistic baseline", () => {
  test("one binary input: the coefficients solve the penalised likelihood equations", () => {
    // Two groups of 50 at ±1, with 10 and 40 churners.
    const values = Float32Array.from({ length: 100 }, (_, row) => (row < 50 ? -1 : 1));
    const labels = Uint8Array.from({ length: 100 }, (_, row) => (row < 10 || row >= 60 ? 1 : 0));
    const { intercept, coefficients } = fitBaseline({ rows: 100, width: 1, values }, labels, [0]);
    const slope = coefficients[0]!;
    // d/dw: 50·σ(w) − 50·σ(−w) − 30 + w = 0, and by symmetry no intercept.
    expect(intercept).toBeCloseTo(0, 8);
    expect(50 * sigmoid(slope) - 50 * sigmoid(-slope) - 30 + slope).toBeCloseTo(0, 6);
  });

  test("its mean probability on the training rows is their churn rate", () => {
    const { table, inputs, baseline } = fitSynthetic();
    const mean =
      baselineLogits(baseline, inputs).reduce((sum, logit) => sum + sigmoid(logit), 0) / table.rows;
    const rate = table.labels.reduce((sum, label) => sum + label, 0) / table.rows;
    expect(mean).toBeCloseTo(rate, 6);
  });

  test.each([57, 58, 59, 60])("every one of %i rows counts once, however many are added together", (rows) => {
    const values = Float32Array.from({ length: rows }, (_, row) => Math.sin(3 * row));
    const labels = Uint8Array.from({ length: rows }, (_, row) => (row > 50 || row % 3 === 0 ? 1 : 0));
    const inputs = { rows, width: 1, values };
    const fitted = fitBaseline(inputs, labels, [0]);
    const residuals = [...baselineLogits(fitted, inputs)].map((logit, row) => sigmoid(logit) - labels[row]!);
    const slope = residuals.reduce((sum, residual, row) => sum + residual * values[row]!, 0);
    expect(residuals.reduce((sum, residual) => sum + residual, 0)).toBeCloseTo(0, 6);
    expect(slope + fitted.coefficients[0]!).toBeCloseTo(0, 6);
  });

  test("the same rows give the same coefficients, to the last bit", () => {
    expect(fitSynthetic().baseline).toEqual(fitSynthetic().baseline);
  });

  test("perfectly separable rows and copied columns still give finite coefficients", () => {
    const values = Float32Array.from({ length: 120 }, (_, at) => (Math.floor(at / 2) < 30 ? -1 : 1));
    const labels = Uint8Array.from({ length: 60 }, (_, row) => (row < 30 ? 0 : 1));
    const { coefficients } = fitBaseline({ rows: 60, width: 2, values }, labels, [0, 1]);
    expect(coefficients.every(Number.isFinite)).toBe(true);
    expect(coefficients[0]).toBeCloseTo(coefficients[1]!, 6);
  });
});
