/** The current time, handed in by whoever composes the app; the domain itself never asks for it. */
export type Clock = () => Date;

export const MS_PER_MINUTE = 60_000;
export const MS_PER_HOUR = 60 * MS_PER_MINUTE;
/** Of a day in UTC, which has no summer time. */
export const MS_PER_DAY = 24 * MS_PER_HOUR;

/** The same time of day in UTC, so many days later; earlier below zero. */
export function daysAfter(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * MS_PER_DAY);
}
