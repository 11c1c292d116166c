import { describe, expect, it } from "vitest";
import {
  checkCalibration,
  isWatched,
  LEAST_CALIBRATION_CUSTOMERS,
  type ModelFindings,
  warningsOf,
} from "../../../../../src/domain/risk/versions/model-watch.ts";

const asOf = new Date("2026-08-20T04:00:00Z");
const given = (customers: number, probability: number, left: number) =>
  Array.from({ length: customers }, (_, row) => ({ probability, churned: row < left, asOf }));

describe("what was said a horizon ago", () => {
  it("holds where as many left as expected", () => {
    expect(checkCalibration(given(1_000, 0.3, 300))).toMatchObject({
      customers: 1_000,
      observed: 0.3,
      isOff: false,
      scoredAt: asOf.toISOString(),
    });
  });

  it("is off where the expected share lies outside the interval and five points away", () => {
    const check = checkCalibration(given(1_000, 0.3, 420));
    expect(check?.isOff).toBe(true);
    // Wilson's interval of 420 in 1,000.
    expect(check?.low).toBeCloseTo(0.3898, 4);
    expect(check?.high).toBeCloseTo(0.4508, 4);
  });

  it("is not off by what chance does, nor by a sure but small difference", () => {
    expect(checkCalibration(given(200, 0.3, 72))?.isOff).toBe(false);
    const sure = checkCalibration(given(50_000, 0.3, 16_500));
    expect(sure?.low).toBeGreaterThan(0.3);
    expect(sure?.isOff).toBe(false);
  });

  it("is not checked on few", () => {
    expect(checkCalibration(given(LEAST_CALIBRATION_CUSTOMERS - 1, 0.3, 150))).toBeNull();
  });
});

describe("warnings", () => {
  const calm: ModelFindings = {
    modelVersionId: 3,
    watchedAt: asOf.toISOString(),
    customers: 400,
    inputsWatched: 30,
    movedInputs: [{ name: "meanGapDays", psi: 0.17, byChance: 0.02, atTraining: 0.01, size: "moderate" }],
    scores: { name: "probability", psi: 0.05, byChance: 0.02, atTraining: 0.01, size: "little" },
    calibration: checkCalibration(given(1_000, 0.3, 300)),
    ageDays: 90,
  };
  const large = { name: "meanGapDays", psi: 0.41, byChance: 0.02, atTraining: 0.01, size: "large" } as const;

  it("are given for what is beyond its threshold, and for nothing else", () => {
    expect(warningsOf(calm)).toEqual([]);
    expect(warningsOf({ ...calm, movedInputs: null, scores: null, calibration: null })).toEqual([]);
    expect(warningsOf({ ...calm, ageDays: 91 })).toEqual([{ kind: "stale", ageDays: 91 }]);
    expect(warningsOf({ ...calm, scores: { ...large, name: "probability" } })).toMatchObject([
      { kind: "scores-moved" },
    ]);
    expect(warningsOf({ ...calm, movedInputs: [large, ...(calm.movedInputs ?? [])] })).toEqual([
      { kind: "inputs-moved", inputs: [large], watched: 30 },
    ]);
    expect(warningsOf({ ...calm, calibration: checkCalibration(given(1_000, 0.3, 500)) })).toMatchObject([
      { kind: "calibration-off" },
    ]);
  });

  it("are not given for what had moved already when the model was trained", () => {
    expect(warningsOf({ ...calm, movedInputs: [{ ...large, atTraining: 0.35 }] })).toEqual([]);
    expect(warningsOf({ ...calm, movedInputs: [{ ...large, atTraining: 0.3 }] })).toHaveLength(1);
  });

  it("are not given for figures that grow by themselves", () => {
    expect(["daysSinceFirstPurchase", "revenueMinorTotal", "contractAgeDays"].map(isWatched)).toEqual([
      false,
      false,
      false,
    ]);
    expect(["daysSinceLastPurchase", "purchaseDays90d"].map(isWatched)).toEqual([true, true]);
  });
});
