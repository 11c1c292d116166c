import type { ServingKind } from "../src/domain/risk/churn-model.ts";
import type { Baseline } from "./baseline.ts";
import type { ChurnLevel } from "./churn-level.ts";
import type { Encoding } from "./encoding.ts";
import type { Ensemble } from "./ensemble.ts";

/** Everything fitted on the training snapshots. */
export type FittedModel = {
  readonly encoding: Encoding;
  readonly baseline: Baseline;
  readonly network: Ensemble;
  /** How the level of churn moved over the snapshots; both models' logits are against it. */
  readonly level: ChurnLevel;
};

/** A fitted model and which of its two halves answers. */
export type Scorer = FittedModel & { readonly serves: ServingKind };
