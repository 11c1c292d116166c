import { describe, expect, it } from "vitest";
import { FEATURES, featureNamed } from "../../../../src/domain/risk/features.ts";
import { labelWindow } from "../../../../src/domain/risk/labels.ts";
import { typicalValues } from "../../../../src/domain/risk/scores/typical-values.ts";

describe("the feature list", () => {
  it("names every feature once, with its unit or window in the name", () => {
    const names = FEATURES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, unit } of FEATURES) {
      if (unit === "days") expect(name).toMatch(/days/i);
      if (unit === "minor") expect(name).toMatch(/minor/i);
    }
  });

  it("holds no fact that is only known in its present state", () => {
    const present = FEATURES.filter(({ name }) => /renew|ended|segment|country|monthlyRevenue/i.test(name));
    expect(present).toEqual([]);
  });

  it("finds a feature by name and says so when there is none", () => {
    expect(featureNamed("openTickets")?.group).toBe("tickets");
    expect(featureNamed("shoeSize")).toBeUndefined();
  });
});

describe("labelWindow", () => {
  it("begins with the snapshot and counts days of 24 hours", () => {
    const from = new Date("2010-06-13T00:00:00Z");
    expect(labelWindow(from, 90)).toEqual({ from, to: new Date("2010-09-11T00:00:00Z") });
  });
});

describe("typicalValues", () => {
  it("are medians over the rows that have a value", () => {
    const values = Float64Array.of(Number.NaN, 4, 1, 10, 3);
    const columns = [
      { kind: "number", name: "meanGapDays", values },
      { kind: "number", name: "lastCsatShare", values: new Float64Array(5).fill(Number.NaN) },
    ] as const;
    expect(typicalValues({ rows: 5, columns })).toEqual({ meanGapDays: 3.5 });
  });
});
