import type { InputMatrix } from "./column-encoding.ts";
import { type MemberData, predictLogits, trainMember } from "./member.ts";
import type { NetworkShape, NetworkWeights } from "./network.ts";
import { derivedSeed, type RandomStream, randomStream, shuffle } from "./random.ts";
import type { TrainingSettings } from "./training-settings.ts";

/** Several members of one shape; their mean logit is the network's logit. */
export type Ensemble = { readonly shape: NetworkShape; readonly members: readonly NetworkWeights[] };

export type EnsembleData = {
  readonly inputs: InputMatrix;
  readonly labels: Uint8Array;
  readonly linear: readonly number[];
  /** What each row's logit has on top of the model's: its snapshot's level. */
  readonly offsets: Float64Array;
  /** The customer behind each row. */
  readonly groups: Int32Array;
  /** The first row of the latest snapshot; members are stopped on rows from here on, the nearest to what comes. */
  readonly latestFrom: number;
};

/**
 * Trains the members one after the other. Each leaves out another part of the latest snapshot's customers (in all
 * snapshots) and stops by them, so every customer is fitted by all members but one, and none stops by what it fits.
 */
export function trainEnsemble(
  data: EnsembleData,
  settings: TrainingSettings,
  seed: number,
  onProgress: (done: number, total: number) => void = () => {},
): Ensemble {
  const { members: count, maxEpochs } = settings;
  const parts = checkParts(data, count, randomStream(derivedSeed(seed, count)));
  const members = Array.from({ length: count }, (_, member) => {
    const rows = splitRows(data, parts, member);
    return trainMember({ ...data, ...rows }, settings, derivedSeed(seed, member), (epoch) =>
      onProgress(member * maxEpochs + epoch, count * maxEpochs),
    );
  });
  onProgress(count * maxEpochs, count * maxEpochs);
  return {
    shape: { inputs: data.inputs.width, hidden1: settings.hidden1, hidden2: settings.hidden2 },
    members,
  };
}

/** The network's logit of every row: the members' mean. */
export function ensembleLogits(ensemble: Ensemble, inputs: InputMatrix): Float64Array {
  return meanLogits(memberLogits(ensemble, inputs));
}

/** Every member's own logit of every row. */
export function memberLogits(ensemble: Ensemble, inputs: InputMatrix): readonly Float64Array[] {
  return ensemble.members.map((member) => Float64Array.from(predictLogits(member, ensemble.shape, inputs)));
}

export function meanLogits(members: readonly Float64Array[]): Float64Array {
  const logits = new Float64Array(members[0]?.length ?? 0);
  return logits.map((_, row) => members.reduce((sum, own) => sum + (own[row] ?? 0), 0) / members.length);
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

function splitRows(
  data: EnsembleData,
  parts: ReadonlyMap<number, number>,
  member: number,
): Pick<MemberData, "fitRows" | "checkRows"> {
  const fitRows: number[] = [];
  const checkRows: number[] = [];
  for (let row = 0; row < data.inputs.rows; row += 1) {
    if (parts.get(data.groups[row] ?? row) !== member) fitRows.push(row);
    else if (row >= data.latestFrom) checkRows.push(row);
  }
  return { fitRows: Int32Array.from(fitRows), checkRows: Int32Array.from(checkRows) };
}
