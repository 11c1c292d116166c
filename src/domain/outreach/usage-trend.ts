import { changePercent } from "../risk/scores/sentences/sentence.ts";

/** Two spans of 28 days, as the features of the model compare them. */
export const USAGE_WEEKS = 8;

export type UsageTrend = {
  /** Used in each of the last weeks, oldest first. */
  readonly weeks: readonly number[];
  /** In the first and in the second half of them, in whole units. */
  readonly before: number;
  readonly now: number;
  /** Null: against nothing there is no rate of change. */
  readonly percent: number | null;
};

/** @param weeks oldest first; empty where the file tells of no usage in them */
export function usageTrend(weeks: readonly number[]): UsageTrend | null {
  if (weeks.length === 0) return null;
  const half = weeks.length / 2;
  const sum = (part: readonly number[]) => Math.round(part.reduce((total, one) => total + one, 0));
  const [before, now] = [sum(weeks.slice(0, half)), sum(weeks.slice(half))];
  return { weeks, before, now, percent: changePercent(before, now) };
}
