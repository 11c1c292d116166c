import { baselineLogits, fitBaseline } from "../../model/baseline.ts";
import { type ChurnLevel, dayNumber, fitChurnLevel, levelOfRows } from "../../model/churn-level.ts";
import { fitDerivation, unreadColumns, withDerivedColumns } from "../../model/derived-columns.ts";
import { encodeRows, fitEncoding, linearInputs } from "../../model/encoding.ts";
import { logLoss } from "../../model/metrics.ts";
import { sigmoid } from "../../model/probability.ts";
import { fitShift } from "../../model/shift.ts";
import { trainingSettings } from "../../model/training-settings.ts";
import { requireJudgeable, requireTrainable, stackSnapshots } from "../../model/training-table.ts";
import type { InventedSnapshots } from "./invented-snapshots.ts";

/** All that a forecast of the level needs, and what it is judged by. */
export type LevelTrial = {
  /** Of the training snapshots, all known by the day. */
  readonly series: ChurnLevel;
  /** Of the held-out snapshot: days since 1970. */
  readonly day: number;
  /** Of its customers, by logistic regression, without any level. */
  readonly logits: Float64Array;
  readonly labels: Uint8Array;
  /** The level that would have been best there: what the logits lack against the labels. */
  readonly best: number;
};

/**
 * Levels and a logistic regression with them, fitted as a training does (model/train.ts), without the network: the
 * levels are the same, and hundreds of logs take minutes.
 * @throws NotEnoughHistoryError when a training would.
 */
export function levelTrial({ training, heldOut }: InventedSnapshots, horizonDays: number): LevelTrial {
  requireJudgeable(heldOut);
  requireTrainable(training);
  const derivation = fitDerivation(training, horizonDays);
  const derived = training.map((snapshot) => withDerivedColumns(derivation, snapshot));
  const { maxRows } = trainingSettings;
  const { rows, snapshots } = stackSnapshots(derived, { maxRows, seed: 1, horizonDays });
  const encoding = fitEncoding(rows, { unread: unreadColumns(rows) });
  const inputs = encodeRows(encoding, rows);
  const linear = linearInputs(encoding);
  const series = fitChurnLevel(inputs, rows.labels, linear, snapshots);
  const offsets = levelOfRows(series, snapshots);
  const regression = fitBaseline(inputs, rows.labels, linear, { offsets });
  const logits = baselineLogits(regression, encodeRows(encoding, withDerivedColumns(derivation, heldOut)));
  const { labels, asOf = new Date(0) } = heldOut;
  return { series, day: dayNumber(asOf), logits, labels, best: fitShift(logits, labels) };
}

/** By how much the held-out log loss with this level exceeds that with the best one, in nats. */
export function excessLogLoss({ logits, labels, best }: LevelTrial, level: number): number {
  const lossAt = (shift: number) =>
    logLoss(
      labels,
      logits.map((logit) => sigmoid(logit + shift)),
    );
  return lossAt(level) - lossAt(best);
}
