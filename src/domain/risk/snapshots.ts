import { daysAfter, MS_PER_DAY } from "../clock.ts";
import { type Phrase, phrase } from "../phrase.ts";
import { labelWindow } from "./labels.ts";

/**
 * Days between training snapshots. Chosen: a month apart, neighbours still share two thirds of their label window,
 * so closer ones would add rows but little news.
 */
const STEP_DAYS = 30;
/**
 * Chosen: a year and a month of starting points, so that the season a prediction looks into has been seen once where
 * the log reaches that far.
 */
const MOST_TRAINING_SNAPSHOTS = 14;
/**
 * History the newest snapshot needs before it. Chosen: the longest window most features use; with less, "last 90 days"
 * would mean something else in training than in service.
 */
const LEAST_HISTORY_DAYS = 90;
/**
 * For the older ones. Chosen on snapshots before the test: a month earlier shows one month more of how the level of
 * churn moves, which was worth more than complete windows; a further month was not.
 */
const LEAST_OLDER_HISTORY_DAYS = 60;

export type SnapshotPlan =
  | {
      readonly kind: "snapshots";
      /** Oldest first; each label window closes at or before `heldOut`. */
      readonly training: readonly Date[];
      /** Its label window closes at the as-of moment. */
      readonly heldOut: Date;
    }
  | { readonly kind: "not-enough-history"; readonly reason: Phrase };

export type SnapshotRequest = {
  /** The log's first purchase or contract start; null for an empty file. */
  readonly firstEventAt: Date | null;
  readonly asOf: Date;
  readonly horizonDays: number;
};

/** Which snapshots to learn from and which to hold out, given how far back the log reaches. */
export function planSnapshots({ firstEventAt, asOf, horizonDays }: SnapshotRequest): SnapshotPlan {
  const heldOut = daysAfter(asOf, -horizonDays);
  const newest = daysAfter(heldOut, -horizonDays);
  const training = trainingSnapshots({ newest, firstEventAt });
  if (training.length > 0) return { kind: "snapshots", training, heldOut };
  const neededDays = 2 * horizonDays + LEAST_HISTORY_DAYS;
  return { kind: "not-enough-history", reason: shortage(firstEventAt, asOf, neededDays) };
}

/** From `newest` back in steps, as far as enough history lies before; oldest first, maybe none. */
export function trainingSnapshots(given: { newest: Date; firstEventAt: Date | null }): readonly Date[] {
  const { newest, firstEventAt } = given;
  if (firstEventAt === null) return [];
  if (newest < daysAfter(firstEventAt, LEAST_HISTORY_DAYS)) return [];
  const earliest = daysAfter(firstEventAt, LEAST_OLDER_HISTORY_DAYS);
  const candidates = Array.from({ length: MOST_TRAINING_SNAPSHOTS }, (_, n) =>
    daysAfter(newest, -n * STEP_DAYS),
  );
  return candidates.filter((snapshot) => snapshot >= earliest).reverse();
}

/** Whether the snapshot's label was known at `moment`: a model used then may have learned from it. */
export function labelKnownAt(snapshot: Date, horizonDays: number, moment: Date): boolean {
  return labelWindow(snapshot, horizonDays).to <= moment;
}

function shortage(firstEventAt: Date | null, asOf: Date, neededDays: number): Phrase {
  const until = { day: asOf.toISOString().slice(0, 10) };
  if (firstEventAt === null || firstEventAt >= asOf) {
    return phrase("history.none", { until });
  }
  const days = Math.floor((asOf.getTime() - firstEventAt.getTime()) / MS_PER_DAY);
  return phrase("history.too-short", { days, until, needed: neededDays, more: neededDays - days });
}
