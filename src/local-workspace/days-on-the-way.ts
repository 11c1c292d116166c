import { MS_PER_DAY, MS_PER_HOUR } from "../domain/clock.ts";

/**
 * Two hours of a day in UTC. At one of them it is between nine and five, when nudges are sent, wherever one of the
 * demo's team is, in summer and in winter: from Shanghai to Berlin at the first, from London to New York at the second.
 */
const HOURS = [8.5, 15];
/** Chosen: a week is lived day by day. In what lies before, customers live on, and the bot does nothing, as if it had been off. */
const MOST_DAYS = 7;

/** Where a clock that is moved stops on the way, for the bot to do what has fallen due on each day. */
export function mornings(from: Date, to: Date): Date[] {
  const midnight = Math.floor(to.getTime() / MS_PER_DAY) * MS_PER_DAY;
  const days = Array.from(
    { length: MOST_DAYS + 1 },
    (_, index) => midnight + (index - MOST_DAYS) * MS_PER_DAY,
  );
  return days
    .flatMap((day) => HOURS.map((hour) => new Date(day + hour * MS_PER_HOUR)))
    .filter((stop) => stop > from && stop < to);
}
