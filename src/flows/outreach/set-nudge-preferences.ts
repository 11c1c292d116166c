import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import type { NudgePreferences } from "../../domain/outreach/turns/nudge-preferences.ts";
import type { NudgePreferenceStore } from "../../store/outreach/nudge-preferences.ts";
import { type NudgeSettings, type ReadNudgeSettingsDeps, readNudgeSettings } from "./read-nudge-settings.ts";

export type SetNudgePreferencesDeps = ReadNudgeSettingsDeps & {
  readonly nudgePreferences: Pick<NudgePreferenceStore, "member" | "save">;
  readonly clock: Clock;
};

/** Keeps how a member wants to be told of their customers. @returns how that is from now on, and at what moment */
export async function setNudgePreferences(
  deps: SetNudgePreferencesDeps,
  { member, preferences }: { readonly member: Member; readonly preferences: NudgePreferences },
): Promise<NudgeSettings & { readonly now: Date }> {
  const now = deps.clock();
  await deps.nudgePreferences.save(member.slackUserId, preferences, now);
  return { ...(await readNudgeSettings(deps, member, now)), now };
}
