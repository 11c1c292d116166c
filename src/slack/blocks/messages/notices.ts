import type { CustomerMatch } from "../../../domain/customers/customer-search.ts";
import type { Settlement } from "../../../domain/customers/settlement.ts";
import type { ChannelSetting } from "../../../domain/messages/channel-setting.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { actions, button, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn, plainLine } from "../escape.ts";
import { ago, shortDate } from "../words.ts";

/** A sentence or two of our own mrkdwn. */
export function notice(text: string): SlackMessage {
  return { blocks: [section(text)], text };
}

const QUOTED_LENGTH = 100;
/** What someone typed, repeated to them. */
export function quoted(typed: string): string {
  return `“${escapeMrkdwn(typed, QUOTED_LENGTH)}”`;
}

/** Several customers fit: the reader chooses. */
export function choiceMessage(
  typed: string,
  matches: readonly CustomerMatch[],
  more: boolean,
  now: Date,
): SlackMessage {
  const narrow = more ? ` These are the first ${matches.length}; add a word to narrow it down.` : "";
  const text = `Which customer do you mean by ${quoted(typed)}?${narrow}`;
  return { blocks: [section(text), choices(matches, now)], text };
}

/** No customer fits. */
export function nobodyFound(typed: string, nearest: readonly CustomerMatch[], now: Date): SlackMessage {
  const sorry = `I know no customer ${quoted(typed)}.`;
  if (nearest.length === 0) {
    return notice(
      `${sorry} Try part of the name, the domain or the customer number; \`/customer help\` shows how.`,
    );
  }
  const text = `${sorry} These come nearest:`;
  return { blocks: [section(text), choices(nearest, now)], text };
}

function choices(matches: readonly CustomerMatch[], now: Date) {
  const buttons = matches.map((match, place) =>
    button(
      `${ACTION.choose}:${place}`,
      `${plainLine(match.name, 45)} (${plainLine(match.domain ?? match.externalId, 25)})`,
      encodeButton({ customerId: match.id, suggestionKey: null, shownAt: now }),
    ),
  );
  return actions("customer_choice", buttons);
}

/** "Ana logged a touch 5 min ago." */
export function settledSentence(settlement: Settlement, reader: string, now: Date): string {
  const someone = settlement.byName === null ? "Someone" : escapeMrkdwn(settlement.byName, 200);
  const who = settlement.by === reader ? "You" : someone;
  return `${who} ${deed(settlement)} ${ago(settlement.at, now)}.`;
}

function deed({ action, status }: Settlement): string {
  if (action === "touch.logged") return "logged a touch";
  if (action === "customer.snoozed") return "snoozed this customer";
  return status === "not_useful" ? "marked this as not useful" : "reached out to this customer";
}

/** After "Reached out": what came of it is worth a line, and counts into what the customer costs. */
export function offerTouch(customerId: number, now: Date): SlackMessage {
  const text = "Noted. Log a touch to say how it went and how long it took.";
  const value = encodeButton({ customerId, suggestionKey: null, shownAt: now });
  return {
    blocks: [section(text), actions("offer_touch", [button(ACTION.logTouch, "Log a touch", value)])],
    text,
  };
}

/** Why money is not shown, by the flows' name for it. */
export const MONEY_REFUSED = {
  "not-allowed":
    "What all customers cost and are worth is for managers and operations. `/customer` with a name shows your own accounts, and `/customer acme cost` what one costs.",
  "shared-channel":
    "Another organisation reads this channel, and I show no money there. Ask me in a direct message or an internal channel.",
} as const;

export const GONE = "This customer is no longer in the file. Look it up again with `/customer` and its name.";
export const TOO_LONG =
  "That is too long for a customer's name. Type a part of the name, the domain or the number.";

export function channelSetMessage(setting: ChannelSetting, botIsMember: boolean): string {
  const topics = [
    ...(setting.digest ? ["the weekly digest"] : []),
    ...(setting.costSummary ? ["the monthly cost summary"] : []),
    ...(setting.alerts ? ["alerts about the model and about jobs that fail"] : []),
  ];
  const gets = topics.length === 0 ? "nothing from me any more" : new Intl.ListFormat("en").format(topics);
  const invite =
    botIsMember || topics.length === 0
      ? ""
      : " I am not in this channel yet: invite me, or nothing can be posted.";
  const money =
    setting.shared && setting.digest ? " Money is left out, because other organisations read here." : "";
  return `This channel now gets ${gets}.${money}${invite}`;
}

export function snoozedNotice(until: Date, timeZone: string, now: Date): string {
  return `Snoozed until ${shortDate(until, timeZone, now)}.`;
}
