import type { LeftOutLogits } from "./blend.ts";
import type { EnsembleData } from "./member-rows.ts";
import type { NetworkWeights } from "./network.ts";
import { type OnProgress, progressOf } from "./progress.ts";
import { MANY_CUSTOMERS, type TrainingSettings } from "./training-settings.ts";
import type { BoostedTrees } from "./trees.ts";

/** All that decides what comes of an ensemble's members, in whichever thread each is fitted. */
export type EnsembleTask = {
  readonly data: EnsembleData;
  readonly settings: TrainingSettings;
  readonly seed: number;
};
export type MemberTask = EnsembleTask & { readonly member: number };

type LeftOut<Fitted, Logits> = Pick<LeftOutLogits, "labels" | "offsets"> & {
  readonly fitted: Fitted;
  /** What it says of the rows that the member left out. */
  readonly logits: Logits;
};
export type FittedNetwork = LeftOut<NetworkWeights, Float32Array>;
export type FittedTrees = LeftOut<BoostedTrees, Float64Array>;

/** Everything fitted on parts of the rows, member by member. */
export type FittedMembers = {
  readonly networks: readonly FittedNetwork[];
  readonly trees: readonly FittedTrees[];
};
export type RegrowingTask = MemberTask & { readonly members: FittedMembers };

/** The same, and what will stand beside the networks: the trees as they were fitted, or grown anew. */
export type GrownMembers = FittedMembers & { readonly grown: readonly BoostedTrees[] };

export function memberTasks(ensemble: EnsembleTask): readonly MemberTask[] {
  return Array.from({ length: ensemble.settings.members }, (_, member) => ({ ...ensemble, member }));
}

/**
 * Whether trees are grown anew on all rows. Where customers are many, a fifth of them more teaches next to nothing, and
 * growing trees is most of a training's time.
 */
export const areRegrown = ({ customers }: EnsembleData): boolean => customers < MANY_CUSTOMERS;

const STAGES = ["trees", "network", "regrow"] as const;

/** What to tell of each stage of each member, added up over all of them. */
export function memberProgress({ data, settings: { members } }: EnsembleTask, onProgress?: OnProgress) {
  const progress = progressOf(members * (areRegrown(data) ? 3 : 2), onProgress);
  return (stage: (typeof STAGES)[number], { member }: MemberTask) =>
    progress(STAGES.indexOf(stage) * members + member);
}
