import { phrase } from "../../src/domain/phrase.ts";
import type { ClassificationMetrics } from "../../src/domain/risk/churn-model.ts";
import type { ModelVersion } from "../../src/domain/risk/versions/model-version.ts";
import type { NewModelVersion } from "../../src/store/risk/model-versions.ts";

export function metricsOf(given: Partial<ClassificationMetrics> = {}): ClassificationMetrics {
  return {
    n: 400,
    positives: 120,
    rocAuc: 0.81,
    prAuc: 0.62,
    logLoss: 0.48,
    brier: 0.16,
    ece: 0.03,
    topDecileLift: 2.4,
    ...given,
  };
}

/** A version as a training leaves it; what is not given is made up. */
export function modelVersion(given: Partial<ModelVersion> = {}): ModelVersion {
  return {
    id: 3,
    trainedAt: new Date("2026-11-01T02:00:00Z"),
    serves: "network",
    horizonDays: 90,
    seed: 1,
    settings: {
      asOf: "2026-11-01T00:00:00.000Z",
      dataFrom: "2025-01-05T09:00:00.000Z",
      training: ["2026-04-05T00:00:00.000Z", "2026-05-05T00:00:00.000Z"],
      heldOut: "2026-08-03T00:00:00.000Z",
      trainingRows: 3_000,
      heldOutRows: 400,
      sampledShare: 1,
      activityRows: 12_000,
      features: ["daysSinceLastPurchase", "meanGapDays"],
      typical: {},
    },
    metrics: { network: metricsOf(), baseline: metricsOf({ logLoss: 0.5, rocAuc: 0.79, ece: 0.041 }) },
    artifactHash: "a".repeat(64),
    durationMs: 4_200,
    promotedAt: new Date("2026-11-01T02:00:05Z"),
    decision: {
      kind: "better",
      reason: phrase("compared.better", {
        champion: 2,
        customers: 400,
        day: { day: "2026-08-03" },
        difference: -0.02,
        low: -0.03,
        high: -0.01,
      }),
      championId: 2,
      difference: -0.02,
      interval: { low: -0.03, high: -0.01 },
      slice: { at: "2026-08-03T00:00:00.000Z", customers: 400 },
    },
    reliability: {
      bins: [
        { n: 214, meanPredicted: 0.06, observedRate: 0.05, low: 0.03, high: 0.09 },
        { n: 181, meanPredicted: 0.65, observedRate: 0.64, low: 0.57, high: 0.71 },
        { n: 5, meanPredicted: 0.93, observedRate: 1, low: 0.57, high: 1 },
      ],
      intervals: {
        logLoss: { low: 0.45, high: 0.51 },
        rocAuc: { low: 0.77, high: 0.85 },
        ece: { low: 0.02, high: 0.06 },
      },
    },
    ...given,
  };
}

/** The same to be kept, with bytes that are no model. */
export function newModelVersion(given: Partial<NewModelVersion> = {}): NewModelVersion {
  const { id: _id, artifactHash: _hash, ...kept } = modelVersion();
  const nothing = { edges: [], shares: [0, 0], rows: 0 };
  return {
    ...kept,
    artifact: new Uint8Array([1, 2, 3]),
    driftReference: { inputs: { meanGapDays: nothing }, scores: { probability: nothing }, atTraining: {} },
    ...given,
  };
}
