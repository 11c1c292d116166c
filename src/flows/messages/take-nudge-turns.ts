import {
  canWait,
  type NudgedMember,
  type NudgeTurn,
  turnAt,
} from "../../domain/outreach/turns/nudge-turn.ts";
import { turnPolicy } from "../../domain/outreach/turns/turn-policy.ts";
import type { PublicHolidays } from "../../domain/public-holidays.ts";
import type { NudgePreferenceStore } from "../../store/outreach/nudge-preferences.ts";
import { type ReadTeamPolicyDeps, readTeamPolicy } from "../outreach/read-nudge-policy.ts";
import { type PlanNudgesDeps, type PlannedNudges, planNudges } from "./plan-nudges.ts";

export type TakeNudgeTurnsDeps = PlanNudgesDeps &
  ReadTeamPolicyDeps & {
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
  const { day } = first;
  const memberIds = [...turns.keys()];
  const members = [...turns.values()].map(({ member }) => member);
  const policy = turnPolicy(await readTeamPolicy(deps), members, day, deps.holidays);
  const planned = await planNudges(
    { ...deps, clock: () => now },
    { timeZone, day, memberIds, policy, ...(scoring !== "met" && { isScoringLate: true }) },
  );
  await deps.nudgePreferences.takeTurns(memberIds, day, now);
  return { members: memberIds.length, ...planned };
}

/** All of them on the same day: they share a clock. */
async function turnsIn(
  { nudgePreferences, holidays }: TakeNudgeTurnsDeps,
  { timeZone, scoring }: Required<NudgeTurnsAsked>,
  now: Date,
): Promise<ReadonlyMap<string, NudgeTurn & { readonly member: NudgedMember }>> {
  const owners = (await nudgePreferences.owners()).filter((owner) => owner.timeZone === timeZone);
  const turns = new Map<string, NudgeTurn & { readonly member: NudgedMember }>();
  for (const owner of owners) {
    const turn = turnAt(owner, now, holidays);
    if (turn === null || (scoring === "awaited" && canWait(owner, now, holidays))) continue;
    turns.set(owner.memberId, { ...turn, member: owner });
  }
  return turns;
}
