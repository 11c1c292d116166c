const DAY_MS = 86_400_000;

/**
 * The moment up to which there is anything to know: the midnight (UTC) after the newest activity, never later than
 * `now`. On a live store that is now; on an imported history it is the end of that history.
 */
export function endOfData(lastActivityAt: Date | null, now: Date): Date {
  if (!lastActivityAt) return now;
  const midnightAfter = (Math.floor(lastActivityAt.getTime() / DAY_MS) + 1) * DAY_MS;
  return new Date(Math.min(midnightAfter, now.getTime()));
}
