import { type Phrase, phrase } from "../../phrase.ts";
import type { Dataset } from "../dataset.ts";
import { cautiousPercent } from "../percent.ts";

/** What decides whether a customer can be scored at all; days and counts as of the scoring date. */
export type HistoryLength = {
  readonly purchaseDays: number;
  /** NaN where never bought. */
  readonly daysSinceFirstPurchase: number;
  /** NaN where no contract runs. */
  readonly contractAgeDays: number;
};

/** Chosen: about one ordering cycle of a monthly buyer; before it, a pause and regularity look the same. */
const LEAST_HISTORY_DAYS = 30;
/** Chosen: two gaps; someone who has ordered on three days shows a rhythm even within the first month. */
const ENOUGH_PURCHASE_DAYS = 3;

/** Chosen: what fewer than one in a hundred training rows were as new as, a model has not seen usefully. */
const SELDOM_SEEN = 0.01;
/** Chosen: whoever has been there for a quarter has shown enough, however old everybody was in training. */
const ENOUGH_IN_ANY_CASE_DAYS = 90;

/**
 * Why a customer gets no score, or null where there is enough to go by. A false 0 or 100 % would cost more trust than an
 * honest "not yet".
 * @param leastSeenDays shorter histories the model has hardly seen; 0 where that is not known
 */
export function shortHistory(history: HistoryLength, leastSeenDays = 0): Phrase | null {
  const { purchaseDays } = history;
  const days = historyDays(history);
  const showsRhythm = days >= LEAST_HISTORY_DAYS || purchaseDays >= ENOUGH_PURCHASE_DAYS;
  if (showsRhythm && days >= leastSeenDays) return null;
  return phrase("no-score.short-history", { purchases: purchaseDays, days });
}

/**
 * Why nobody gets a figure of their own where the constant serves, and what it says of everybody alike.
 * @param probability the constant's, 0–1
 */
export function noSignal(probability: number, horizonDays: number): Phrase {
  return phrase("no-score.no-signal", { percent: cautiousPercent(probability), days: horizonDays });
}

/** A surface that has said it of everybody need not repeat it of each. */
export const isNoSignal = ({ code }: Phrase): boolean => code === "no-score.no-signal";

/** The shortest history, in days, that a model trained on these snapshots has seen usefully: their rows' 1 % quantile. */
export function leastSeenDays(training: readonly Dataset[]): number {
  const days = new Float64Array(training.reduce((sum, { rows }) => sum + rows, 0));
  let start = 0;
  for (const snapshot of training) {
    const first = numbersOf(snapshot, "daysSinceFirstPurchase");
    const contract = numbersOf(snapshot, "contractAgeDays");
    for (let row = 0; row < snapshot.rows; row += 1)
      days[start + row] = longerOf(first?.[row] ?? Number.NaN, contract?.[row] ?? Number.NaN);
    start += snapshot.rows;
  }
  days.sort();
  return Math.min(ENOUGH_IN_ANY_CASE_DAYS, days[Math.floor(SELDOM_SEEN * days.length)] ?? 0);
}

function historyDays(history: Omit<HistoryLength, "purchaseDays">): number {
  return longerOf(history.daysSinceFirstPurchase, history.contractAgeDays);
}

/** NaN, which is larger than nothing, counts as 0. */
function longerOf(one: number, other: number): number {
  return Math.max(one > 0 ? one : 0, other > 0 ? other : 0);
}

function numbersOf({ columns }: Dataset, name: string): Float64Array | null {
  const column = columns.find((candidate) => candidate.name === name);
  return column?.kind === "number" ? column.values : null;
}
