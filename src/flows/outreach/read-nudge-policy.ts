import type { Day } from "../../domain/calendar.ts";
import { DEFAULT_NUDGE_POLICY, type NudgePolicy } from "../../domain/outreach/nudges.ts";
import { thresholdOf } from "../../domain/outreach/playbooks/nudge-threshold.ts";
import { turnPolicy } from "../../domain/outreach/turns/turn-policy.ts";
import type { PublicHolidays } from "../../domain/public-holidays.ts";
import type { NudgePreferenceStore } from "../../store/outreach/nudge-preferences.ts";
import type { PlaybookSettingStore } from "../../store/outreach/playbook-settings.ts";

export type ReadTeamPolicyDeps = { readonly playbookSettings: Pick<PlaybookSettingStore, "all"> };

export type ReadNudgePolicyDeps = ReadTeamPolicyDeps & {
  readonly nudgePreferences: Pick<NudgePreferenceStore, "owners">;
  readonly holidays: PublicHolidays;
};

/** The numbers that nudges go by for everybody, as the team has set them. */
export async function readTeamPolicy({ playbookSettings }: ReadTeamPolicyDeps): Promise<NudgePolicy> {
  const kept = await playbookSettings.all();
  const settings = Object.fromEntries(kept.map((one) => [one.playbook, one]));
  return { ...DEFAULT_NUDGE_POLICY, threshold: thresholdOf(settings) };
}

/** The same with what the owners in a time zone have chosen, for a day there. */
export async function readNudgePolicy(
  deps: ReadNudgePolicyDeps,
  { timeZone, day }: { readonly timeZone: string; readonly day: Day },
): Promise<NudgePolicy> {
  const [policy, owners] = await Promise.all([readTeamPolicy(deps), deps.nudgePreferences.owners()]);
  const there = owners.filter((owner) => owner.timeZone === timeZone);
  return turnPolicy(policy, there, day, deps.holidays);
}
