import type { CompetitorKind, ServingKind } from "../src/domain/risk/churn-model.ts";
import type { Baseline } from "./baseline.ts";
import type { ChurnLevel } from "./churn-level.ts";
import type { Derivation } from "./derived-columns.ts";
import type { Encoding } from "./encoding.ts";
import type { Ensemble } from "./ensemble.ts";
import type { Rule } from "./rule.ts";

/** Everything fitted on the training snapshots. */
export type FittedModel = {
  readonly derivation: Derivation;
  readonly encoding: Encoding;
  /** One probability for everybody, at the snapshots' mean level: what the others must beat to be of any use. */
  readonly constant: Baseline;
  readonly baseline: Baseline;
  readonly rule: Rule;
  readonly network: Ensemble;
  /** How the level of churn moved over the snapshots; all logits are against it. */
  readonly level: ChurnLevel;
};

/** Competitors whose fit did not converge; the constant stands in their place. */
export type FailedFits = readonly CompetitorKind[];

/** A fitted model and which of its parts answers. */
export type Scorer = FittedModel & { readonly serves: ServingKind };
