import { addDays, type Day, firstDayOfWeek, weekOf } from "../../calendar.ts";
import { daysAfter } from "../../clock.ts";

/**
 * How long every score is kept, in days, unless operations set another number; later one a week stays. Chosen by the product: a year,
 * and a month to look back at it. No fewer: the model is judged by what it said a horizon ago, which is a year at most, and two weeks.
 */
export const SCORES_KEPT_DAYS = 400;

/** Each whole week (UTC, from Monday on) of which all scores are older than `keptDays`, the oldest first. @param most of them */
export function weeksToThin(oldest: Date, now: Date, keptDays: number, most: number) {
  const end = mondayOf(daysAfter(now, -keptDays));
  const weeks: Array<{ readonly from: Date; readonly before: Date }> = [];
  for (let day = mondayOf(oldest); day < end && weeks.length < most; day = addDays(day, 7))
    weeks.push({ from: startOf(day), before: startOf(addDays(day, 7)) });
  return weeks;
}

const mondayOf = (moment: Date): Day => firstDayOfWeek(weekOf(moment.toISOString().slice(0, 10)));
const startOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);
