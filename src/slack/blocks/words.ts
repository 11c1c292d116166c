import type { Day } from "../../domain/calendar.ts";
import type { TouchChannel, TouchOutcome } from "../../domain/customer-records.ts";

/** "62 %"; never a false 0 or 100. */
export function percent(probability: number): string {
  if (probability < 0.01) return "under 1 %";
  if (probability > 0.99) return "over 99 %";
  return `${Math.round(probability * 100)} %`;
}

/** "9 Dec", with the year where it is not this one. */
export function shortDate(date: Date, timeZone: string, now: Date): string {
  const day = format(date, timeZone, { day: "numeric", month: "short" });
  const year = format(date, timeZone, { year: "numeric" });
  return year === format(now, timeZone, { year: "numeric" }) ? day : `${day} ${year}`;
}

/** A calendar day, which has no time zone. */
export function shortDay(day: Day, now: Date): string {
  return shortDate(new Date(`${day}T00:00:00Z`), "UTC", now);
}

/** "9 Dec, 14:02". */
export function dateAndTime(date: Date, timeZone: string, now: Date): string {
  const time = format(date, timeZone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return `${shortDate(date, timeZone, now)}, ${time}`;
}

/** "just now", "5 min ago", "2 h ago", "3 days ago". */
export function ago(date: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - date.getTime()) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`;
}

export const CHANNEL_WORDS: Readonly<Record<TouchChannel, string>> = {
  phone: "Phone",
  email: "E-mail",
  chat: "Chat",
  meeting: "Meeting",
  visit: "Visit",
  sms: "SMS",
  social: "Social media",
  other: "Other",
};

export const OUTCOME_WORDS: Readonly<Record<TouchOutcome, string>> = {
  reached: "Reached them",
  no_answer: "No answer",
  promised: "Promised something",
  resolved: "Resolved a problem",
  declined: "They declined",
  other: "Other",
};

function format(date: Date, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { ...options, timeZone }).format(date);
}
