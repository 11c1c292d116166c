import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  columnSpans,
  countOutOfRange,
  encodeRows,
  fitEncoding,
  linearInputs,
  MissingColumnsError,
} from "../../../model/encoding.ts";
import type { Column, Dataset } from "../../../src/domain/risk/dataset.ts";
import { syntheticCustomers } from "./synthetic.ts";

const numbers = (name: string, values: readonly number[]): Column => ({
  kind: "number",
  name,
  values: Float64Array.from(values),
});
const categories = (name: string, values: readonly string[]): Column => ({ kind: "category", name, values });
const table = (...columns: Column[]): Dataset => ({ rows: columns[0]?.values.length ?? 0, columns });
const ramp = Array.from({ length: 100 }, (_, row) => row);

function inputsOf(training: Dataset, served: Dataset): number[][] {
  const { rows, width, values } = encodeRows(fitEncoding(training), served);
  return Array.from({ length: rows }, (_, row) => [...values.subarray(row * width, (row + 1) * width)]);
}

describe("encoding", () => {
  test("the training rows have mean 0 in every input: 0 is the average customer", () => {
    const training = syntheticCustomers(500, 3);
    const inputs = inputsOf(training, training);
    for (let input = 0; input < inputs[0]!.length; input += 1) {
      const mean = inputs.reduce((sum, row) => sum + row[input]!, 0) / inputs.length;
      expect(Math.abs(mean)).toBeLessThan(1e-4);
    }
  });

  test("values beyond the training range count as its ends", () => {
    const [low, high, far] = inputsOf(table(numbers("x", ramp)), table(numbers("x", [0, 99, 1e12])));
    const [below] = inputsOf(table(numbers("x", ramp)), table(numbers("x", [-5])));
    expect(far).toEqual(high);
    expect(below).toEqual(low);
  });

  test("values beyond the training range are counted, missing ones and categories are not", () => {
    const encoding = fitEncoding(
      table(
        numbers("x", ramp),
        categories(
          "c",
          ramp.map((row) => `${row % 3}`),
        ),
      ),
    );
    const served = table(
      numbers("x", [0, 99, 99.5, -1, Number.NaN]),
      categories("c", ["9", "9", "", "0", "1"]),
    );
    expect(countOutOfRange(encoding, served)).toEqual({ outside: 2, values: 4 });
  });

  test("a larger number never lowers an input, whatever the column looks like", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 5, maxLength: 80 }),
        fc.double({ noNaN: true, min: -2e9, max: 2e9 }),
        fc.double({ noNaN: true, min: 0, max: 1e9 }),
        (values, at, more) => {
          const [a, b] = inputsOf(table(numbers("x", values)), table(numbers("x", [at, at + more])));
          for (const [input, value] of a!.entries()) expect(b![input]).toBeGreaterThanOrEqual(value);
        },
      ),
    );
  });

  test("every input is a finite number, whatever numbers there are: the smallest, the largest, endless ones", () => {
    const any = fc.double();
    const tiny = fc.double({ min: -1e-307, max: 1e-307 });
    const values = fc.oneof(
      fc.array(any, { minLength: 1, maxLength: 40 }),
      fc.array(fc.oneof(tiny, fc.constant(Number.NaN)), { minLength: 1, maxLength: 40 }),
    );
    fc.assert(
      fc.property(values, fc.array(any, { maxLength: 5 }), (trained, served) => {
        const training = table(numbers("x", trained));
        for (const rows of [training, table(numbers("x", served))])
          expect(inputsOf(training, rows).flat().every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("close large numbers stay apart, as times in seconds must", () => {
    const times = ramp.map((step) => 1_700_000_000 + step);
    const [a, b] = inputsOf(table(numbers("at", times)), table(numbers("at", times.slice(0, 2))));
    expect(b![0]! - a![0]!).toBeGreaterThan(0.01);
  });

  test("a missing number is the average customer, with a flag where training saw missing ones", () => {
    const gaps = table(numbers("x", [...ramp, Number.NaN, Number.NaN]));
    const [missing, present] = inputsOf(gaps, table(numbers("x", [Number.NaN, 5])));
    expect(missing!.slice(0, -1).every((input) => input === 0)).toBe(true);
    expect(missing!.at(-1)).toBeGreaterThan(present!.at(-1)!);
    const [unseen] = inputsOf(table(numbers("x", ramp)), table(numbers("x", [Number.NaN])));
    expect(unseen!.every((input) => input === 0)).toBe(true);
  });

  test("an unknown category shares the inputs of rare ones, or is the average customer where none were rare", () => {
    const plans = ramp.map((step) => (step % 2 ? "年付" : "月付"));
    const rare = table(categories("plan", [...plans, "弃用"]));
    const [unknown, known] = inputsOf(rare, table(categories("plan", ["never seen", "弃用"])));
    expect(unknown).toEqual(known);
    const [average] = inputsOf(table(categories("plan", plans)), table(categories("plan", ["never seen"])));
    expect(average).toEqual([0, 0]);
  });

  test("columns without variation have no inputs but keep their place", () => {
    const encoding = fitEncoding(
      table(
        numbers(
          "same",
          ramp.map(() => 4),
        ),
        numbers("x", ramp),
        categories(
          "one",
          ramp.map(() => "a"),
        ),
        numbers(
          "void",
          ramp.map(() => Number.NaN),
        ),
      ),
    );
    const [same, x, one, empty] = columnSpans(encoding);
    expect(same).toEqual({ from: 0, to: 0 });
    expect(x!.to - x!.from).toBe(9);
    expect([one, empty]).toEqual([
      { from: 9, to: 9 },
      { from: 9, to: 9 },
    ]);
    expect(linearInputs(encoding)).toEqual([0]);
  });

  test("columns are found by name in any order, and missing ones are named", () => {
    const encoding = fitEncoding(
      table(
        numbers("a", ramp),
        numbers(
          "b",
          ramp.map((step) => step % 7),
        ),
      ),
    );
    const straight = encodeRows(encoding, table(numbers("a", [1]), numbers("b", [2])));
    const turned = encodeRows(encoding, table(numbers("further", [9]), numbers("b", [2]), numbers("a", [1])));
    expect(turned.values).toEqual(straight.values);
    const wrong = table(categories("a", ["1"]));
    expect(() => encodeRows(encoding, wrong)).toThrow(MissingColumnsError);
    expect(() => encodeRows(encoding, wrong)).toThrow(/a, b/);
  });

  test("nothing it can be served makes an input that is not finite", () => {
    const training = syntheticCustomers(200, 5);
    const odd = table(
      numbers("days", [Number.NaN, Infinity, -Infinity]),
      numbers("bend", [1e300, -1e300, 0]),
      categories("plan", ["", "🦊", "x".repeat(5000)]),
      numbers("noise", [0, -0, 5e-324]),
      numbers("same", [1, Number.NaN, 2]),
    );
    expect(inputsOf(training, odd).flat().every(Number.isFinite)).toBe(true);
  });
});
