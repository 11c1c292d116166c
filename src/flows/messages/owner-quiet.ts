import { type Day, isTimeZone, localTime } from "../../domain/calendar.ts";
import {
  isPausedOn,
  type NudgedMember,
  nextTurnDay,
  preferencesOf,
  quietEndsAt,
} from "../../domain/outreach/turns/nudge-turn.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import type { PublicHolidays } from "../../domain/public-holidays.ts";

/** Whom nudges about a customer go to, and when they are told next. */
export type NudgedOwner = {
  readonly member: NudgedMember;
  /** Their day of the next nudges; null: none in sight. */
  readonly nextTurnOn: Day | null;
};

/** @param member null: nobody active */
export function nudgedOwner(
  member: NudgedMember | null,
  now: Date,
  holidays: PublicHolidays,
): NudgedOwner | null {
  if (member === null || !isTimeZone(member.timeZone)) return null;
  return { member, nextTurnOn: nextTurnDay(member, now, holidays) };
}

/**
 * A reason with what keeps their owner from being told meanwhile: a pause whatever the reason, since it outlasts most; quiet
 * hours and days off only where nothing else speaks against a nudge.
 */
export function withOwnersQuiet(
  because: Phrase,
  { member, nextTurnOn }: NudgedOwner,
  {
    isNext,
    now,
    holidays,
  }: { readonly isNext: boolean; readonly now: Date; readonly holidays: PublicHolidays },
): Phrase {
  const { timeZone } = member;
  const preferences = preferencesOf(member, holidays);
  const { pausedUntil } = preferences;
  if (pausedUntil !== null && isPausedOn(preferences, localTime(now, timeZone).day))
    return phrase("why-silent.owner-paused", { because, until: { day: pausedUntil } });
  if (!isNext) return because;
  const ends = quietEndsAt(member, now, holidays);
  if (ends !== null) {
    const { day, hour } = localTime(ends, timeZone);
    return phrase("why-silent.owner-quiet", { because, until: { day }, hour });
  }
  if (nextTurnOn === null) return because;
  return phrase("why-silent.next-on", { because, on: { day: nextTurnOn }, hour: preferences.hour });
}
