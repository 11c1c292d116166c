import type { TrainedModel } from "../churn-model.ts";
import { wilsonInterval } from "../evaluation/reliability.ts";
import { hasMovedSince, type Shift } from "./drift.ts";

/** The jobs' names, under which their records are found again. */
export const RETRAINING_JOB = "train-weekly";
export const WATCH_JOB = "watch-model-weekly";

/** What the bot said a horizon ago against what happened since; shares 0–1. */
export type CalibrationCheck = {
  readonly customers: number;
  /** Mean stated probability. */
  readonly predicted: number;
  /** Share that left. */
  readonly observed: number;
  /** The 95 % interval of that share (Wilson). */
  readonly low: number;
  readonly high: number;
  /** ISO: when the newest of those scores was given. */
  readonly scoredAt: string;
  readonly isOff: boolean;
};

/** How the champion does by now; kept as the record of the job that looked. */
export type ModelFindings = {
  readonly modelVersionId: number;
  /** ISO. */
  readonly watchedAt: string;
  /** Customers looked at: all, or a sample of many. */
  readonly customers: number;
  readonly inputsWatched: number;
  /** Those that moved more than a little, most first; null where nothing is known of the training's inputs. */
  readonly movedInputs: readonly Shift[] | null;
  readonly scores: Shift | null;
  /** Null where too few customers were scored a horizon ago. */
  readonly calibration: CalibrationCheck | null;
  /** Days since the end of the data it learned from. */
  readonly ageDays: number;
};

/** What is beyond its threshold. */
export type ModelWarning =
  | { readonly kind: "inputs-moved"; readonly inputs: readonly Shift[]; readonly watched: number }
  | { readonly kind: "scores-moved"; readonly shift: Shift }
  | { readonly kind: "calibration-off"; readonly check: CalibrationCheck }
  | { readonly kind: "stale"; readonly ageDays: number }
  /** A newly trained version found no signal where there was one before. */
  | {
      readonly kind: "signal-lost";
      /** From now on nobody has a figure of their own; else the version before goes on serving. */
      readonly serves: boolean;
      readonly unfit: TrainedModel["unfit"];
    };

/** Chosen: with fewer, the interval of the observed share is wider than what it would have to tell. */
export const LEAST_CALIBRATION_CUSTOMERS = 200;
/** Chosen: half a bin of the reliability chart; less changes nobody's list, however sure it is. */
const OFF_BY = 0.05;
/** A model older than a quarter has not seen the present season. Chosen by the product. */
export const STALE_AFTER_DAYS = 90;

/** Figures since ever grow with the age of the log: that they have moved says nothing. */
const GROWS_WITH_THE_LOG = /Total$|^daysSinceFirstPurchase$|^contractAgeDays$/;

/** Whether an input is one whose movement means anything. */
export const isWatched = (input: string): boolean => !GROWS_WITH_THE_LOG.test(input);

/** @returns null where there are too few to tell */
export function checkCalibration(
  given: ReadonlyArray<{ readonly probability: number; readonly churned: boolean; readonly asOf: Date }>,
): CalibrationCheck | null {
  const customers = given.length;
  if (customers < LEAST_CALIBRATION_CUSTOMERS) return null;
  const left = given.filter(({ churned }) => churned).length;
  const predicted = given.reduce((sum, { probability }) => sum + probability, 0) / customers;
  const observed = left / customers;
  const { low, high } = wilsonInterval(left, customers);
  const newest = given.reduce((latest, { asOf }) => Math.max(latest, asOf.getTime()), 0);
  const isOff = (predicted < low || predicted > high) && Math.abs(predicted - observed) >= OFF_BY;
  return { customers, predicted, observed, low, high, scoredAt: new Date(newest).toISOString(), isOff };
}

export function warningsOf(findings: ModelFindings): ModelWarning[] {
  const { movedInputs, inputsWatched, scores, calibration, ageDays } = findings;
  const moved = (movedInputs ?? []).filter(hasMovedSince);
  return [
    ...(calibration?.isOff ? [{ kind: "calibration-off" as const, check: calibration }] : []),
    ...(scores && hasMovedSince(scores) ? [{ kind: "scores-moved" as const, shift: scores }] : []),
    ...(moved.length > 0 ? [{ kind: "inputs-moved" as const, inputs: moved, watched: inputsWatched }] : []),
    ...(ageDays > STALE_AFTER_DAYS ? [{ kind: "stale" as const, ageDays }] : []),
  ];
}
