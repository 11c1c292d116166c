/**
 * A rise to more than ten times as much says how small the start was, not how much there is now ("4,490 % more"). Chosen
 * by us: whoever spends that much more sees the two amounts, which stand beside every rate of change.
 */
const MOST_TIMES = 10;

/**
 * (now − before) ÷ before × 100, or null where that says nothing: against nothing, against less than nothing, or against
 * next to nothing. Every surface tells a rate of change by it.
 */
export function changePercent(before: number, now: number): number | null {
  if (before <= 0 || now > MOST_TIMES * before) return null;
  return (100 * (now - before)) / before;
}
