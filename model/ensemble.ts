import type { Baseline } from "./baseline.ts";
import { blend } from "./blend.ts";
import type { InputMatrix } from "./column-encoding.ts";
import { treesLogitsOf } from "./flat-trees.ts";
import { predictLogits } from "./member.ts";
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

/** The logit of every row: the members' mean. */
export function ensembleLogits(ensemble: Ensemble, inputs: InputMatrix): Float64Array {
  return meanLogits(memberLogits(ensemble, inputs));
}

/** Every member's own logit of every row, its trees' included. */
export function memberLogits(ensemble: Ensemble, inputs: InputMatrix): readonly Float64Array[] {
  const { shape, treeShare } = ensemble;
  const byTrees = treesLogitsOf(ensemble.trees, inputs);
  return ensemble.members.map((member, place) => {
    const network = predictLogits(member, shape, inputs);
    const trees = byTrees[place];
    return Float64Array.from(network, (logit, row) => blend(logit, trees?.[row] ?? 0, treeShare));
  });
}

/** The logit of the average training customer, whose inputs are all 0. */
export function averageLogit(ensemble: Ensemble): number {
  const width = ensemble.shape.inputs;
  return ensembleLogits(ensemble, { rows: 1, width, values: new Float32Array(width) })[0] ?? 0;
}

export function meanLogits(members: readonly Float64Array[]): Float64Array {
  const logits = new Float64Array(members[0]?.length ?? 0);
  return logits.map((_, row) => members.reduce((sum, own) => sum + (own[row] ?? 0), 0) / members.length);
}
