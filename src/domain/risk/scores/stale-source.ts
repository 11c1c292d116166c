import { addDays, type Day, daysBetween } from "../../calendar.ts";
import { MS_PER_DAY } from "../../clock.ts";
import { type Phrase, phrase } from "../../phrase.ts";

/** The days (UTC) on which rows of a source are dated, ascending and before the moment in question. */
export type SourceHistory = { readonly source: string; readonly days: readonly Day[] };

/** A source that sends nothing any more: what it would tell of its customers is unknown. */
export type StaleSource = {
  readonly source: string;
  /** The last day with rows. */
  readonly lastDay: Day;
  readonly usualGapDays: number;
};

/** With fewer days of rows nothing is usual yet. Chosen: two working weeks, or most of a year of a monthly feed. */
const LEAST_DAYS = 10;
/**
 * Which gap counts as usual. Chosen: weekends (a fifth of the gaps of a weekday feed) and the turns of the months belong
 * to a rhythm, a holiday or an outage now and then (under a twentieth) does not.
 */
const USUAL_QUANTILE = 0.95;
/** Only the rhythm of the last year before it stopped counts. */
const YEAR_DAYS = 365;

/** Days from one day with rows to the next, at least 1: the 95 % quantile of the last year; null while it has no rhythm. */
export function usualGapDays(days: readonly Day[]): number | null {
  const last = days.at(-1);
  if (last === undefined) return null;
  const recent = days.filter((day) => day > addDays(last, -YEAR_DAYS));
  if (recent.length < LEAST_DAYS) return null;
  const gaps = recent.slice(1).map((day, place) => daysBetween(recent[place] ?? day, day));
  gaps.sort((a, b) => a - b);
  return Math.max(1, gaps[Math.ceil(USUAL_QUANTILE * gaps.length) - 1] ?? 1);
}

/** A source that has sent nothing for longer than it usually does; `stopped` once that is more than twice as long. */
export type RestingSource = StaleSource & { readonly stopped: boolean };

/**
 * The source where, at the moment, whole days without its rows number more than its usual gap. Up to there silence is
 * part of its rhythm; from there on nobody knows whether its customers did nothing or their rows did not come.
 */
export function restingSource({ source, days }: SourceHistory, moment: Date): RestingSource | null {
  const lastDay = days.at(-1);
  const usual = usualGapDays(days);
  if (lastDay === undefined || usual === null) return null;
  const silentMs = moment.getTime() - endOfSource({ lastDay }).getTime();
  if (silentMs <= usual * MS_PER_DAY) return null;
  return { source, lastDay, usualGapDays: usual, stopped: silentMs > 2 * usual * MS_PER_DAY };
}

/** The source as stale where, at the moment, whole days without its rows number more than twice its usual gap. */
export function staleSource(history: SourceHistory, moment: Date): StaleSource | null {
  const resting = restingSource(history, moment);
  if (resting === null || !resting.stopped) return null;
  const { stopped: _stopped, ...stale } = resting;
  return stale;
}

/** The midnight (UTC) after the last day with rows: what the customers of a resting source are known up to. */
export const endOfSource = ({ lastDay }: Pick<StaleSource, "lastDay">): Date =>
  new Date(`${addDays(lastDay, 1)}T00:00:00Z`);

/** Days without rows, longer than twice what was usual before, after which rows came again. */
export type Pause = {
  readonly source: string;
  /** The last day with rows before it, and the first one after it. */
  readonly lastDay: Day;
  readonly backDay: Day;
};

/** The pauses of a source that ended after `from`; a pause whose rows were made up for is none. */
export function pausesSince({ source, days }: SourceHistory, from: Date): Pause[] {
  return days.flatMap((backDay, place) => {
    const lastDay = days[place - 1];
    if (lastDay === undefined || Date.parse(`${backDay}T24:00:00Z`) <= from.getTime()) return [];
    // A gap of one day leaves no day without rows.
    const without = daysBetween(lastDay, backDay) - 1;
    const usual = without > 2 ? usualGapDays(days.slice(0, place)) : null;
    return usual !== null && without > 2 * usual ? [{ source, lastDay, backDay }] : [];
  });
}

/** What is known of a source that has stopped sending. */
export const staleReason = ({ source, lastDay, usualGapDays: usual }: StaleSource): Phrase =>
  phrase("no-score.stale-source", { source, last: { day: lastDay }, usual });
