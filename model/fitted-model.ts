import type { ServingKind } from "../src/domain/risk/churn-model.ts";
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
  readonly baseline: Baseline;
  readonly rule: Rule;
  readonly network: Ensemble;
  /** How the level of churn moved over the snapshots; all logits are against it. */
  readonly level: ChurnLevel;
};

/** A fitted model and which of its three parts answers. */
export type Scorer = FittedModel & { readonly serves: ServingKind };
