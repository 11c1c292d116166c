import type {
  AccountChannel,
  AccountChannelNoteMessage,
  AccountNoticeMessage,
} from "../../../domain/messages/account-channel.ts";
import { MOVED_WITHIN_DAYS } from "../../../domain/risk/moved-within.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, actions, button, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn, plainLine } from "../escape.ts";
import { percentPhrase } from "../risk/risk-words.ts";
import { spoken } from "../spoken.ts";

const NAME_LENGTH = 150;
const TEXT_LENGTH = 500;

/** As Slack shows it by its name, whatever that is by then. */
export const channelText = (channelId: string): string => `<#${plainLine(channelId, 30)}>`;

/** What concerns a customer, in their channel: without amounts, for everyone there. */
export function accountNoticeMessage(message: AccountNoticeMessage, locale: Locale): SlackMessage {
  const { customerId, name, createdAt } = message;
  const say = sayIn(locale);
  const lines = [...movedLines(message, say, locale), ...dueLines(message, say, locale)];
  const value = encodeButton({ customerId, suggestionKey: null, shownAt: new Date(createdAt) });
  const row = [
    button(ACTION.nudgeCard, say("nudge.card"), value),
    button(ACTION.logTouch, say("touch.log"), value),
  ];
  return {
    text: spoken([`${escapeMrkdwn(name, NAME_LENGTH)}`, ...lines], locale),
    blocks: [
      header(name),
      section(lines.join("\n")),
      actions(
        "account_notice",
        row.map((one) => about(name, one)),
      ),
    ],
  };
}

function movedLines({ moved }: AccountNoticeMessage, say: Say, locale: Locale): string[] {
  if (moved === null) return [];
  const { before, now, reason } = moved;
  const told = { before: percentPhrase(before), now: percentPhrase(now), days: MOVED_WITHIN_DAYS };
  if (reason === null) return [say("account-notice.moved", told)];
  const because = escapeMrkdwn(textOf(reason, locale), TEXT_LENGTH);
  return [say("account-notice.moved.because", { ...told, reason: because })];
}

function dueLines({ due }: AccountNoticeMessage, say: Say, locale: Locale): string[] {
  if (due === null) return [];
  const action = escapeMrkdwn(textOf(due.action, locale), TEXT_LENGTH);
  return [say("account-notice.due", { action }), escapeMrkdwn(textOf(due.reason, locale), TEXT_LENGTH)];
}

/** Tells whose customer it is that nothing more is said in their channel, and how that is mended. */
export function accountChannelNote(message: AccountChannelNoteMessage, locale: Locale): SlackMessage {
  const { channelId, customerId, name, because, at } = message;
  const say = sayIn(locale);
  const customer = escapeMrkdwn(name, NAME_LENGTH);
  const text = [
    say("account-channel.stopped", { channel: channelText(channelId), name: customer, because }),
    say("account-channel.stopped.next", { name: customer }),
  ].join("\n");
  const value = encodeButton({ customerId, suggestionKey: null, shownAt: new Date(at) });
  const row = [
    button(ACTION.accountNoticesOn, say("account-channel.button.on"), value),
    button(ACTION.accountUnlink, say("account-channel.button.unlink"), value),
  ];
  return { text, blocks: [section(text), accountActions(name, row)] };
}

/** Whether something is said in a customer's channel, and what can be changed about it by whoever reads this. */
export function accountChannelMessage(
  shown: {
    readonly customerId: number;
    readonly name: string;
    /** What is said first. */
    readonly lines: readonly string[];
    /** Null: there is nothing to change, or it is not theirs to do. */
    readonly change: Pick<AccountChannel, "notices"> | null;
    readonly shownAt: Date;
  },
  locale: Locale,
): SlackMessage {
  const { customerId, name, lines, change, shownAt } = shown;
  const say = sayIn(locale);
  const text = lines.join("\n");
  if (change === null) return { text, blocks: [section(text)] };
  const value = encodeButton({ customerId, suggestionKey: null, shownAt });
  const notices = change.notices
    ? button(ACTION.accountNoticesOff, say("account-channel.button.off"), value)
    : button(ACTION.accountNoticesOn, say("account-channel.button.on"), value);
  const unlink = button(ACTION.accountUnlink, say("account-channel.button.unlink"), value);
  return { text, blocks: [section(text), accountActions(name, [notices, unlink])] };
}

const accountActions = (name: string, row: ReadonlyArray<ReturnType<typeof button>>) =>
  actions(
    "account_channel",
    row.map((one) => about(name, one)),
  );
