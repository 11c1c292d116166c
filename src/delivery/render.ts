import type { Message } from "../domain/messages/messages.ts";
import type { MessageBlock } from "../slack/blocks/chart.ts";
import { costSummaryBlocks, costSummaryText } from "../slack/blocks/messages/cost-summary.ts";
import { digestBlocks, digestText } from "../slack/blocks/messages/digest.ts";
import { jobAlertBlocks, jobAlertText } from "../slack/blocks/messages/job-alert.ts";
import { modelAlertBlocks, modelAlertText } from "../slack/blocks/messages/model-alert.ts";
import { nudgeBlocks, nudgeText } from "../slack/blocks/messages/nudge.ts";
import type { Locale } from "../words/locale.ts";

/** `text` is what notifications and screen readers get. */
export type Rendered = { readonly text: string; readonly blocks: readonly MessageBlock[] };

/** A message as Slack takes it, in its reader's language. A new kind is one line here. */
export function render(message: Message, locale: Locale): Rendered {
  switch (message.kind) {
    case "nudge":
      return { text: nudgeText(message, locale), blocks: nudgeBlocks(message, locale) };
    case "digest":
      return { text: digestText(message, locale), blocks: digestBlocks(message, locale) };
    case "cost-summary":
      return { text: costSummaryText(message, locale), blocks: costSummaryBlocks(message, locale) };
    case "model-alert":
      return { text: modelAlertText(message, locale), blocks: modelAlertBlocks(message, locale) };
    case "job-alert":
      return { text: jobAlertText(message, locale), blocks: jobAlertBlocks(message, locale) };
  }
}
