import { isTimeZone } from "../../../domain/calendar.ts";
import { sayIn } from "../../../words/say.ts";
import { weekdayNamed, weekdayText } from "../../../words/weekday.ts";
import { notice, noticeOf, quoted } from "../../blocks/messages/notices.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** `/customer channel digest tuesday 8 [Europe/Berlin]`: when this channel gets its digest, and in whose days. */
export async function setDigestTime(
  { channelId }: CommandRequest,
  { flows, answer, reader }: PermittedTools,
  typed: string,
): Promise<void> {
  const locale = readerLocale(reader);
  const asked = digestTimeIn(typed);
  if (asked === null)
    return answer.privately(noticeOf("channel.digest.unknown", locale, { typed: quoted(typed, locale) }));
  const result = await flows.setDigestTime({ channelId, member: reader, ...asked });
  if (result.kind === "no-channel") return answer.privately(noticeOf("access.unseen", locale));
  const { digest, digestWeekday, digestHour, timeZone } = result.setting;
  const weekday = weekdayText(digestWeekday, locale);
  const told = { weekday, hour: digestHour, timeZone, isOn: digest ? "yes" : "no" };
  await answer.privately(notice(sayIn(locale)("channel.digest.set", told)));
}

/** How to say when. */
export function explainDigestTime(
  _request: CommandRequest,
  { answer, reader }: PermittedTools,
): Promise<void> {
  return answer.privately(noticeOf("channel.digest.choose", readerLocale(reader)));
}

/** "Tuesday 8", "週二 8:00 Asia/Taipei"; full hours alone. Null: not understood. */
function digestTimeIn(typed: string) {
  const [day = "", time = "", zone, ...more] = typed.trim().split(/\s+/);
  const weekday = weekdayNamed(day);
  const hour = /^(\d{1,2})(?::00)?$/.exec(time)?.[1];
  const isZoneKnown = zone === undefined || isTimeZone(zone);
  if (weekday === null || hour === undefined || Number(hour) > 23 || !isZoneKnown || more.length > 0)
    return null;
  return { digestWeekday: weekday, digestHour: Number(hour), timeZone: zone ?? null };
}
