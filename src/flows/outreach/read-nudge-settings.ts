import { type Day, isTimeZone } from "../../domain/calendar.ts";
import type { Member } from "../../domain/customer.ts";
import type { NudgePreferences } from "../../domain/outreach/turns/nudge-preferences.ts";
import {
  countryOf,
  type NudgedMember,
  nextTurnDay,
  preferencesOf,
} from "../../domain/outreach/turns/nudge-turn.ts";
import type { PublicHolidays } from "../../domain/public-holidays.ts";
import type { NudgePreferenceStore } from "../../store/outreach/nudge-preferences.ts";

export type ReadNudgeSettingsDeps = {
  readonly nudgePreferences: Pick<NudgePreferenceStore, "member">;
  readonly holidays: PublicHolidays;
};

/** How a member is told of their customers. */
export type NudgeSettings = {
  readonly preferences: NudgePreferences;
  readonly timeZone: string;
  /** Whose public holidays they have; null: nobody's. */
  readonly country: string | null;
  /** Their next day with nudges, if there is anything to tell; null: none in sight, or nobody knows their time zone. */
  readonly nextTurnOn: Day | null;
};

/** As the member chose, or as it holds for everybody. */
export async function readNudgeSettings(
  { nudgePreferences, holidays }: ReadNudgeSettingsDeps,
  { slackUserId, timeZone }: Pick<Member, "slackUserId" | "timeZone">,
  now: Date,
): Promise<NudgeSettings> {
  const none: NudgedMember = { memberId: slackUserId, timeZone, preferences: null, lastTurnOn: null };
  return settingsOf((await nudgePreferences.member(slackUserId)) ?? none, now, holidays);
}

export function settingsOf(member: NudgedMember, now: Date, holidays: PublicHolidays): NudgeSettings {
  const { timeZone } = member;
  const preferences = preferencesOf(member, holidays);
  return {
    preferences,
    timeZone,
    country: countryOf(preferences, timeZone, holidays),
    nextTurnOn: isTimeZone(timeZone) ? nextTurnDay(member, now, holidays) : null,
  };
}
