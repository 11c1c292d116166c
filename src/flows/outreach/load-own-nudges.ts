import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { nudgesOverSince } from "../../domain/outreach/nudge-answer.ts";
import type { OpenNudges } from "../../domain/outreach/turns/open-nudge.ts";
import type { NudgePreferenceStore } from "../../store/outreach/nudge-preferences.ts";
import type { OpenNudgeStore } from "../../store/outreach/open-nudges.ts";
import { type NudgeSettings, type ReadNudgeSettingsDeps, readNudgeSettings } from "./read-nudge-settings.ts";

export type LoadOwnNudgesDeps = ReadNudgeSettingsDeps & {
  readonly nudgePreferences: Pick<NudgePreferenceStore, "member" | "owns">;
  readonly openNudges: Pick<OpenNudgeStore, "of">;
  readonly clock: Clock;
};

export type OwnNudges = {
  readonly open: OpenNudges;
  readonly settings: NudgeSettings;
  /** Whether they own customers: nobody else is told of any. */
  readonly ownsCustomers: boolean;
  readonly now: Date;
};

/** Two blocks each, within Slack's 50 a message. Chosen by the product: as many as a nudge shows. */
const MOST_SHOWN = 8;

/** What waits for a member's answer, newest first, and how they are told of more. */
export async function loadOwnNudges(
  deps: LoadOwnNudgesDeps,
  { member }: { readonly member: Pick<Member, "slackUserId" | "timeZone"> },
): Promise<OwnNudges> {
  const now = deps.clock();
  const [open, settings, ownsCustomers] = await Promise.all([
    deps.openNudges.of(member.slackUserId, nudgesOverSince(now), MOST_SHOWN),
    readNudgeSettings(deps, member, now),
    deps.nudgePreferences.owns(member.slackUserId),
  ]);
  return { open, settings, ownsCustomers, now };
}
