import { logLoss } from "./metrics.ts";
import { sigmoid } from "./probability.ts";

/** Logits of rows that neither model had been fitted on, and what happened. */
export type LeftOutLogits = {
  readonly labels: Uint8Array;
  /** Added to each row's logit. */
  readonly offsets: Float64Array;
  readonly network: ArrayLike<number>;
  readonly trees: ArrayLike<number>;
};

/** Tenths: the log loss is flat around its least value. Never all, so that the smooth half always has a say. */
const SHARES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** The trees' share of the logit that gives the least log loss over all left-out rows (stacking, Wolpert 1992). */
export function chooseTreeShare(parts: readonly LeftOutLogits[]): number {
  let best = { share: 0, loss: Number.POSITIVE_INFINITY };
  for (const share of SHARES) {
    const loss = parts.reduce((sum, part) => sum + part.labels.length * blendedLoss(part, share), 0);
    if (loss < best.loss) best = { share, loss };
  }
  return best.share;
}

export function blend(network: number, trees: number, treeShare: number): number {
  return (1 - treeShare) * network + treeShare * trees;
}

function blendedLoss({ labels, offsets, network, trees }: LeftOutLogits, share: number): number {
  const probabilities = offsets.map((offset, row) =>
    sigmoid(offset + blend(network[row] ?? 0, trees[row] ?? 0, share)),
  );
  return logLoss(labels, probabilities);
}
