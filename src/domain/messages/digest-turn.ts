import { addDays, isTimeZone, localTime, type Week, weekdayOf, weekOf } from "../calendar.ts";
import { type ChannelSetting, digestTimeOf } from "./channel-setting.ts";

/** Whole days for which a digest may still come: after them it is no news any more, as with the weekly job. */
export const DIGEST_OPEN_DAYS = 3;

/**
 * The week a channel's digest is due for: the last whole one before the day its digest comes on. Null where its turn has not
 * come, or is over. Hours are compared on the wall clock, so a clock change moves nothing.
 */
export function digestTurn(setting: ChannelSetting, now: Date): Week | null {
  const { timeZone } = setting;
  if (!isTimeZone(timeZone)) return null;
  const { digestWeekday, digestHour } = digestTimeOf(setting);
  const { day: today, hour } = localTime(now, timeZone);
  for (let daysAgo = 0; daysAgo <= DIGEST_OPEN_DAYS; daysAgo += 1) {
    const day = addDays(today, -daysAgo);
    if (weekdayOf(day) !== digestWeekday) continue;
    const hoursSince = 24 * daysAgo + hour - digestHour;
    return hoursSince >= 0 && hoursSince < 24 * DIGEST_OPEN_DAYS ? weekOf(addDays(day, -7)) : null;
  }
  return null;
}

/** Under which a channel's digest of a week is kept: once. */
export const digestKey = (channelId: string, week: Week): string => `digest:${channelId}:${week}`;
