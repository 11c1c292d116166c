import type { Day } from "../../../domain/calendar.ts";
import type { CustomerMatch } from "../../../domain/customers/customer-search.ts";
import type { Settlement } from "../../../domain/customers/settlement.ts";
import type { ChannelSetting } from "../../../domain/messages/channel-setting.ts";
import type { Phrase } from "../../../domain/phrase.ts";
import { quotedText, sentences } from "../../../words/joined.ts";
import { type Locale, numbersOf } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { actions, button, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn, plainLine } from "../escape.ts";
import { choiceBlocks, choiceText } from "../outreach/choice.ts";
import { ago, shortDate, shortDay } from "../words.ts";

/** A sentence or two of our own mrkdwn. */
export function notice(text: string): SlackMessage {
  return { blocks: [section(text)], text };
}

/** The same by its code. */
export function noticeOf(code: string, locale: Locale, parameters?: Phrase["parameters"]): SlackMessage {
  return notice(sayIn(locale)(code, parameters));
}

const QUOTED_LENGTH = 100;
/** What someone typed, repeated to them. */
export function quoted(typed: string, locale: Locale): string {
  return quotedText(escapeMrkdwn(typed, QUOTED_LENGTH), sayIn(locale));
}

/** When and in which language an answer is read. */
export type AnswerReading = { readonly now: Date; readonly locale: Locale };

/** Several customers fit: the reader chooses. */
export function choiceMessage(
  typed: string,
  matches: readonly CustomerMatch[],
  more: boolean,
  reading: AnswerReading,
): SlackMessage {
  const { locale } = reading;
  const code = more ? "look-up.which-of-more" : "look-up.which";
  const text = sayIn(locale)(code, { typed: quoted(typed, locale), shown: matches.length });
  return asked(text, matches, reading);
}

/** No customer fits. @param command what may have been meant instead */
export function nobodyFound(
  typed: string,
  nearest: readonly CustomerMatch[],
  reading: AnswerReading,
  command: string | null = null,
): SlackMessage {
  const { locale } = reading;
  const code = nearest.length === 0 ? "look-up.nobody" : "look-up.nobody-but-near";
  const text = sayIn(locale)(code, { typed: quoted(typed, locale) });
  return orCommand(asked(text, nearest, reading), command, locale);
}

/** A sentence and the customers to choose from, if there are any. */
function asked(text: string, matches: readonly CustomerMatch[], reading: AnswerReading): SlackMessage {
  if (matches.length === 0) return notice(text);
  return {
    blocks: [section(text), ...choiceBlocks(matches, reading)],
    text: sentences([text, choiceText(matches, reading.locale)], sayIn(reading.locale)),
  };
}

/** The message, and below it the command that was probably meant. */
export function orCommand(message: SlackMessage, command: string | null, locale: Locale): SlackMessage {
  if (command === null) return message;
  const meant = commandOffered("look-up.command-meant", command, locale);
  return {
    blocks: [...message.blocks, ...meant.blocks],
    text: sentences([message.text, meant.text], sayIn(locale)),
  };
}

/** A command that its reader may want, as text to type and as a button. @param code takes the command as `command` */
export function commandOffered(code: string, command: string, locale: Locale): SlackMessage {
  const say = sayIn(locale);
  const typed = escapeMrkdwn(command, QUOTED_LENGTH);
  const text = say(code, { command: `\`/customer ${typed}\`` });
  const label = say("look-up.do-command", { command: `/customer ${plainLine(command, 40)}` });
  return { blocks: [section(text), actions("command_offered", [button(ACTION.ask, label, command)])], text };
}

/** "Ana logged a touch 5 min ago." */
export function settledSentence(
  settlement: Settlement,
  reader: string,
  { now, locale }: AnswerReading,
): string {
  const { by, byName, at } = settlement;
  return sayIn(locale)(`settled.${deed(settlement)}`, {
    who: by === reader ? "you" : byName === null ? "someone" : "named",
    name: escapeMrkdwn(byName ?? "", 200),
    ago: ago(at, now, locale),
  });
}

