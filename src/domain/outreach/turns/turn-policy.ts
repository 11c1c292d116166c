import type { Day } from "../../calendar.ts";
import type { PublicHolidays } from "../../public-holidays.ts";
import type { NudgePolicy } from "../nudges.ts";
import { budgetOfTurn } from "./nudge-preferences.ts";
import { type NudgedMember, preferencesOf, turnsLeft } from "./nudge-turn.ts";

/** The numbers by which members are told on a day that is the same for them all: the team's, with what each of them chose. */
export function turnPolicy(
  policy: NudgePolicy,
  members: readonly Pick<NudgedMember, "memberId" | "timeZone" | "preferences">[],
  day: Day,
  holidays: PublicHolidays,
): NudgePolicy {
  const chosen = members.map((member) => ({ ...member, preferences: preferencesOf(member, holidays) }));
  const of = (number: (member: (typeof chosen)[number]) => number) =>
    Object.fromEntries(chosen.map((member) => [member.memberId, number(member)]));
  return {
    ...policy,
    budgets: of(({ preferences }) => budgetOfTurn(preferences, policy.dailyBudget)),
    turnsLeft: of(({ preferences, timeZone }) => turnsLeft(preferences, timeZone, day, holidays)),
  };
}
