import { describe, expect, it } from "vitest";
import {
  evidenceOf,
  type JudgedCustomers,
  type JudgedRun,
} from "../../../../../src/domain/risk/evaluation/evaluation-evidence.ts";
import { uniformNumbers } from "../../../../../src/domain/risk/evaluation/uniform-numbers.ts";
import { metricsOf } from "../../../../support/model-versions.ts";

const uniform = uniformNumbers(5);
const truth = Float64Array.from({ length: 200 }, () => 0.1 + 0.8 * uniform());
const labels = Uint8Array.from(truth, (p) => Number(uniform() < p));
const half = new Float64Array(truth.length).fill(0.5);

const run = (given: { network?: number; baseline?: number; rule?: number; bounds?: boolean } = {}) => {
  const { network = 0.8, baseline = 0.7, rule = 0.6, bounds = true } = given;
  const wide = bounds ? { low: truth.map(() => 0), high: truth.map(() => 1) } : { low: null, high: null };
  return {
    model: { probabilities: truth, ...wide },
    baseline: half,
    ruleColumn: "endedOn",
    metrics: {
      model: metricsOf({ rocAuc: network }),
      baseline: metricsOf({ rocAuc: baseline }),
      rule: metricsOf({ rocAuc: rule }),
    },
  } as unknown as JudgedRun;
};
const evidence = (...runs: JudgedRun[]) => evidenceOf({ labels, runs } as JudgedCustomers);

describe("what an evaluation rests on", () => {
  it("is the lead of the network over the regression, and chance's part of its calibration error", () => {
    const { intervals, calibrationNoise } = evidence(run());
    expect(intervals.logLossDifference.value).toBeLessThan(0);
    expect(calibrationNoise).toBeGreaterThan(0);
    expect(calibrationNoise).toBeLessThan(0.2);
    // The mean over seeds that say the same is what each says.
    expect(evidence(run(), run()).calibrationNoise).toBeCloseTo(calibrationNoise, 12);
  });

  it("counts the groups whose rate lay within the bounds, where bounds were kept", () => {
    const { coverage } = evidence(run());
    expect(coverage?.covered).toBe(coverage?.groups);
    expect(coverage?.groups).toBeGreaterThan(0);
    expect(evidence(run(), run()).coverage).toEqual(coverage);
    expect(evidence(run({ bounds: false })).coverage).toBeNull();
  });

  it("names the column that may know the outcome, where either model is near perfect", () => {
    expect(evidence(run()).suspectedLeak).toBeNull();
    expect(evidence(run({ network: 0.999, rule: 0.99 })).suspectedLeak).toBe("endedOn");
    expect(evidence(run({ baseline: 0.999, rule: 0.99 })).suspectedLeak).toBe("endedOn");
    expect(evidence().suspectedLeak).toBeNull();
  });
});