function deed({ action, status }: Settlement): string {
  if (action === "touch.logged") return "touch-logged";
  if (action === "customer.snoozed") return "snoozed";
  if (status === "handed_over") return "handed-over";
  return status === "not_useful" ? "not-useful" : "reached-out";
}

/** After "Reached out": what came of it is worth a line, and counts into what the customer costs. */
export function offerTouch(customerId: number, { now, locale }: AnswerReading): SlackMessage {
  const say = sayIn(locale);
  const text = say("settled.offer-touch");
  const value = encodeButton({ customerId, suggestionKey: null, shownAt: now });
  return {
    blocks: [section(text), actions("offer_touch", [button(ACTION.logTouch, say("touch.log"), value)])],
    text,
  };
}

/** After an answer to a nudge of another day: the contact belongs to the day it was on. */
export function tooOldNudge(
  { customerId, createdAt }: { readonly customerId: number; readonly createdAt: Date },
  { now, locale, timeZone }: ZonedReading,
): SlackMessage {
  const say = sayIn(locale);
  const text = say("nudge.too-old", { day: shortDate(createdAt, timeZone, now, locale) });
  const value = encodeButton({ customerId, suggestionKey: null, shownAt: now });
  return {
    blocks: [section(text), actions("offer_touch", [button(ACTION.logTouch, say("touch.log"), value)])],
    text,
  };
}

/** What a channel gets from now on, and what stands in the way. */
export function channelSetMessage(
  setting: ChannelSetting,
  botIsMember: boolean,
  locale: Locale,
  isPosting = true,
): string {
  const say = sayIn(locale);
  const topics = [
    ...(setting.digest ? [say("channel.topic.digest")] : []),
    ...(setting.costSummary ? [say("channel.topic.costs")] : []),
    ...(setting.alerts ? [say("channel.topic.alerts")] : []),
    ...(setting.postMortems ? [say("channel.topic.post-mortems")] : []),
    ...(setting.escalations ? [say("channel.topic.escalations")] : []),
    ...(setting.nudges ? [say("channel.topic.nudges")] : []),
  ];
  if (topics.length === 0) return say("channel.gets-nothing");
  const listed = new Intl.ListFormat(numbersOf(locale)).format(topics);
  const told = [
    say("channel.gets", { topics: listed }),
    ...(setting.digest || setting.costSummary ? [say("channel.shows-money")] : []),
    ...(botIsMember ? [] : [say("channel.invite-me")]),
    ...(isPosting ? [] : [say("setup.not-posting")]),
  ];
  return sentences(told, say);
}

type ZonedReading = AnswerReading & { readonly timeZone: string };

/** @param passesRenewalOn the renewal that the snooze sleeps through */
export function snoozedNotice(
  { until, passesRenewalOn }: { readonly until: Date; readonly passesRenewalOn: Day | null },
  { now, timeZone, locale }: ZonedReading,
): string {
  const shown = { until: shortDate(until, timeZone, now, locale) };
  const say = sayIn(locale);
  if (passesRenewalOn === null) return say("snooze.done", shown);
  return say("snooze.done.past-renewal", { ...shown, day: shortDay(passesRenewalOn, now, locale) });
}

/** Somebody else was faster; what they chose stands. */
export function snoozedMeanwhile(
  { until, byName }: { readonly until: Date; readonly byName: string | null },
  { now, timeZone, locale }: ZonedReading,
): string {
  return sayIn(locale)("snooze.meanwhile", {
    who: byName === null ? "someone" : "named",
    name: escapeMrkdwn(byName ?? "", 200),
    until: shortDate(until, timeZone, now, locale),
  });
}

/** A line with the button that ends the snooze it speaks of. @param code what stands on the button */
export function withEndSnooze(
  line: string,
  customerId: number,
  { now, locale }: AnswerReading,
  code = "card.end-snooze",
): SlackMessage {
  const value = encodeButton({ customerId, suggestionKey: null, shownAt: now });
  const end = button(ACTION.endSnooze, sayIn(locale)(code), value);
  return { blocks: [section(line), actions("end_snooze", [end])], text: line };
}
