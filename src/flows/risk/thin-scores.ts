import type { Clock } from "../../domain/clock.ts";
import { weeksToThin } from "../../domain/risk/scores/thinning.ts";
import type { OldScoreStore } from "../../store/risk/old-scores.ts";

export type ThinScoresDeps = { readonly oldScores: OldScoreStore; readonly clock: Clock };

/** A night's work at most: what a first run finds of years is done within weeks, and nobody's morning waits for it. Chosen. */
const MOST_WEEKS = 8;

/** Keeps one score a week of what is older than `keptDays`. Ended in between, it goes on with the week it was at. */
export async function thinScores(
  { oldScores, clock }: ThinScoresDeps,
  { keptDays }: { keptDays: number },
): Promise<{ readonly weeks: number; readonly removed: number }> {
  const oldest = await oldScores.thinnedBefore();
  const weeks = oldest === null ? [] : weeksToThin(oldest, clock(), keptDays, MOST_WEEKS);
  let removed = 0;
  for (const week of weeks) {
    removed += await oldScores.thin(week);
    await oldScores.keepThinnedBefore(week.before);
  }
  return { weeks: weeks.length, removed };
}
