import { type Baseline, fitBaseline } from "./baseline.ts";
import { chooseTreeShare, fitCalibration } from "./blend.ts";
import { boostTrees, boostTreesTo } from "./boosting.ts";
import { treesLogits } from "./flat-trees.ts";
import { predictLogits, trainMember } from "./member.ts";
import { initialWeights, type NetworkShape, type NetworkWeights, scaledLogit } from "./network.ts";
import { derivedSeed, type RandomStream, randomStream, shuffle } from "./random.ts";
import { type RowsToFit, takeRows } from "./rows-to-fit.ts";
import { MANY_CUSTOMERS, type TrainingSettings } from "./training-settings.ts";
import { type BoostedTrees, scaledTrees } from "./trees.ts";

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

/** The rows to learn from; their offsets are their snapshots' levels. */
export type EnsembleData = RowsToFit & {
  /** The inputs that logistic regressions and trees read: everything but the quantile steps. */
  readonly linear: readonly number[];
  /** The customer behind each row. */
  readonly groups: Int32Array;
  /** The first row of the latest snapshot; members are stopped on rows from here on, the nearest to what comes. */
  readonly latestFrom: number;
};

/**
 * Trains the members one after the other. Each leaves out another part of the latest snapshot's customers (in all
 * snapshots) and stops by them, so every customer is fitted by all members but one, and none stops by what it fits.
 * How much network and trees count, and how the blend is calibrated, is decided by the logits of the members that had
 * left a row out; then the trees are grown anew on all rows, as many as had been best.
 * @throws NotConvergedError where a member's logistic start does not converge.
 */
export function trainEnsemble(
  data: EnsembleData,
  settings: TrainingSettings,
  seed: number,
  onProgress: (done: number, total: number) => void = () => {},
): Ensemble {
  const { members: count, maxEpochs } = settings;
  const parts = checkParts(data, count, randomStream(derivedSeed(seed, count)));
  const shape = shapeFor(data, settings);
  const total = 3 * count * maxEpochs;
  const trained = Array.from({ length: count }, (_, member) => {
    const done = 2 * member * maxEpochs;
    const report = (epoch: number) => onProgress(done + epoch, total);
    const own = trainOne(
      data,
      splitRows(data, parts, member),
      shape,
      settings,
      derivedSeed(seed, member),
      report,
    );
    report(2 * maxEpochs);
    return own;
  });
  const leftOut = trained.map((own) => own.leftOut);
  const treeShare = chooseTreeShare(leftOut);
  const trees = (treeShare === 0 ? [] : trained).map((own, member) => {
    onProgress((2 * count + member) * maxEpochs, total);
    return regrown(own, data, settings);
  });
  onProgress(total, total);
  const { slope, shift } = fitCalibration(leftOut, treeShare);
  return {
    shape,
    members: trained.map(({ network }) => scaledLogit(network, slope, shift)),
    trees: trees.map((own) => scaledTrees(own, slope, shift)),
    treeShare,
  };
}

type SplitRows = { readonly fitRows: Int32Array; readonly checkRows: Int32Array };

/** One member with its trees, and what they say of the rows it left out. */
function trainOne(
  data: EnsembleData,
  { fitRows, checkRows }: SplitRows,
  shape: NetworkShape,
  settings: TrainingSettings,
  seed: number,
  onEpoch: (epoch: number) => void,
) {
  const [fit, check] = [takeRows(data, fitRows), takeRows(data, checkRows)];
  const start = fitBaseline(fit.inputs, fit.labels, data.linear, {
    offsets: fit.offsets,
    ridge: settings.startingRidge,
  });
  const network = trainMember({ fit, check, start }, shape, settings, seed, onEpoch);
  const trees = boostTrees(fit, check, data.linear, settings.boosting, derivedSeed(seed, 1));
  const leftOut = {
    labels: check.labels,
    offsets: check.offsets,
    network: predictLogits(network, shape, check.inputs),
    trees: treesLogits(trees, check.inputs),
  };
  return { seed, network, trees, leftOut };
}

/**
 * A member's trees grown on all rows, as many as had been best on the rows left out. Where customers are many, a fifth of
 * them more teaches next to nothing, and the trees stay as they are: growing them is most of a training's time.
 */
function regrown(
  { seed, trees }: { readonly seed: number; readonly trees: BoostedTrees },
  data: EnsembleData,
  { boosting }: TrainingSettings,
): BoostedTrees {
  if (new Set(data.groups).size >= MANY_CUSTOMERS) return trees;
  return boostTreesTo(trees.trees.length, data, data.linear, boosting, derivedSeed(seed, 2));
}

/** An ensemble that says the same of everybody, in the place of one whose fit failed. */
export function constantEnsemble(constant: Baseline, inputs: number): Ensemble {
  const shape = { inputs, hidden1: 1, hidden2: 1 };
  return { shape, members: [initialWeights(shape, constant, () => 0.5)], trees: [], treeShare: 0 };
}

function shapeFor({ inputs, groups }: EnsembleData, settings: TrainingSettings): NetworkShape {
  const times = new Set(groups).size < MANY_CUSTOMERS ? 1 : settings.widening;
  return { inputs: inputs.width, hidden1: times * settings.hidden1, hidden2: times * settings.hidden2 };
}

/** Which member leaves out which customer; churned and kept customers are dealt separately, so each part has both. */
function checkParts(data: EnsembleData, parts: number, random: RandomStream): ReadonlyMap<number, number> {
  const churned = new Map<number, boolean>();
  for (let row = data.latestFrom; row < data.inputs.rows; row += 1) {
    const group = data.groups[row] ?? row;
    churned.set(group, churned.get(group) === true || data.labels[row] === 1);
  }
  const order = [...shuffle(Int32Array.from(churned.keys()), random)];
  const dealt = [
    ...order.filter((group) => churned.get(group)),
    ...order.filter((group) => !churned.get(group)),
  ];
  return new Map(dealt.map((group, place) => [group, place % parts]));
}

function splitRows(data: EnsembleData, parts: ReadonlyMap<number, number>, member: number): SplitRows {
  const fitRows: number[] = [];
  const checkRows: number[] = [];
  for (let row = 0; row < data.inputs.rows; row += 1) {
    if (parts.get(data.groups[row] ?? row) !== member) fitRows.push(row);
    else if (row >= data.latestFrom) checkRows.push(row);
  }
  return { fitRows: Int32Array.from(fitRows), checkRows: Int32Array.from(checkRows) };
}
