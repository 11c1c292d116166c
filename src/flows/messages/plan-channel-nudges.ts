import { addDays, type Day, startOfDay, weekdayOf } from "../../domain/calendar.ts";
import { channelNudge } from "../../domain/messages/channel-nudge.ts";
import { DEFAULT_NUDGE_POLICY } from "../../domain/outreach/nudges.ts";
import { defaultPreferences } from "../../domain/outreach/turns/nudge-preferences.ts";
import { dayOff } from "../../domain/outreach/turns/nudge-turn.ts";
import type { PublicHolidays } from "../../domain/public-holidays.ts";
import type { ChannelSettingStore } from "../../store/messages/channel-settings.ts";
import type { RiskListStore } from "../../store/outreach/risk-list.ts";
import { type PlanNudgesDeps, planNudges } from "./plan-nudges.ts";

export type PlanChannelNudgesDeps = PlanNudgesDeps & {
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
  let customers = 0;
  for (const { channelId } of channels)
    customers += await planFor(deps, channelId, { timeZone, day, ...(isScoringLate && { isScoringLate }) });
  return { channels: channels.length, customers };
}

/** The same choice as for a member, with the channel in the place of an owner. */
async function planFor(
  deps: PlanChannelNudgesDeps,
  channelId: string,
  asked: ChannelNudgesAsked,
): Promise<number> {
  const { timeZone, day } = asked;
  const { riskList, outbox, clock } = deps;
  const now = clock();
  const monday = startOfDay(addDays(day, 1 - weekdayOf(day)), timeZone);
  const left = CHANNEL_WEEKLY_BUDGET - (await riskList.toldIn(channelId, monday));
  const dailyBudget = Math.max(0, Math.min(CHANNEL_DAILY_BUDGET, left));
  const ownerless = await riskList.ownerlessCandidates(channelId, timeZone, now);
  const planned = await planNudges(
    {
      ...deps,
      clock: () => now,
      // The week of a channel is counted above.
      riskList: { candidatesIn: async () => ownerless, toldSince: async () => new Map() },
      outbox: {
        enqueue: (entry, suggestions = [], cases = []) => {
          const unclaimed = suggestions.map((one) => ({ ...one, memberId: null }));
          return outbox.enqueue({ ...entry, message: channelNudge(entry.message) }, unclaimed, cases);
        },
      },
    },
    { ...asked, policy: { ...DEFAULT_NUDGE_POLICY, dailyBudget } },
  );
  return planned.customers;
}
