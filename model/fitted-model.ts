import type { ServingKind } from "../src/domain/risk/churn-model.ts";
import type { Baseline } from "./baseline.ts";
import type { Encoding } from "./encoding.ts";
import type { Ensemble } from "./ensemble.ts";

/** Everything fitted on the training snapshots. */
export type FittedModel = {
  readonly encoding: Encoding;
  readonly baseline: Baseline;
  readonly network: Ensemble;
};

/** A fitted model and which of its two halves answers. */
export type Scorer = FittedModel & { readonly serves: ServingKind };
