import type { Message } from "../domain/messages/messages.ts";
import type { NudgeAnswer } from "../domain/outreach/nudge-answer.ts";
import type { MessageBlock } from "../slack/blocks/chart.ts";
import { accountChannelNote, accountNoticeMessage } from "../slack/blocks/messages/account-channel.ts";
import { channelNudgeMessage } from "../slack/blocks/messages/channel-nudge.ts";
import { costSummaryBlocks, costSummaryText } from "../slack/blocks/messages/cost-summary.ts";
import { digestBlocks, digestText } from "../slack/blocks/messages/digest.ts";
import { duplicatesAlert } from "../slack/blocks/messages/duplicates.ts";
import { feedbackNoteMessage } from "../slack/blocks/messages/feedback-note.ts";
import { givenUpAlert, givenUpNote } from "../slack/blocks/messages/given-up.ts";
import { escalationMessage, handoverNoteMessage } from "../slack/blocks/messages/handover.ts";
import { jobAlertBlocks, jobAlertText } from "../slack/blocks/messages/job-alert.ts";
import { mentionAlertMessage } from "../slack/blocks/messages/mention-alert.ts";
import { modelAlertBlocks, modelAlertText } from "../slack/blocks/messages/model-alert.ts";
import { nudgeMessage } from "../slack/blocks/messages/nudge.ts";
import { overrideNoteMessage, overrideScoreMessage } from "../slack/blocks/messages/override-notes.ts";
import {
  postMortemDetailsMessage,
  postMortemListMessage,
  postMortemMessage,
  postMortemNoteMessage,
} from "../slack/blocks/messages/post-mortem.ts";
import { setupMessage } from "../slack/blocks/messages/setup.ts";
import { snoozeNoteMessage } from "../slack/blocks/messages/snooze-note.ts";
import { undeliveredAlertBlocks, undeliveredAlertText } from "../slack/blocks/messages/undelivered-alert.ts";
import type { Locale } from "../words/locale.ts";

/** `text` is what notifications and screen readers get. */
export type Rendered = { readonly text: string; readonly blocks: readonly MessageBlock[] };

/**
 * A message as Slack takes it, in its reader's language. A new kind is one line here.
 * @param answers what became of a nudge so far
 */
export function render(message: Message, locale: Locale, answers: readonly NudgeAnswer[] = []): Rendered {
  switch (message.kind) {
    case "nudge":
      return nudgeMessage(message, locale, answers);
    case "channel-nudge":
      return channelNudgeMessage(message, locale, answers);
    case "snooze-note":
      return snoozeNoteMessage(message, locale);
    case "account-notice":
      return accountNoticeMessage(message, locale);
    case "account-channel-note":
      return accountChannelNote(message, locale);
    case "escalation":
      return escalationMessage(message, locale, answers);
    case "handover-note":
      return handoverNoteMessage(message, locale);
    case "override-note":
      return overrideNoteMessage(message, locale);
    case "override-score":
      return overrideScoreMessage(message, locale);
    case "feedback-note":
    case "feedback-alert":
      return feedbackNoteMessage(message, locale);
    case "mention-alert":
      return mentionAlertMessage(message, locale);
    case "digest":
      return { text: digestText(message, locale), blocks: digestBlocks(message, locale) };
    case "cost-summary":
      return { text: costSummaryText(message, locale), blocks: costSummaryBlocks(message, locale) };
    case "model-alert":
      return { text: modelAlertText(message, locale), blocks: modelAlertBlocks(message, locale) };
    case "undelivered-alert":
      return { text: undeliveredAlertText(message, locale), blocks: undeliveredAlertBlocks(message, locale) };
    case "duplicates":
      return duplicatesAlert(message, locale);
    case "post-mortem":
      return postMortemMessage(message, locale);
    case "post-mortem-details":
      return postMortemDetailsMessage(message, locale);
    case "post-mortem-list":
      return postMortemListMessage(message, locale);
    case "post-mortem-note":
      return postMortemNoteMessage(message, locale);
    case "given-up-note":
      return givenUpNote(message, locale);
    case "given-up-alert":
      return givenUpAlert(message, locale);
    case "setup":
      return setupMessage(message.state, locale);
    case "job-alert":
      return { text: jobAlertText(message, locale), blocks: jobAlertBlocks(message, locale) };
  }
}
