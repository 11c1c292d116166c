import { type SimulatedQuarter, simulateQuarter } from "./simulated-quarter.ts";

export type SimulateQuartersInput = {
  readonly customers: number;
  /** Quarters for each planted effect, and quarters in which nothing is planted. */
  readonly runs: number;
  readonly nullRuns: number;
  /** The first; each quarter has its own. */
  readonly seed: number;
  readonly onProgress?: (done: number, total: number) => void;
};

/** What so many quarters with the same planted effect came to. */
export type SimulatedQuarters = {
  readonly planted: number;
  readonly runs: number;
  /** Share of quarters whose interval at the end held the truth. */
  readonly held: number;
  readonly meanEffect: number;
  /** Share in which any daily look said that nudges help or harm. */
  readonly everSaid: number;
  /** By how much what was expected of customers narrows the interval, mean. */
  readonly narrowed: number;
  /** Share in which the interval of a before/after comparison held the truth, and what it found on average. */
  readonly beforeAfterHeld: number;
  readonly beforeAfterEffect: number;
  readonly nudges: number;
  readonly doubled: number;
  readonly overBudget: number;
  /** The most that one member was told about in one week of any of them. */
  readonly mostInAWeek: number;
};

/** Chosen: what a good nudge may bring, what a useless one does, and what one that annoys does. */
export const PLANTED = [0.05, 0, -0.04] as const;

/** Simulates quarters with planted effects, and counts how often the comparison was right. */
export function simulateQuarters({
  customers,
  runs,
  nullRuns,
  seed,
  onProgress,
}: SimulateQuartersInput): SimulatedQuarters[] {
  const wanted = PLANTED.map((effect) => ({ effect, count: effect === 0 ? nullRuns : runs }));
  const total = wanted.reduce((sum, { count }) => sum + count, 0);
  const results: SimulatedQuarters[] = [];
  let done = 0;
  for (const { effect, count } of wanted) {
    const quarters: SimulatedQuarter[] = [];
    for (let run = 0; run < count; run += 1) {
      quarters.push(simulateQuarter({ seed: seed + done, customers, effect }));
      done += 1;
      onProgress?.(done, total);
    }
    results.push(summary(effect, quarters));
  }
  return results;
}

function summary(planted: number, quarters: readonly SimulatedQuarter[]): SimulatedQuarters {
  const mean = (figure: (quarter: SimulatedQuarter) => number) =>
    quarters.reduce((sum, quarter) => sum + figure(quarter), 0) / quarters.length;
  const sum = (figure: (quarter: SimulatedQuarter) => number) => Math.round(mean(figure) * quarters.length);
  const holds = ({ low, high }: { readonly low: number; readonly high: number }, truth: number) =>
    Number(low <= truth && truth <= high);
  return {
    planted,
    runs: quarters.length,
    held: mean(({ atTheEnd, truth }) => holds(atTheEnd, truth)),
    meanEffect: mean(({ atTheEnd }) => atTheEnd.effect),
    everSaid: mean(({ everSaid }) => Number(everSaid)),
    narrowed: mean(({ atTheEnd, unadjusted }) => 1 - atTheEnd.halfWidthOnce / unadjusted.halfWidthOnce),
    beforeAfterHeld: mean(({ beforeAfter, truth }) => holds(beforeAfter, truth)),
    beforeAfterEffect: mean(({ beforeAfter }) => beforeAfter.effect),
    nudges: sum(({ nudges }) => nudges),
    doubled: sum(({ doubled }) => doubled),
    overBudget: sum(({ overBudget }) => overBudget),
    mostInAWeek: Math.max(...quarters.map(({ mostInAWeek }) => mostInAWeek)),
  };
}
