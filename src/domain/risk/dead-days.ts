import { addDays, type Day, daysBetween } from "../calendar.ts";
import type { LabelWindow } from "./labels.ts";
import { pausesSince, restingSource, type SourceHistory } from "./scores/stale-source.ts";

/** Chosen: with a tenth of its window dead a label still says mostly what happened; beyond, that data had stopped. */
const MOST_DEAD_SHARE = 0.1;

/**
 * The sources whose labels of a window are not known: on too many of its days they had stopped sending, and who bought
 * nothing then may have bought all the same.
 * @param moment up to which their days are known
 */
export function unlabelledSources(
  histories: readonly SourceHistory[],
  window: LabelWindow,
  moment: Date,
): string[] {
  const most = MOST_DEAD_SHARE * daysBetween(dayOf(window.from), dayOf(window.to));
  return histories.filter((history) => deadDays(history, window, moment) > most).map(({ source }) => source);
}

/** Days of the window within a pause of the source, or after it stopped. */
export function deadDays(history: SourceHistory, window: LabelWindow, moment: Date): number {
  const [from, to] = [dayOf(window.from), dayOf(window.to)];
  const overlap = (lastDay: Day, end: Day) => {
    const begins = later(addDays(lastDay, 1), from);
    return Math.max(0, daysBetween(begins, end < to ? end : to));
  };
  const paused = pausesSince(history, window.from).map(({ lastDay, backDay }) => overlap(lastDay, backDay));
  const resting = restingSource(history, moment);
  const after = resting?.stopped ? overlap(resting.lastDay, dayOf(moment)) : 0;
  return paused.reduce((sum, days) => sum + days, after);
}

const dayOf = (instant: Date): Day => instant.toISOString().slice(0, 10);
const later = (a: Day, b: Day): Day => (a > b ? a : b);
