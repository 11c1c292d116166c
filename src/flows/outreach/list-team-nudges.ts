import { isTimeZone, localTime } from "../../domain/calendar.ts";
import { type Clock, daysAfter } from "../../domain/clock.ts";
import { nudgesOverSince } from "../../domain/outreach/nudge-answer.ts";
import { isPausedOn } from "../../domain/outreach/turns/nudge-turn.ts";
import type { PublicHolidays } from "../../domain/public-holidays.ts";
import type { NudgePreferenceStore } from "../../store/outreach/nudge-preferences.ts";
import type { NudgeCounts, OpenNudgeStore } from "../../store/outreach/open-nudges.ts";
import { type NudgeSettings, settingsOf } from "./read-nudge-settings.ts";

export type ListTeamNudgesDeps = {
  readonly nudgePreferences: Pick<NudgePreferenceStore, "owners">;
  readonly openNudges: Pick<OpenNudgeStore, "team">;
  readonly holidays: PublicHolidays;
  readonly clock: Clock;
};

export type TeamMemberNudges = NudgeCounts & { readonly settings: NudgeSettings; readonly isPaused: boolean };
export type TeamNudges = { readonly members: readonly TeamMemberNudges[]; readonly now: Date };

/** Long enough for an answer to most, and short enough to be about now. Chosen by the product. */
const ANSWERED_WITHIN_DAYS = 28;

/** Everybody who owns customers: how they are told, what waits for them and what they answered; who paused comes first. */
export async function listTeamNudges(deps: ListTeamNudgesDeps): Promise<TeamNudges> {
  const now = deps.clock();
  const [owners, counts] = await Promise.all([
    deps.nudgePreferences.owners(),
    deps.openNudges.team(nudgesOverSince(now), daysAfter(now, -ANSWERED_WITHIN_DAYS)),
  ]);
  const settings = new Map(owners.map((owner) => [owner.memberId, settingsOf(owner, now, deps.holidays)]));
  const members = counts.flatMap((one) => {
    const chosen = settings.get(one.memberId);
    return chosen === undefined ? [] : [{ ...one, settings: chosen, isPaused: isPaused(chosen, now) }];
  });
  return { members: [...members.filter((m) => m.isPaused), ...members.filter((m) => !m.isPaused)], now };
}

function isPaused({ preferences, timeZone }: NudgeSettings, now: Date): boolean {
  return isTimeZone(timeZone) && isPausedOn(preferences, localTime(now, timeZone).day);
}
