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

/** The source as stale where, at the moment, whole days without its rows number more than twice its usual gap. */
export function staleSource({ source, days }: SourceHistory, moment: Date): StaleSource | null {
  const lastDay = days.at(-1);
  const usual = usualGapDays(days);
  if (lastDay === undefined || usual === null) return null;
  const nothingSince = Date.parse(`${addDays(lastDay, 1)}T00:00:00Z`);
  if (moment.getTime() - nothingSince <= 2 * usual * MS_PER_DAY) return null;
  return { source, lastDay, usualGapDays: usual };
}

/** Why the source's customers get no score. */
export const staleReason = ({ source, lastDay, usualGapDays: usual }: StaleSource): Phrase =>
  phrase("no-score.stale-source", { source, last: { day: lastDay }, usual });
