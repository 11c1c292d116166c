import { addDays, type Day, localTime, startOfDay } from "../domain/calendar.ts";
import { MS_PER_MINUTE } from "../domain/clock.ts";
import { type ByDay, type DuePeriod, due, dueOrCaughtUp, fallsOn, periodOf, type Timetable } from "./due.ts";

/** As time zones change their clocks: by half an hour at least. */
const STEP_MS = 30 * MS_PER_MINUTE;
/** Nobody looks further back. Chosen by the product: as long as runs are kept. */
const MOST_DAYS = 400;

/** A day, or the hour of a day ("2026-11-29T10"): what periods of a job are counted by, in order as texts. */
export type PeriodKey = string;

/** What became of a job's periods up to now. */
export type Accounted = {
  /** Those that came due and may begin no more, oldest first: run they are, or missed. */
  readonly over: readonly DuePeriod[];
  /** From which on it is not known yet. */
  readonly accountedTo: PeriodKey;
};

/**
 * The periods of a job that are over, from a key on.
 * @param from null: only what comes from now on counts
 * @throws RangeError for an unknown zone
 */
export function cameDue(
  timetable: Timetable,
  timeZone: string,
  from: PeriodKey | null,
  now: Date,
): Accounted {
  const { schedule } = timetable;
  const open = from === null ? due(schedule, now, timeZone) : dueOrCaughtUp(timetable, now, timeZone);
  if (schedule.every === "hour") {
    const accountedTo = open?.period ?? "";
    const hours = from === null ? [] : hoursBetween(from, accountedTo, timeZone, now);
    return { over: hours, accountedTo };
  }
  const accountedTo = open?.day ?? firstToCome(schedule, now, timeZone);
  return { over: from === null ? [] : daysBetween(schedule, from, accountedTo, timeZone), accountedTo };
}

/** Today, or tomorrow where the hour of today has come. */
function firstToCome({ hour: dueAt }: ByDay, now: Date, timeZone: string): Day {
  const { day, hour } = localTime(now, timeZone);
  return hour < dueAt ? day : addDays(day, 1);
}

function daysBetween(schedule: ByDay, from: PeriodKey, to: Day, timeZone: string): DuePeriod[] {
  const periods: DuePeriod[] = [];
  for (let day = latest(from.slice(0, 10), addDays(to, -MOST_DAYS)); day < to; day = addDays(day, 1))
    if (fallsOn(schedule, day)) periods.push({ period: periodOf(schedule, day), day, timeZone });
  return periods;
}

/** By instants, so that an hour that the clocks skip is none, and one that they repeat is one. */
function hoursBetween(from: PeriodKey, to: PeriodKey, timeZone: string, now: Date): DuePeriod[] {
  const firstDay = latest(from.slice(0, 10), addDays(to.slice(0, 10), -MOST_DAYS));
  const periods = new Map<string, DuePeriod>();
  for (let at = startOfDay(firstDay, timeZone).getTime(); at < now.getTime(); at += STEP_MS) {
    const hour = due({ every: "hour" }, new Date(at), timeZone);
    if (hour !== null && hour.period >= from && hour.period < to) periods.set(hour.period, hour);
  }
  return [...periods.values()];
}

const latest = (one: Day, other: Day): Day => (one > other ? one : other);

/**
 * The period that may begin now, where there is one. A late one is caught up only where the clock was known when it came due: what
 * was set up since then has missed nothing.
 * @throws RangeError for an unknown zone
 */
export function mayBegin(
  timetable: Timetable,
  timeZone: string,
  accountedTo: PeriodKey | null,
  now: Date,
): DuePeriod | null {
  const onTime = due(timetable.schedule, now, timeZone);
  if (onTime !== null || accountedTo === null) return onTime;
  const late = dueOrCaughtUp(timetable, now, timeZone);
  return late !== null && accountedTo <= late.day ? late : null;
}

/** Periods in a row that came due on these days. */
export type MissedRow = {
  readonly firstPeriod: string;
  readonly lastPeriod: string;
  readonly periods: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
};

/**
 * Those of a job's periods that nothing ran for, in rows that no run interrupts.
 * @param hasRun whether there is a record of a run
 */
export function missedRows(over: readonly DuePeriod[], hasRun: (period: string) => boolean): MissedRow[] {
  const rows: MissedRow[] = [];
  let isRow = false;
  for (const { period, day } of over) {
    const before = isRow ? rows.pop() : undefined;
    isRow = !hasRun(period);
    if (isRow) rows.push(withPeriod(before, period, day));
    else if (before) rows.push(before);
  }
  return rows;
}

function withPeriod(row: MissedRow | undefined, period: string, day: Day): MissedRow {
  if (row === undefined)
    return { firstPeriod: period, lastPeriod: period, periods: 1, firstDay: day, lastDay: day };
  return { ...row, lastPeriod: period, lastDay: day, periods: row.periods + 1 };
}
