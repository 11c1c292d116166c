import { describe, expect, it } from "vitest";
import {
  inputBins,
  numberBins,
  shiftOf,
  stabilityIndex,
} from "../../../../../src/domain/risk/versions/drift.ts";

const values = (count: number, value: (row: number) => number) =>
  Float64Array.from({ length: count }, (_, row) => value(row));

describe("population stability index", () => {
  it("is what the hand computes", () => {
    // (0.2 − 0.4) ln(0.2 ÷ 0.4) + (0.3 − 0.3) ln 1 + (0.5 − 0.3) ln(0.5 ÷ 0.3) = 0.1386294 + 0 + 0.1021651
    expect(stabilityIndex([0.4, 0.3, 0.3], [0.2, 0.3, 0.5])).toBeCloseTo(0.2407946, 6);
    expect(stabilityIndex([0.5, 0.5], [0.5, 0.5])).toBe(0);
  });

  it("stays finite where a bin is empty", () => {
    expect(stabilityIndex([0.5, 0.5, 0], [0.5, 0, 0.5])).toBeCloseTo(2 * (0.5 - 1e-4) * Math.log(5_000), 6);
  });
});

describe("bins", () => {
  it("are deciles, with the share that is missing at the end", () => {
    const { edges, shares, rows } = numberBins(values(200, (row) => (row < 100 ? row + 1 : Number.NaN)));
    expect(edges.map(Math.round)).toEqual([11, 21, 31, 41, 51, 60, 70, 80, 90]);
    expect(rows).toBe(200);
    expect(shares).toHaveLength(11);
    expect(shares.at(-1)).toBe(0.5);
    for (const share of shares.slice(0, -1)) expect(share).toBeCloseTo(0.05, 2);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it("keep a value of its own that most rows share, and cope with columns of nothing", () => {
    const mostlyZero = numberBins(values(100, (row) => (row < 80 ? 0 : 1_000 + row)));
    expect(mostlyZero.edges[0]).toBe(0);
    expect(mostlyZero.shares[1]).toBe(0.8);
    expect(numberBins(values(10, () => Number.NaN))).toEqual({ edges: [], shares: [0, 1], rows: 10 });
    expect(numberBins(new Float64Array())).toEqual({ edges: [], shares: [0, 0], rows: 0 });
    expect(
      Object.keys(
        inputBins({
          rows: 1,
          columns: [
            { kind: "number", name: "a", values: values(1, () => 1) },
            { kind: "category", name: "b", values: ["x"] },
          ],
        }),
      ),
    ).toEqual(["a"]);
  });
});

describe("a shift", () => {
  const uniform = (from: number) => values(5_000, (row) => from + ((row * 7919) % 5_000) / 5_000);
  const bins = numberBins(uniform(0));

  it("is little for the same distribution, moderate and large as it moves", () => {
    expect(shiftOf("a", bins, uniform(0)).size).toBe("little");
    expect(shiftOf("a", bins, uniform(0.09)).size).not.toBe("little");
    expect(shiftOf("a", bins, uniform(0.5)).size).toBe("large");
  });

  it("is seen, too, when values go missing", () => {
    const half = values(5_000, (row) => (row % 2 === 0 ? Number.NaN : ((row * 7919) % 5_000) / 5_000));
    expect(shiftOf("a", bins, half).size).toBe("large");
  });

  it("takes off what chance shows in small samples", () => {
    const few = numberBins(values(40, (row) => ((row * 7919) % 40) / 40));
    const shift = shiftOf(
      "a",
      few,
      values(40, (row) => (row % 8 === 0 ? 0.12 : row / 40)),
    );
    expect(shift.psi).toBeGreaterThan(0.1);
    expect(shift.byChance).toBeCloseTo(9 * (1 / 40 + 1 / 40), 12);
    expect(shift.size).toBe("little");
    expect(shiftOf("a", few, new Float64Array()).size).toBe("little");
  });
});
