import { DEFAULT_NUDGE_POLICY } from "../../domain/outreach/nudges.ts";
import { budgetOfTurn } from "../../domain/outreach/turns/nudge-preferences.ts";
import { canWait, type NudgeTurn, turnAt } from "../../domain/outreach/turns/nudge-turn.ts";
import type { PublicHolidays } from "../../domain/public-holidays.ts";
import type { NudgePreferenceStore } from "../../store/outreach/nudge-preferences.ts";
import { type PlanNudgesDeps, type PlannedNudges, planNudges } from "./plan-nudges.ts";

export type TakeNudgeTurnsDeps = PlanNudgesDeps & {
  readonly nudgePreferences: Pick<NudgePreferenceStore, "owners" | "takeTurns">;
  readonly holidays: PublicHolidays;
};

export type TakenTurns = { readonly members: number } & Partial<PlannedNudges>;

export type NudgeTurnsAsked = {
  readonly timeZone: string;
  /**
   * Where the night's scoring stands. `awaited`: only those are told whose turn would be over before long. Unless `met`, the
   * message says that it goes by older scores. Left out: it is done.
   */
  readonly scoring?: "met" | "awaited" | "late";
};

/**
 * Tells those in a time zone whose turn it is about their customers, each within their own budget. A turn is noted once
 * its messages are kept: whatever stops in between is made up by the next run, which keeps no message twice.
 */
export async function takeNudgeTurns(
  deps: TakeNudgeTurnsDeps,
  { timeZone, scoring = "met" }: NudgeTurnsAsked,
): Promise<TakenTurns> {
  const now = deps.clock();
  const turns = await turnsIn(deps, { timeZone, scoring }, now);
  const [first] = turns.values();
  if (first === undefined) return { members: 0 };
  const memberIds = [...turns.keys()];
  const planned = await planNudges(
    { ...deps, clock: () => now },
    {
      ...{ timeZone, day: first.day, memberIds, policy: policyOf(turns) },
      ...(scoring !== "met" && { isScoringLate: true }),
    },
  );
  await deps.nudgePreferences.takeTurns(memberIds, first.day, now);
  return { members: memberIds.length, ...planned };
}

/** All of them on the same day: they share a clock. */
async function turnsIn(
  { nudgePreferences, holidays }: TakeNudgeTurnsDeps,
  { timeZone, scoring }: Required<NudgeTurnsAsked>,
  now: Date,
): Promise<ReadonlyMap<string, NudgeTurn>> {
  const owners = (await nudgePreferences.owners()).filter((owner) => owner.timeZone === timeZone);
  const turns = new Map<string, NudgeTurn>();
  for (const owner of owners) {
    const turn = turnAt(owner, now, holidays);
    if (turn === null || (scoring === "awaited" && canWait(owner, now, holidays))) continue;
    turns.set(owner.memberId, turn);
  }
  return turns;
}

function policyOf(turns: ReadonlyMap<string, NudgeTurn>) {
  const { dailyBudget } = DEFAULT_NUDGE_POLICY;
  const budgets = Object.fromEntries(
    [...turns].map(([memberId, { preferences }]) => [memberId, budgetOfTurn(preferences, dailyBudget)]),
  );
  return { ...DEFAULT_NUDGE_POLICY, budgets };
}
