import type { ActionsBlock, Button, KnownBlock } from "@slack/types";
import type { NudgeItem, NudgeMessage } from "../../domain/messages.ts";
import { ACTION } from "../ids.ts";
import { encodeButton } from "./button-value.ts";
import { escapeMrkdwn, plainLine } from "./escape.ts";
import { basisLine, context, counted, percentOf, section } from "./report-parts.ts";

const NAME_LENGTH = 150;
const SENTENCE_LENGTH = 500;
/** Two blocks each, within Slack's 50 a message and some 13,000 characters. */
const MOST_ITEMS = 8;

/** A member's customers who need them today, each with a reason, one action, and three ways to answer. */
export function nudgeBlocks(message: NudgeMessage): KnownBlock[] {
  const shown = message.items.slice(0, MOST_ITEMS);
  const more = message.overBudget + message.items.length - shown.length;
  return [
    { type: "header", text: { type: "plain_text", text: title(message) } },
    ...shown.flatMap((item) => [section(itemText(item)), itemActions(item, message.createdAt)]),
    context(basisLine(message.basis), ...(more > 0 ? [moreLine(more)] : [])),
  ];
}

/** The same for notifications and screen readers. */
export function nudgeText(message: NudgeMessage): string {
  const names = message.items.slice(0, MOST_ITEMS).map(({ name }) => escapeMrkdwn(name, NAME_LENGTH));
  return `${title(message)}: ${names.join(", ")}`;
}

const title = ({ items }: NudgeMessage) => `${counted(items.length, "customer")} to contact today`;

const moreLine = (count: number) =>
  `${counted(count, "more customer")} at high risk: held back, so that a day stays doable.`;

function itemText({ name, probability, reason, action }: NudgeItem): string {
  return [
    `*${escapeMrkdwn(name, NAME_LENGTH)}* · ${percentOf(probability)} risk of leaving`,
    `Why: ${escapeMrkdwn(reason, SENTENCE_LENGTH)}`,
    `Next: ${escapeMrkdwn(action, SENTENCE_LENGTH)}`,
  ].join("\n");
}

function itemActions(item: NudgeItem, createdAt: string): ActionsBlock {
  const { customerId, suggestionKey } = item;
  const value = encodeButton({ customerId, suggestionKey, shownAt: new Date(createdAt) });
  const button = (actionId: string, text: string): Button => ({
    type: "button",
    action_id: actionId,
    text: { type: "plain_text", text },
    accessibility_label: plainLine(`${text}: ${item.name}`, 75),
    value,
  });
  return {
    type: "actions",
    block_id: suggestionKey,
    elements: [
      { ...button(ACTION.nudgeReachedOut, "Reached out"), style: "primary" },
      button(ACTION.nudgeSnooze, "Snooze"),
      button(ACTION.nudgeNotUseful, "Not useful"),
    ],
  };
}
