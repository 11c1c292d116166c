import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { type NudgeSettings, type ReadNudgeSettingsDeps, readNudgeSettings } from "./read-nudge-settings.ts";

export type OpenNudgeSettingsDeps = ReadNudgeSettingsDeps & { readonly clock: Clock };

export type OpenedNudgeSettings = NudgeSettings & {
  /** Of the time zone; null: nobody's. */
  readonly zoneCountry: string | null;
  /** Those whose public holidays are known. */
  readonly countries: readonly string[];
  readonly now: Date;
};

/** What the form shows in which a member chooses how they are told of their customers. */
export async function openNudgeSettings(
  deps: OpenNudgeSettingsDeps,
  { member }: { readonly member: Pick<Member, "slackUserId" | "timeZone"> },
): Promise<OpenedNudgeSettings> {
  const now = deps.clock();
  const settings = await readNudgeSettings(deps, member, now);
  const { holidays } = deps;
  return {
    ...settings,
    zoneCountry: holidays.countryOf(settings.timeZone),
    countries: holidays.countries(),
    now,
  };
}
