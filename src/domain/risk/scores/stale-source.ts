import { addDays, type Day, daysBetween } from "../../calendar.ts";
import { MS_PER_DAY } from "../../clock.ts";

/** The days (UTC) on which rows of a source are dated, ascending and before the moment in question. */
export type SourceHistory = { readonly source: string; readonly days: readonly Day[] };

/** A source that has fallen silent: what it would tell of its customers is unknown. */
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
/** Only the rhythm of the last year before it fell silent counts. */
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
  const silentSince = Date.parse(`${addDays(lastDay, 1)}T00:00:00Z`);
  if (moment.getTime() - silentSince <= 2 * usual * MS_PER_DAY) return null;
  return { source, lastDay, usualGapDays: usual };
}

/** "no data from “crm” since 3 Nov (usually every day)": why its customers get no score. */
export function staleReason({ source, lastDay, usualGapDays: usual }: StaleSource, moment: Date): string {
  const isThisYear = lastDay.slice(0, 4) === moment.toISOString().slice(0, 4);
  const since = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    ...(isThisYear ? {} : { year: "numeric" }),
    timeZone: "UTC",
  }).format(Date.parse(`${lastDay}T00:00:00Z`));
  const rhythm = usual === 1 ? "every day" : `at least every ${usual} days`;
  return `no data from “${source}” since ${since} (usually ${rhythm})`;
}
