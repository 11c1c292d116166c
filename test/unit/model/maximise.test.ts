import { describe, expect, test } from "vitest";
import { maximise } from "../../../model/maximise.ts";
import { NotConvergedError } from "../../../model/not-converged.ts";

/** A narrow bent ridge with its top at (1, 1) (Rosenbrock, 1960). */
const ridge = ([x = 0, y = 0]: readonly number[]) => ({
  value: -((1 - x) ** 2) - 100 * (y - x * x) ** 2,
  slopes: [2 * (1 - x) + 400 * x * (y - x * x), -200 * (y - x * x)],
});
/** Its top at the given place, a hundred times as steep one way as the other. */
const hill = (top: readonly [number, number]) => (at: readonly number[]) => {
  const [x, y] = [at[0]! - top[0], at[1]! - top[1]];
  return { value: -(x * x) - 100 * y * y - x * y, slopes: [-2 * x - y, -200 * y - x] };
};

describe("maximise", () => {
  test("reaches a known top", () => {
    for (const start of [
      [0, 0],
      [-2, 2],
      [3, -3],
    ]) {
      const [x, y] = maximise(ridge, start, 8);
      expect(x).toBeCloseTo(1, 4);
      expect(y).toBeCloseTo(1, 4);
    }
    const [x, y] = maximise(hill([-3, 2]), [0, 0], 8);
    expect(x).toBeCloseTo(-3, 5);
    expect(y).toBeCloseTo(2, 5);
  });

  test("a top on the box's wall counts as one, and the others still find their best beside it", () => {
    const rising = ([x = 0, y = 0]: readonly number[]) => ({ value: x - y * y, slopes: [1, -2 * y] });
    const [x, y] = maximise(rising, [0, 3], 8);
    expect(x).toBe(8);
    expect(y).toBeCloseTo(0, 5);
    // With x held at the wall of 2, the hill's best y is 2 − (2 − 5) ÷ 200.
    const [wall, beside] = maximise(hill([5, 1]), [0, 0], 2);
    expect(wall).toBe(2);
    expect(beside).toBeCloseTo(1 + 3 / 200, 5);
  });

  test("throws where there is no place without a slope", () => {
    const kink = ([x = 0]: readonly number[]) => ({
      value: -Math.abs(x - 1),
      slopes: [Math.sign(1 - x) || 1],
    });
    const contradiction = () => ({ value: 0, slopes: [1] });
    expect(() => maximise(kink, [0.3], 8)).toThrow(NotConvergedError);
    expect(() => maximise(contradiction, [0], 8)).toThrow(NotConvergedError);
  });

  test("throws on a value or a slope that is no number, at the start or on the way", () => {
    const everywhere = () => ({ value: Number.NaN, slopes: [Number.NaN] });
    const slopesOnly = ([x = 0]: readonly number[]) => ({ value: -x * x, slopes: [Number.NaN] });
    const beyond = ([x = 0]: readonly number[]) => ({ value: x, slopes: [x > 0.5 ? Number.NaN : 1] });
    for (const broken of [everywhere, slopesOnly, beyond])
      expect(() => maximise(broken, [0], 8)).toThrow(NotConvergedError);
  });
});
