import type { Baseline } from "./baseline.ts";
import { initialWeights, type NetworkShape, type NetworkWeights } from "./network.ts";
import type { BoostedTrees } from "./trees.ts";

/**
 * Several members of one shape, and beside each, where they help, trees boosted on the same rows. A member's logit is
 * (1 − treeShare) × its network's + treeShare × its trees'; the ensemble's is the members' mean.
 */
export type Ensemble = {
  readonly shape: NetworkShape;
  readonly members: readonly NetworkWeights[];
  /** One per member, or none where `treeShare` is 0. */
  readonly trees: readonly BoostedTrees[];
  /** 0 ≤ treeShare ≤ 1 */
  readonly treeShare: number;
};

/** An ensemble that says the same of everybody, in the place of one whose fit failed. */
export function constantEnsemble(constant: Baseline, inputs: number): Ensemble {
  const shape = { inputs, hidden1: 1, hidden2: 1 };
  return { shape, members: [initialWeights(shape, constant, () => 0.5)], trees: [], treeShare: 0 };
}
