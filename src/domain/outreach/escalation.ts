import { addDays, type Day, type LocalTime, localTime } from "../calendar.ts";
import type { Money } from "../money.ts";

/**
 * Chosen by the product: a day to get to it and a day to do it. Whoever is away for longer cannot say so themselves.
 */
export const ESCALATE_AFTER_WORKING_DAYS = 2;

/** Chosen by the product: of five reminders a day the one with most at stake. */
const TOP_SHARE = 1 / 5;

/** A nudge of the last days, answered or not. */
export type RecentNudge = {
  readonly key: string;
  /** Slack user id of whoever got it. */
  readonly memberId: string;
  readonly timeZone: string;
  readonly createdAt: Date;
  /** Whether nobody answered it yet, or told managers of it. */
  readonly isWaiting: boolean;
  /** The year's margin expected to be lost; null: not known. */
  readonly stake: Money | null;
};

/** Whether nobody works on a day where a time zone is. */
export type IsDayOff = (timeZone: string, day: Day) => boolean;

/**
 * The nudges to tell managers of: those that nobody answered for two working days where their reader is, of the fifth with
 * most at stake among all that reader got in these days, answered or not. Nothing is told on a day off.
 */
export function toEscalate<Nudge extends RecentNudge>(
  nudges: readonly Nudge[],
  isDayOff: IsDayOff,
  now: Date,
): Nudge[] {
  return [...byReader(nudges).values()].flatMap((own) =>
    mostAtStake(own).filter((nudge) => nudge.isWaiting && isOverdue(nudge, isDayOff, now)),
  );
}

function byReader<Nudge extends RecentNudge>(nudges: readonly Nudge[]): Map<string, Nudge[]> {
  const readers = new Map<string, Nudge[]>();
  for (const nudge of nudges) readers.set(nudge.memberId, [...(readers.get(nudge.memberId) ?? []), nudge]);
  return readers;
}

/** Of those whose stake is known: stakes are all in the currency that most customers have. */
function mostAtStake<Nudge extends RecentNudge>(own: readonly Nudge[]): Nudge[] {
  const known = own.filter(({ stake }) => stake !== null && stake.minor > 0);
  const most = [...known].sort(
    (a, b) => (b.stake?.minor ?? 0) - (a.stake?.minor ?? 0) || a.key.localeCompare(b.key),
  );
  return most.slice(0, Math.ceil(known.length * TOP_SHARE));
}

function isOverdue({ createdAt, timeZone }: RecentNudge, isDayOff: IsDayOff, now: Date): boolean {
  const began = localTime(createdAt, timeZone);
  const here = localTime(now, timeZone);
  if (isDayOff(timeZone, here.day)) return false;
  const worked = workingDaysBetween(began.day, here.day, (day) => isDayOff(timeZone, day));
  if (worked !== ESCALATE_AFTER_WORKING_DAYS) return worked > ESCALATE_AFTER_WORKING_DAYS;
  return minuteOf(here) >= minuteOf(began);
}

const minuteOf = ({ hour, minute }: LocalTime): number => 60 * hour + minute;

/** How many of the days after `from`, up to and with `to`, are none off. */
function workingDaysBetween(from: Day, to: Day, isOff: (day: Day) => boolean): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (!isOff(day)) count += 1;
  return count;
}
