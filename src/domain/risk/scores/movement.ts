/**
 * One customer's probabilities, 0–1, on the way from one score to a later one, all computed now from stored inputs.
 * Each step changes one thing, in this order: the date, the data, the model.
 */
export type MovementStations = {
  /** The old model at the old date. */
  readonly before: number;
  /** The old model at the new date, as if nothing had happened in between: only time has passed. */
  readonly aged: number;
  /** The old model at the new date, with what happened in between. */
  readonly informed: number;
  /** The new model on the same features. */
  readonly after: number;
};

/** The two scores as they were stored, 0–1. */
export type StoredEnds = { readonly before: number; readonly after: number };

/** In probability, −1 to 1: `time` + `data` + `model` = the later score − the earlier one. */
export type MovementParts = { readonly time: number; readonly data: number; readonly model: number };

export type Movement = StoredEnds & {
  readonly parts: MovementParts;
  /**
   * What of `data` no event in between explains: rows from before either score that came in, changed or went only
   * after it. 0 where both scores can be computed again.
   */
  readonly corrections: number;
};

/**
 * A stored score counts as computed again within this. Chosen: what two backends may differ by on the same artifact;
 * the store's four-byte numbers are a hundred times closer.
 */
export const REPLAY_TOLERANCE = 1e-5;

/** Whether computing a score again gave what is stored. */
export function replays(stored: number, recomputed: number): boolean {
  return Math.abs(stored - recomputed) <= REPLAY_TOLERANCE;
}

/**
 * Splits the way between two scores into time, data and model, in that order, so that the parts add up: each is the
 * difference of two neighbouring stations. Where a stored score cannot be computed again, because data from before it
 * changed afterwards, the difference is data that became known late and is counted there.
 */
export function movementOf(stations: MovementStations, stored: StoredEnds): Movement {
  const exact = replays(stored.before, stations.before) && replays(stored.after, stations.after);
  const ends = exact ? { before: stations.before, after: stations.after } : stored;
  const corrections = stations.before - ends.before - (stations.after - ends.after);
  return {
    ...ends,
    parts: {
      time: stations.aged - stations.before,
      data: stations.informed - stations.aged + corrections,
      model: stations.after - stations.informed,
    },
    corrections,
  };
}

/** Whole percentage points. */
export type MovementPoints = MovementParts & { readonly total: number };

/**
 * In whole percentage points for people: the total as a card shows it (the difference of the rounded probabilities),
 * the parts rounded so that they add up to it (largest remainder). A part of exactly 0 stays 0.
 */
export function wholePoints({ before, after, parts }: Movement): MovementPoints {
  const total = Math.round(after * 100) - Math.round(before * 100);
  const exact = (["time", "data", "model"] as const).map((name) => ({ name, points: parts[name] * 100 }));
  const rounded = exact.map(({ name, points }) => ({ name, points: Math.floor(points), rest: points % 1 }));
  rounded.sort((a, b) => remainder(b.rest) - remainder(a.rest));
  let missing = total - rounded.reduce((sum, { points }) => sum + points, 0);
  const shared = { time: 0, data: 0, model: 0 };
  for (const { name, points } of rounded) {
    const extra = missing > 0 ? 1 : 0;
    shared[name] = points + extra;
    missing -= extra;
  }
  return { total, ...shared };
}

/** What `Math.floor` left over, 0–1. */
function remainder(rest: number): number {
  return rest < 0 ? rest + 1 : rest;
}
