import { addDays, type Day, isTimeZone, localTime, weekdayOf } from "../../calendar.ts";
import { MS_PER_MINUTE } from "../../clock.ts";
import type { PublicHolidays } from "../../public-holidays.ts";
import { defaultPreferences, isQuietHour, NO_COUNTRY, type NudgePreferences } from "./nudge-preferences.ts";

/** Somebody who owns customers, with what they chose. */
export type NudgedMember = {
  readonly memberId: string;
  /** IANA name; may be one that this machine does not know. */
  readonly timeZone: string;
  /** Null: they chose nothing. */
  readonly preferences: NudgePreferences | null;
  /** Their day of the last time they were told, or would have been had there been anything; null: never. */
  readonly lastTurnOn: Day | null;
};

/** What holds for a member: as they chose, or as it is usual in the country of their time zone. */
export function preferencesOf(
  { preferences, timeZone }: Pick<NudgedMember, "preferences" | "timeZone">,
  holidays: PublicHolidays,
): NudgePreferences {
  return preferences ?? defaultPreferences(holidays.countryOf(timeZone));
}

/** Whose public holidays a member has, ISO 3166-1; null: nobody's. */
export function countryOf(
  { country }: Pick<NudgePreferences, "country">,
  timeZone: string,
  holidays: PublicHolidays,
): string | null {
  if (country === NO_COUNTRY) return null;
  return country ?? holidays.countryOf(timeZone);
}

/** Why somebody does not work on a day. */
export type DayOff =
  | { readonly because: "weekday" }
  /** By its name in the country. */
  | { readonly because: "holiday"; readonly name: string };

/** Null on a day they work. */
export function dayOff(
  preferences: NudgePreferences,
  day: Day,
  timeZone: string,
  holidays: PublicHolidays,
): DayOff | null {
  if (!preferences.weekdays.includes(weekdayOf(day))) return { because: "weekday" };
  const country = countryOf(preferences, timeZone, holidays);
  const name = country === null ? null : holidays.on(country, day);
  return name === null ? null : { because: "holiday", name };
}

export const isPausedOn = ({ pausedUntil }: Pick<NudgePreferences, "pausedUntil">, day: Day): boolean =>
  pausedUntil !== null && day < pausedUntil;

/**
 * The day from which on a turn is owed: today, or the weekday of the weekly message. Who was not told since then is told
 * on the next day they work, so that a holiday, a pause or a bot that was down loses nobody a week.
 */
function owedSince({ frequency, weeklyOn }: NudgePreferences, day: Day): Day {
  return frequency === "daily" ? day : addDays(day, -((weekdayOf(day) - weeklyOn + 7) % 7));
}

/** Whether a member is told on a day, whatever the hour. */
export function isTurnDay(
  preferences: NudgePreferences,
  { timeZone, lastTurnOn }: Pick<NudgedMember, "timeZone" | "lastTurnOn">,
  day: Day,
  holidays: PublicHolidays,
): boolean {
  if (lastTurnOn !== null && lastTurnOn >= owedSince(preferences, day)) return false;
  return !isPausedOn(preferences, day) && dayOff(preferences, day, timeZone, holidays) === null;
}

/** After eight hours it is too late for the day: what is told then is done tomorrow anyway. Chosen by the product. */
const OPEN_HOURS = 8;

/** A turn that has come: whose, and their day. */
export type NudgeTurn = { readonly day: Day; readonly preferences: NudgePreferences };

/** The turn that a member has at this moment; null: none, or they have had it. @throws RangeError for an unknown zone */
export function turnAt(member: NudgedMember, now: Date, holidays: PublicHolidays): NudgeTurn | null {
  const preferences = preferencesOf(member, holidays);
  const { day, hour } = localTime(now, member.timeZone);
  const isOpen = hour >= preferences.hour && hour < preferences.hour + OPEN_HOURS;
  if (!isOpen || isQuietHour(preferences, hour)) return null;
  return isTurnDay(preferences, member, day, holidays) ? { day, preferences } : null;
}

/**
 * On how many days of a day's week, from Monday on, a member is told, that day and those after it: at least one. Who is told once a
 * week is told all at once.
 */
export function turnsLeft(
  preferences: NudgePreferences,
  timeZone: string,
  day: Day,
  holidays: PublicHolidays,
): number {
  if (preferences.frequency === "weekly") return 1;
  const days = Array.from({ length: 8 - weekdayOf(day) }, (_, ahead) => addDays(day, ahead));
  const isTold = (on: Day) =>
    !isPausedOn(preferences, on) && dayOff(preferences, on, timeZone, holidays) === null;
  return Math.max(1, days.filter(isTold).length);
}

/** As often as turns are asked for. */
const ASKED_AGAIN_AFTER_MS = 60 * MS_PER_MINUTE;

/** Whether a turn that has come will still be open an hour later. @throws RangeError for an unknown zone */
export function canWait(member: NudgedMember, now: Date, holidays: PublicHolidays): boolean {
  const later = turnAt(member, new Date(now.getTime() + ASKED_AGAIN_AFTER_MS), holidays);
  return later !== null && later.day === turnAt(member, now, holidays)?.day;
}

/** Nobody pauses for longer, and no country rests for a week beyond that. */
const FARTHEST_DAYS = 120;

/** The next day on which a member is told, today where it is still to come; null: none in sight. */
export function nextTurnDay(member: NudgedMember, now: Date, holidays: PublicHolidays): Day | null {
  const preferences = preferencesOf(member, holidays);
  const { day: today, hour } = localTime(now, member.timeZone);
  const first = hour < preferences.hour + OPEN_HOURS ? 0 : 1;
  for (let ahead = first; ahead <= FARTHEST_DAYS; ahead += 1) {
    const day = addDays(today, ahead);
    if (isTurnDay(preferences, member, day, holidays)) return day;
  }
  return null;
}

/** As time zones are apart: quarters of an hour. */
const STEP_MINUTES = 15;
/** The longest anything waits: over a week of holidays. What would wait longer comes then. */
const LONGEST_QUIET_STEPS = (10 * 24 * 60) / STEP_MINUTES;

/**
 * When a direct message may come to a member: the first quarter of an hour outside their quiet hours and days off. A
 * pause of nudges holds back no other message.
 * @returns null: at once
 */
export function quietEndsAt(
  { preferences: chosen, timeZone }: Pick<NudgedMember, "preferences" | "timeZone">,
  now: Date,
  holidays: PublicHolidays,
): Date | null {
  if (!isTimeZone(timeZone)) return null;
  const preferences = preferencesOf({ preferences: chosen, timeZone }, holidays);
  const isQuiet = (at: Date) => {
    const { day, hour } = localTime(at, timeZone);
    return isQuietHour(preferences, hour) || dayOff(preferences, day, timeZone, holidays) !== null;
  };
  if (!isQuiet(now)) return null;
  const step = STEP_MINUTES * MS_PER_MINUTE;
  const first = Math.floor(now.getTime() / step) + 1;
  for (let ahead = 0; ahead < LONGEST_QUIET_STEPS; ahead += 1) {
    const at = new Date((first + ahead) * step);
    if (!isQuiet(at)) return at;
  }
  return new Date((first + LONGEST_QUIET_STEPS) * step);
}
