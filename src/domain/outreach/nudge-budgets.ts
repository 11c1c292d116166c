import type { Applying } from "./playbooks/evaluate.ts";

/** How many customers one member is told about. */
export type NudgeBudget = {
  /** On one day. */
  readonly dailyBudget: number;
  /** In one week from Monday on, by the member's own days. */
  readonly weeklyBudget: number;
  /** On how many days of that week they are still told, today among them; at least one. */
  readonly turnsLeft: number;
};

/** Why somebody found no room: `budget` today, `week-budget` this week. */
export type OverBudget = "budget" | "week-budget";

export type Budgets = {
  readonly budgetOf: (memberId: string) => NudgeBudget;
  /** Customers that each was told about this week so far. */
  readonly toldThisWeek: ReadonlyMap<string, number>;
};

/** One of those who are to be told about. */
export type AskingForRoom = { readonly memberId: string; readonly chosen: Pick<Applying, "priority"> };

/**
 * What waits for an answer of ours comes on any day, so until the last day of the week one place in five is kept for it: three of
 * fifteen. Chosen by the product; a team with more such cases than that has them all the same, by what they are worth.
 */
const KEPT_ONE_IN = 5;

/** Places of the week that only urgent ones may take before its last day. */
export const keptForUrgent = ({ weeklyBudget }: Pick<NudgeBudget, "weeklyBudget">): number =>
  Math.ceil(weeklyBudget / KEPT_ONE_IN);

/** What is left for today. */
type Room = {
  /** For everybody. */
  readonly places: number;
  /** Those of them that what is not urgent may take. */
  readonly notUrgent: number;
  /** In the week, today's included. */
  readonly inWeek: number;
};

/**
 * The room of a day. What is not urgent takes its day's share of the week: what is left, without the places kept for urgent ones,
 * over the days left, rounded up; whoever finds no room stands again tomorrow. Of today's places half, rounded up, are for
 * urgent ones first, if there are so many; the other half goes by value, so that many small ones do not hide a dear one.
 * @param told this week, before today
 * @param urgent how many are urgent today
 */
function roomOf(budget: NudgeBudget, told: number, urgent: number): Room {
  const { dailyBudget, weeklyBudget, turnsLeft } = budget;
  const inWeek = Math.max(0, weeklyBudget - told);
  const places = Math.min(dailyBudget, inWeek);
  const kept = turnsLeft > 1 ? keptForUrgent(budget) : 0;
  const share = Math.ceil(Math.max(0, inWeek - kept) / turnsLeft);
  const urgentFirst = Math.min(urgent, Math.ceil(places / 2));
  return { places, notUrgent: Math.min(places - urgentFirst, share), inWeek };
}

/**
 * Spends each member's budgets in the order given, which is never exceeded. Taking the first that fit is the best there is: of a
 * day's places so many at most may go to what is not urgent, and under such limits (a laminar matroid) the greedy choice has the
 * greatest sum of what contacts are expected to bring (Edmonds, "Matroids and the Greedy Algorithm", 1971), if they come ordered
 * by that.
 * @returns of each, in the same order, null where there is room, or why there is none
 */
export function spendBudgets(
  asking: readonly AskingForRoom[],
  { budgetOf, toldThisWeek }: Budgets,
): ReadonlyArray<OverBudget | null> {
  const urgent = countUrgent(asking);
  const today = new Map<string, { all: number; notUrgent: number }>();
  return asking.map(({ memberId, chosen }) => {
    const room = roomOf(budgetOf(memberId), toldThisWeek.get(memberId) ?? 0, urgent.get(memberId) ?? 0);
    const used = today.get(memberId) ?? { all: 0, notUrgent: 0 };
    if (used.all >= room.inWeek) return "week-budget";
    if (used.all >= room.places || (!isUrgent(chosen) && used.notUrgent >= room.notUrgent)) return "budget";
    today.set(memberId, {
      all: used.all + 1,
      notUrgent: used.notUrgent + Number(!isUrgent(chosen)),
    });
    return null;
  });
}

/** Whether a customer waits for us. */
export const isUrgent = ({ priority }: Pick<Applying, "priority">): boolean => priority === "urgent";

function countUrgent(asking: readonly AskingForRoom[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { memberId, chosen } of asking)
    if (isUrgent(chosen)) counts.set(memberId, (counts.get(memberId) ?? 0) + 1);
  return counts;
}
