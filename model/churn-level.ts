import { z } from "zod";
import { MS_PER_DAY } from "../src/domain/clock.ts";
import { baselineLogits, fitBaseline } from "./baseline.ts";
import type { InputMatrix } from "./column-encoding.ts";
import {
  forecastFrom,
  LEVEL_PRIORS,
  type LevelForecast,
  type LevelPrior,
  levelCovariance,
  type SeenLevels,
  USUAL_PRIOR,
} from "./level-process.ts";
import { choleskyFactor } from "./linear-algebra.ts";
import { sigmoid } from "./probability.ts";
import { fitShift, shiftInformation } from "./shift.ts";

/**
 * The level of churn moves with the season and with the business: customers with the same figures leave more often in
 * one quarter than in another. Each training snapshot therefore has a level of its own, in log odds against their mean,
 * and the level at a later date is forecast from theirs (level-process.ts).
 */

/** Ridge of the regression the levels are fitted with: that of the network's members. */
const RIDGE = 10;

export const churnLevelSchema = z.object({
  /** Days since 1970 of each snapshot. */
  days: z.array(z.number()),
  /** In log odds, against the mean level the models' intercepts stand for. */
  levels: z.array(z.number()),
  /** Sampling variance of each. */
  variances: z.array(z.number().positive()),
  /** Days after which a snapshot's level is known, since only then its labels are. */
  horizonDays: z.number().nonnegative(),
});
export type ChurnLevel = z.infer<typeof churnLevelSchema>;

/** For tables without a date: no level to follow. */
export const NO_LEVEL: ChurnLevel = { days: [], levels: [], variances: [], horizonDays: 0 };

/** Which snapshot each row belongs to, and when that was; `days` is empty for rows without a date. */
export type RowSnapshots = {
  readonly snapshots: Int32Array;
  readonly days: readonly number[];
  /** Over how many days each row's label was read. */
  readonly horizonDays: number;
};

export function dayNumber(moment: Date): number {
  return moment.getTime() / MS_PER_DAY;
}

/**
 * Estimates every snapshot's level together with a logistic regression on the given inputs, so that a level is what
 * the customers' figures do not explain, by penalised likelihood: the levels' penalty is their Gaussian process's.
 */
export function fitChurnLevel(
  matrix: InputMatrix,
  labels: Uint8Array,
  inputs: readonly number[],
  { snapshots, days, horizonDays }: RowSnapshots,
): ChurnLevel {
  if (days.length === 0) return NO_LEVEL;
  if (days.length === 1)
    return { days: [...days], levels: [0], variances: [1 / (1 + labels.length / 4)], horizonDays };
  const factor = levelFactor(days);
  const extended = appendLevels(matrix, inputs, snapshots, factor);
  const everything = Array.from({ length: extended.width }, (_, input) => input);
  const fitted = fitBaseline(extended, labels, everything, { ridge: RIDGE });
  const own = fitted.coefficients.slice(inputs.length);
  const levels = days.map((_, day) =>
    own.reduce((sum, value, place) => sum + value * (factor[day * days.length + place] ?? 0), 0),
  );
  const information = new Float64Array(days.length).fill(1);
  for (const [row, logit] of baselineLogits(fitted, extended).entries()) {
    const p = sigmoid(logit);
    const snapshot = snapshots[row] ?? 0;
    information[snapshot] = (information[snapshot] ?? 0) + p * (1 - p);
  }
  return { days: [...days], levels, variances: [...information.map((sum) => 1 / sum)], horizonDays };
}

/**
 * L with levels = L·u, row-major: a ridge of RIDGE on u is then the Gaussian process's penalty on the levels, since
 * L·Lᵀ is RIDGE times their covariance.
 */
function levelFactor(days: readonly number[]): Float64Array {
  const size = days.length;
  const covariances = new Float64Array(size * size);
  for (const [row, one] of days.entries()) {
    for (const [column, other] of days.entries())
      covariances[row * size + column] =
        RIDGE * (levelCovariance(USUAL_PRIOR, one - other) + (row === column ? USUAL_PRIOR.jitter ** 2 : 0));
  }
  const factor = choleskyFactor(covariances, size);
  for (let row = 0; row < size; row += 1) factor.fill(0, row * size + row + 1, (row + 1) * size);
  return factor;
}

/** The chosen inputs, and behind them each row's snapshot's row of the factor. */
function appendLevels(
  matrix: InputMatrix,
  inputs: readonly number[],
  snapshots: Int32Array,
  factor: Float64Array,
): InputMatrix {
  const count = Math.sqrt(factor.length);
  const width = inputs.length + count;
  const values = new Float32Array(matrix.rows * width);
  for (let row = 0; row < matrix.rows; row += 1) {
    for (const [place, input] of inputs.entries())
      values[row * width + place] = matrix.values[row * matrix.width + input] ?? 0;
    const snapshot = snapshots[row] ?? 0;
    values.set(factor.subarray(snapshot * count, (snapshot + 1) * count), row * width + inputs.length);
  }
  return { rows: matrix.rows, width, values };
}

/** Every row's own snapshot's level: what training adds to its logit. */
export function levelOfRows(level: ChurnLevel, { snapshots }: Pick<RowSnapshots, "snapshots">): Float64Array {
  return Float64Array.from(snapshots, (snapshot) => level.levels[snapshot] ?? 0);
}

/** The series with one more snapshot, whose level is what the logits (without any level) lack against its labels. */
export function extendChurnLevel(
  level: ChurnLevel,
  day: number,
  logits: ArrayLike<number>,
  labels: Uint8Array,
): ChurnLevel {
  const own = fitShift(logits, labels);
  const information = shiftInformation(own, logits);
  return {
    days: [...level.days, day],
    levels: [...level.levels, own],
    variances: [...level.variances, 1 / information],
    horizonDays: level.horizonDays,
  };
}

/**
 * Forecast from the levels of those snapshots whose labels were known by the day. A day in the past is thus forecast as
 * it would have been on that day: no model is judged by a level that it learned from the very customers it is judged on.
 * 0 for tables without a date.
 */
export function forecastLevel(
  level: ChurnLevel,
  day: number,
  priors: readonly LevelPrior[] = LEVEL_PRIORS,
): LevelForecast {
  if (level.days.length === 0) return { level: 0, variance: 0 };
  return forecastFrom(knownBy(level, day), day, priors);
}

function knownBy({ days, levels, variances, horizonDays }: ChurnLevel, day: number): SeenLevels {
  const known = [...days.keys()].filter((place) => (days[place] ?? 0) + horizonDays <= day);
  const only = (values: readonly number[]) => known.map((place) => values[place] ?? 0);
  return { days: only(days), levels: only(levels), variances: only(variances) };
}
