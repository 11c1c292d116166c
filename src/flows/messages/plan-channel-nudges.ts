import { addDays, type Day, startOfDay, weekdayOf } from "../../domain/calendar.ts";
import { channelNudge } from "../../domain/messages/channel-nudge.ts";
import type { NudgePolicy } from "../../domain/outreach/nudges.ts";
import { defaultPreferences } from "../../domain/outreach/turns/nudge-preferences.ts";
import { dayOff, turnsLeft } from "../../domain/outreach/turns/nudge-turn.ts";
import type { PublicHolidays } from "../../domain/public-holidays.ts";
import type { ChannelSettingStore } from "../../store/messages/channel-settings.ts";
import type { RiskListStore } from "../../store/outreach/risk-list.ts";
import { type ReadTeamPolicyDeps, readTeamPolicy } from "../outreach/read-nudge-policy.ts";
import { type PlanNudgesDeps, planNudges } from "./plan-nudges.ts";

export type PlanChannelNudgesDeps = PlanNudgesDeps &
  ReadTeamPolicyDeps & {
    readonly channelSettings: Pick<ChannelSettingStore, "optedIn">;
    readonly riskList: Pick<RiskListStore, "ownerlessCandidates" | "toldIn" | "toldSince">;
    readonly holidays: PublicHolidays;
  };

export type PlannedChannelNudges = { readonly channels: number; readonly customers: number };

/** A week's, from Monday on. Chosen by the product: two a day are read, more are scrolled past. */
export const CHANNEL_WEEKLY_BUDGET = 10;
/** One message's, so that a Monday does not use up the week. Chosen by the product. */
const CHANNEL_DAILY_BUDGET = 5;

export type ChannelNudgesAsked = {
  readonly timeZone: string;
  readonly day: Day;
  /** The night's scoring is not through: the message says so. Left out: it is. */
  readonly isScoringLate?: true;
};

/**
 * Tells the channels of a time zone that asked for it of customers without an owner who need somebody. One after the
 * other, so that no customer is in two of them: whoever was told of is left in peace for a week.
 */
export async function planChannelNudges(
  deps: PlanChannelNudgesDeps,
  { timeZone, day, isScoringLate }: ChannelNudgesAsked,
): Promise<PlannedChannelNudges> {
  const usual = defaultPreferences(deps.holidays.countryOf(timeZone));
  if (dayOff(usual, day, timeZone, deps.holidays) !== null) return { channels: 0, customers: 0 };
  const optedIn = await deps.channelSettings.optedIn("nudges");
  const channels = optedIn.filter((channel) => channel.timeZone === timeZone);
  const policy = {
    ...(await readTeamPolicy(deps)),
    ...{ dailyBudget: CHANNEL_DAILY_BUDGET, weeklyBudget: CHANNEL_WEEKLY_BUDGET },
  };
  const left = turnsLeft(usual, timeZone, day, deps.holidays);
  let customers = 0;
  for (const { channelId } of channels) {
    const occasion = { timeZone, day, policy: { ...policy, turnsLeft: { [channelId]: left } } };
    customers += await planFor(deps, channelId, { ...occasion, ...(isScoringLate && { isScoringLate }) });
  }
  return { channels: channels.length, customers };
}

/** The same choice as for a member, with the channel in the place of an owner. */
async function planFor(
  deps: PlanChannelNudgesDeps,
  channelId: string,
  occasion: ChannelNudgesAsked & { readonly policy: NudgePolicy },
): Promise<number> {
  const { timeZone, day } = occasion;
  const { riskList, outbox, clock } = deps;
  const now = clock();
  const monday = startOfDay(addDays(day, 1 - weekdayOf(day)), timeZone);
  const told = new Map([[channelId, await riskList.toldIn(channelId, monday)]]);
  const ownerless = await riskList.ownerlessCandidates(channelId, timeZone, now);
  const planned = await planNudges(
    {
      ...deps,
      clock: () => now,
      // What a channel was told is counted by where it stands, not by who took it.
      riskList: { candidatesIn: async () => ownerless, toldSince: async () => told },
      outbox: {
        enqueue: (entry, suggestions = [], cases = []) => {
          const unclaimed = suggestions.map((one) => ({ ...one, memberId: null }));
          return outbox.enqueue({ ...entry, message: channelNudge(entry.message) }, unclaimed, cases);
        },
      },
    },
    occasion,
  );
  return planned.customers;
}
