import { type Day, localTime, type Month } from "../../domain/calendar.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import { dateFormat } from "../../words/kept-formats.ts";
import { type Locale, numbersOf } from "../../words/locale.ts";
import { sayIn } from "../../words/say.ts";

/** "9 Dec", with the year where it is not this one. */
export function shortDate(date: Date, timeZone: string, now: Date, locale: Locale): string {
  const yearOf = (instant: Date) => localTime(instant, timeZone).day.slice(0, 4);
  const year = yearOf(date) === yearOf(now) ? {} : ({ year: "numeric" } as const);
  const format = { day: "numeric", month: "short", timeZone, ...year } as const;
  return dateFormat(numbersOf(locale), format).format(date);
}

/** A calendar day, which has no time zone. */
export function shortDay(day: Day, now: Date, locale: Locale): string {
  return shortDate(new Date(`${day}T00:00:00Z`), "UTC", now, locale);
}

/** "November 2026". */
export const monthPhrase = (month: Month): Phrase =>
  phrase("cost.period.month", { month: Number(month.slice(5)), year: month.slice(0, 4) });

/** "just now", "5 min ago", "2 h ago", "3 days ago". */
export function ago(date: Date, now: Date, locale: Locale): string {
  const say = sayIn(locale);
  const minutes = Math.floor((now.getTime() - date.getTime()) / 60_000);
  if (minutes < 1) return say("ago.now");
  if (minutes < 60) return say("ago.minutes", { n: minutes });
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? say("ago.hours", { n: hours }) : say("ago.days", { n: Math.floor(hours / 24) });
}

/** A sentence that more follows on the same line, in any of our languages. */
export const withoutFullStop = (sentence: string): string => sentence.replace(/[.。]$/, "");
