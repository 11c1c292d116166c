import type { ClassificationMetrics, ServingKind } from "./churn-model.ts";
import type { TypicalValues } from "./strongest-reasons.ts";

/** What a model was made from, enough to make it again. */
export type ModelSettings = {
  /** ISO times. */
  readonly asOf: string;
  readonly training: readonly string[];
  readonly heldOut: string;
  readonly trainingRows: number;
  readonly heldOutRows: number;
  /** Share of the customers that was drawn; 1 means all. */
  readonly sampledShare: number;
  readonly typical: TypicalValues;
};

/** One trained model without its bytes. */
export type ModelVersion = {
  readonly id: number;
  readonly trainedAt: Date;
  readonly serves: ServingKind;
  readonly horizonDays: number;
  readonly seed: number;
  readonly settings: ModelSettings;
  /** On the held-out snapshot. */
  readonly metrics: {
    readonly network: ClassificationMetrics;
    readonly baseline: ClassificationMetrics;
    /** Versions from before there was a rule have none. */
    readonly rule?: ClassificationMetrics;
  };
  /** SHA-256 of the artifact, in hexadecimal. */
  readonly artifactHash: string;
  readonly durationMs: number;
};
