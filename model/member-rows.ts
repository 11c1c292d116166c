import { derivedSeed, type RandomStream, randomStream, shuffle } from "./random.ts";
import type { RowsToFit } from "./rows-to-fit.ts";

/** The rows to learn from; their offsets are their snapshots' levels. */
export type EnsembleData = RowsToFit & {
  /** The inputs that logistic regressions and trees read: everything but the quantile steps. */
  readonly linear: readonly number[];
  /** The customer behind each row. */
  readonly groups: Int32Array;
  /** How many customers those are. */
  readonly customers: number;
  /** The first row of the latest snapshot; members are stopped on rows from here on, the nearest to what comes. */
  readonly latestFrom: number;
};

export type MemberRows = { readonly fitRows: Int32Array; readonly checkRows: Int32Array };

/**
 * What one of so many members is fitted on and stopped by. Each leaves out another part of the latest snapshot's customers (in all
 * snapshots) and stops by them, so every customer is fitted by all members but one, and none stops by what it fits.
 */
export function memberRows(data: EnsembleData, member: number, members: number, seed: number): MemberRows {
  const parts = checkParts(data, members, randomStream(derivedSeed(seed, members)));
  const fitRows: number[] = [];
  const checkRows: number[] = [];
  for (let row = 0; row < data.inputs.rows; row += 1) {
    if (parts.get(data.groups[row] ?? row) !== member) fitRows.push(row);
    else if (row >= data.latestFrom) checkRows.push(row);
  }
  return { fitRows: Int32Array.from(fitRows), checkRows: Int32Array.from(checkRows) };
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
