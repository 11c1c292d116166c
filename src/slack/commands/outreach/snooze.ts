import { addDays, localTime } from "../../../domain/calendar.ts";
import { snoozeDay, snoozeDayProblem } from "../../../domain/customers/snooze-time.ts";
import type { FormDecision } from "../../../flows/outreach/open-form.ts";
import { sayIn } from "../../../words/say.ts";
import { escapeMrkdwn } from "../../blocks/escape.ts";
import { notice, noticeOf, withEndSnooze } from "../../blocks/messages/notices.ts";
import { asReadBy } from "../../blocks/outreach/customer-card.ts";
import { snoozeForm } from "../../blocks/outreach/snooze-form.ts";
import { shortDate } from "../../blocks/words.ts";
import { encodeMetadata } from "../../frame/form-metadata.ts";
import type { NamedRequest, PermittedTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";
import { readerLocale } from "../../frame/reader-locale.ts";
import { snoozeLine } from "../../views/snooze.ts";

type Opened = Extract<FormDecision, { kind: "open" }>;

/** `/customer acme snooze 2w`: snoozes at once; without a time it asks for one. */
export async function snoozeByCommand(
  customerId: number,
  tools: PermittedTools,
  { request, rest }: NamedRequest,
): Promise<void> {
  const { flows, answer, clock, reader } = tools;
  const opened = await flows.openForm({ customerId, shownAt: clock() });
  if (opened.kind !== "open") return answer.privately(noticeOf("notice.gone", readerLocale(reader)));
  if (rest === null) return askUntilWhen(opened, request, tools);
  await snoozeUntil(rest, opened, tools);
}

async function snoozeUntil(typed: string, opened: Opened, tools: PermittedTools): Promise<void> {
  const { flows, answer, clock, reader } = tools;
  const { timeZone, slackUserId: memberId } = reader;
  const locale = readerLocale(reader);
  const say = sayIn(locale);
  const today = localTime(clock(), timeZone).day;
  const untilDay = snoozeDay(typed, today);
  const problem = snoozeDayProblem(untilDay, today);
  if (untilDay === null) {
    const examples = { typed: escapeMrkdwn(typed, 100), example: addDays(today, 14) };
    return answer.privately(noticeOf("snooze.typed.unknown", locale, examples));
  }
  if (problem !== null) return answer.privately(noticeOf(`snooze.form.${problem}`, locale));
  const { customer, snooze } = opened;
  // What ran before is told, so it is seen.
  const asked = { customerId: customer.id, memberId, untilDay, timeZone, seenAt: opened.now };
  const result = await flows.snoozeCustomer(asked);
  const reading = { now: clock(), timeZone, locale };
  const line = { customer: escapeMrkdwn(customer.name, 150), done: snoozeLine(result, reading) };
  if (result.kind !== "snoozed") return answer.privately(notice(say("snooze.typed", line)));
  if (snooze === null) {
    const told = say("snooze.typed", line);
    return answer.privately(withEndSnooze(told, customer.id, reading, "snooze.undo"));
  }
  const { by, byName, until } = snooze;
  const who = by === memberId ? "you" : byName === null ? "someone" : "named";
  const before = {
    who,
    name: escapeMrkdwn(byName ?? "", 150),
    until: shortDate(until, timeZone, reading.now, locale),
  };
  await answer.privately(
    withEndSnooze(say("snooze.typed.before", { ...line, ...before }), customer.id, reading),
  );
}

/** A message, unlike a command, can open no form. */
async function askUntilWhen(
  { customer, snooze, now }: Opened,
  { triggerId, responseUrl, channelId }: CommandRequest,
  { slack, answer, reader }: PermittedTools,
): Promise<void> {
  if (triggerId === null) {
    const example = addDays(localTime(now, reader.timeZone).day, 14);
    return answer.privately(noticeOf("snooze.typed.no-form", readerLocale(reader), { example }));
  }
  const metadata = encodeMetadata({
    ...{ customerId: customer.id, suggestionKey: null, responseUrl, channelId, openedAt: now.getTime() },
    ...{ isCard: false, isSeenByAll: false, sharedBy: null },
  });
  const { name: customerName, renewsOn } = customer;
  const asked = { customerName, renewsOn, snooze, metadata, now, readerId: reader.slackUserId };
  await slack.openModal(triggerId, snoozeForm({ ...asked, ...asReadBy(reader) }));
}
