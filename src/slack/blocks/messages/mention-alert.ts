import type { MentionAlertMessage } from "../../../domain/messages/mention-alert.ts";
import { ESCALATE_AFTER_DAYS } from "../../../domain/outreach/mentions.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { actions, button, context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { mentionLines } from "../outreach/mentions.ts";

const SPOKEN_LENGTH = 120;

/** Complaints nobody answered, and the way to the list, where they can be settled. */
export function mentionAlertMessage(message: MentionAlertMessage, locale: Locale): SlackMessage {
  const { stage, items, more, createdAt } = message;
  const say = sayIn(locale);
  const title = say(`mention-alert.title.${stage}`, {
    mentions: items.length + more,
    days: ESCALATE_AFTER_DAYS,
  });
  const now = new Date(createdAt);
  const rows = items.map((item) =>
    section(mentionLines({ ...item, at: new Date(item.at) }, { now, locale })),
  );
  const first = items[0] === undefined ? "" : escapeMrkdwn(items[0].text, SPOKEN_LENGTH);
  return {
    text: say("mention-alert.text", { title, first }),
    blocks: [
      header(title),
      ...rows,
      ...(more === 0 ? [] : [section(say("mention-alert.more", { mentions: more }))]),
      actions("mention_alert", [button(ACTION.ask, say("mention-alert.open"), "mentions")]),
      context(say("mention-alert.what-to-do")),
    ],
  };
}
