import { addDays, type Day, isDay, localTime } from "../../domain/calendar.ts";
import { snoozeDayProblem } from "../../domain/customers/snooze-time.ts";
import type { SnoozeResult } from "../../flows/messages/snooze-customer.ts";
import { sayIn } from "../../words/say.ts";
import { notice, snoozedMeanwhile, snoozedNotice, withEndSnooze } from "../blocks/messages/notices.ts";
import { END_NOW, SNOOZE_DAYS } from "../blocks/outreach/snooze-form.ts";
import { decodeMetadata, type FormMetadata } from "../frame/form-metadata.ts";
import type { PermittedTools, SubmissionHandler } from "../frame/handler.ts";
import type { SubmissionRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { FIELD } from "../ids.ts";
import { endSnooze } from "./end-snooze.ts";
import { showAnswered } from "./show-answered.ts";

/** Snooze: leaves a customer alone until a day begins in the member's time zone, and shows the card as it is now. */
export const snoozeSubmission: SubmissionHandler = async (request, { reader, now }) => {
  const metadata = decodeMetadata(request.metadata);
  if (request.fields.get(FIELD.snoozeFor) === END_NOW)
    return { kind: "good", place: metadata, handle: (tools) => endSnooze(metadata, tools) };
  const { timeZone } = reader;
  const today = localTime(now, timeZone).day;
  const untilDay = chosenDay(request, today);
  const problem = snoozeDayProblem(untilDay, today);
  if (untilDay === null || problem !== null) {
    const wrong = sayIn(readerLocale(reader))(`snooze.form.${problem ?? "no-day"}`);
    return { kind: "wrong", errors: { [FIELD.snoozeUntil]: wrong } };
  }
  return { kind: "good", place: metadata, handle: (tools) => snoozeUntil(untilDay, metadata, tools) };
};

async function snoozeUntil(untilDay: Day, metadata: FormMetadata, tools: PermittedTools): Promise<void> {
  const { flows, clock, reader } = tools;
  const { customerId, openedAt } = metadata;
  const { timeZone, slackUserId: memberId } = reader;
  const seenAt = openedAt === null ? null : new Date(openedAt);
  const result = await flows.snoozeCustomer({ customerId, memberId, untilDay, timeZone, seenAt });
  const reading = { now: clock(), timeZone, locale: readerLocale(reader) };
  const line = snoozeLine(result, reading);
  const told = result.kind === "snoozed" ? withEndSnooze(line, customerId, reading) : notice(line);
  await showAnswered(metadata, line, tools, told);
}

/** What a snooze came to, in a line. */
export function snoozeLine(result: SnoozeResult, reading: Parameters<typeof snoozedNotice>[1]): string {
  if (result.kind === "snoozed") return snoozedNotice(result, reading);
  if (result.kind === "meanwhile") return snoozedMeanwhile(result.snooze, reading);
  return sayIn(reading.locale)(result.kind === "past" ? "snooze.form.past" : "notice.gone");
}

function chosenDay(request: SubmissionRequest, today: Day): Day | null {
  const days = SNOOZE_DAYS.get(request.fields.get(FIELD.snoozeFor) ?? "");
  if (days !== undefined) return addDays(today, days);
  const picked = request.fields.get(FIELD.snoozeUntil) ?? "";
  return isDay(picked) ? picked : null;
}
