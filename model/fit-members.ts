import { type Baseline, fitBaseline } from "./baseline.ts";
import { chooseTreeShare, fitCalibration, type LeftOutLogits } from "./blend.ts";
import { boostTrees, boostTreesTo } from "./boosting.ts";
import type { Ensemble } from "./ensemble.ts";
import { treesLogits } from "./flat-trees.ts";
import { predictLogits, trainMember } from "./member.ts";
import { type EnsembleData, memberRows } from "./member-rows.ts";
import type {
  FittedMembers,
  FittedNetwork,
  FittedTrees,
  GrownMembers,
  MemberTask,
  RegrowingTask,
} from "./member-tasks.ts";
import { type NetworkShape, scaledLogit } from "./network.ts";
import type { OnProgress } from "./progress.ts";
import { derivedSeed } from "./random.ts";
import { takeInputs, takeRows } from "./rows-to-fit.ts";
import { MANY_CUSTOMERS, type TrainingSettings } from "./training-settings.ts";
import { binRows } from "./tree-bins.ts";
import { type BoostedTrees, scaledTrees } from "./trees.ts";

/** @throws NotConvergedError where the member's logistic start does not converge, or its loss is not a number. */
export function fitNetwork(task: MemberTask, onProgress: OnProgress = () => {}): FittedNetwork {
  const { data, settings } = task;
  const { fitRows, checkRows } = rowsOf(task);
  const check = takeRows(data, checkRows);
  const start = startOn(data, fitRows, settings.startingRidge);
  const shape = shapeFor(data, settings);
  const onEpoch = (epoch: number) => onProgress(epoch, settings.maxEpochs);
  const fitted = trainMember({ data, fitRows, check, start }, shape, settings, seedOf(task), onEpoch);
  onProgress(1, 1);
  const { labels, offsets } = check;
  return { labels, offsets, fitted, logits: predictLogits(fitted, shape, check.inputs) };
}

/** @throws NotConvergedError where an offset is not a number. */
export function fitTrees(task: MemberTask, onProgress: OnProgress = () => {}): FittedTrees {
  const { data, settings } = task;
  const { fitRows, checkRows } = rowsOf(task);
  const check = takeRows(data, checkRows);
  const fit = binRows(data, data.linear, fitRows);
  const onTree = (grown: number) => onProgress(grown, settings.boosting.maxTrees);
  const fitted = boostTrees(fit, check, settings.boosting, derivedSeed(seedOf(task), 1), onTree);
  onProgress(1, 1);
  const { labels, offsets } = check;
  return { labels, offsets, fitted, logits: treesLogits(fitted, check.inputs) };
}

/** A member's trees grown on all rows, as many as had been best on the rows left out; none where none will count. */
export function regrowTrees(task: RegrowingTask, onProgress: OnProgress = () => {}): BoostedTrees {
  const { data, settings, members, member } = task;
  const fitted = members.trees[member]?.fitted ?? { intercept: 0, trees: [] };
  const count = chooseTreeShare(leftOutLogits(members)) === 0 ? 0 : fitted.trees.length;
  const onTree = (trees: number) => onProgress(trees, count);
  const seed = derivedSeed(seedOf(task), 2);
  const grown = boostTreesTo(count, binRows(data, data.linear), settings.boosting, seed, onTree);
  onProgress(1, 1);
  return grown;
}

/**
 * How much network and trees count, and how the blend is calibrated, is decided by the logits of the members that had
 * left a row out.
 */
export function joinMembers(members: GrownMembers, shape: NetworkShape): Ensemble {
  const leftOut = leftOutLogits(members);
  const treeShare = chooseTreeShare(leftOut);
  const { slope, shift } = fitCalibration(leftOut, treeShare);
  return {
    shape,
    members: members.networks.map(({ fitted }) => scaledLogit(fitted, slope, shift)),
    trees: treeShare === 0 ? [] : members.grown.map((own) => scaledTrees(own, slope, shift)),
    treeShare,
  };
}

export function shapeFor({ inputs, customers }: EnsembleData, settings: TrainingSettings): NetworkShape {
  const times = customers < MANY_CUSTOMERS ? 1 : settings.widening;
  return { inputs: inputs.width, hidden1: times * settings.hidden1, hidden2: times * settings.hidden2 };
}

/** The logistic regression that a member starts from. */
function startOn(data: EnsembleData, rows: Int32Array, ridge: number): Baseline {
  const { inputs, labels, offsets } = takeInputs(data, rows, data.linear);
  const fitted = fitBaseline(inputs, labels, [...data.linear.keys()], { offsets, ridge });
  return { ...fitted, inputs: [...data.linear] };
}

function leftOutLogits({ networks, trees }: FittedMembers): readonly LeftOutLogits[] {
  return networks.map(({ labels, offsets, logits }, member) => {
    return { labels, offsets, network: logits, trees: trees[member]?.logits ?? [] };
  });
}

const rowsOf = ({ data, member, settings, seed }: MemberTask) =>
  memberRows(data, member, settings.members, seed);

const seedOf = ({ seed, member }: MemberTask) => derivedSeed(seed, member);
