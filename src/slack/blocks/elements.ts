import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  MrkdwnElement,
  PlainTextElement,
  SectionBlock,
  StaticSelect,
} from "@slack/types";
import type { MessageBlock } from "./chart.ts";
import { escapeMrkdwn, plainLine } from "./escape.ts";

/** A message ready to be sent; `text` is what notifications and screen readers get. */
export type SlackMessage = { readonly blocks: MessageBlock[]; readonly text: string };

const SECTION_LENGTH = 3000;
const FIELD_LENGTH = 2000;
const HEADER_LENGTH = 150;
const BUTTON_LENGTH = 75;
const SPOKEN_LENGTH = 75;
const PLACEHOLDER_LENGTH = 150;
const OPTION_LENGTH = 75;
const OPTION_VALUE_LENGTH = 150;
const MOST_OPTIONS = 100;
const CONFIRM_TITLE_LENGTH = 100;
const CONFIRM_TEXT_LENGTH = 300;
const CONFIRM_BUTTON_LENGTH = 30;

/** Text from outside, shown as it is: no mrkdwn, no emoji. */
export function plain(text: string, maxLength: number): PlainTextElement {
  return { type: "plain_text", text: plainLine(text, maxLength) || "–", emoji: false };
}

/** Our own mrkdwn; text from outside in it must have gone through `escapeMrkdwn`. Links form only where we write them. */
export function mrkdwn(text: string): MrkdwnElement {
  return { type: "mrkdwn", text, verbatim: true };
}

export function header(text: string): HeaderBlock {
  return { type: "header", text: plain(text, HEADER_LENGTH) };
}

export function section(text: string): SectionBlock {
  return { type: "section", text: mrkdwn(cutLines(text, SECTION_LENGTH)) };
}

/** Two columns of label and value; `value` is mrkdwn of our own. At most ten. */
export function fields(pairs: ReadonlyArray<readonly [label: string, value: string]>): SectionBlock {
  return {
    type: "section",
    fields: pairs.map(([label, value]) => mrkdwn(cutLines(`*${label}*\n${value}`, FIELD_LENGTH))),
  };
}

export function context(text: string): ContextBlock {
  return { type: "context", elements: [mrkdwn(cutLines(text, SECTION_LENGTH))] };
}

export function button(actionId: string, label: string, value: string, style?: "primary"): Button {
  const plainButton: Button = {
    type: "button",
    action_id: actionId,
    text: plain(label, BUTTON_LENGTH),
    value,
  };
  return style === undefined ? plainButton : { ...plainButton, style };
}

/**
 * A button as a screen reader says it, with the customer it is about: "Snooze: Acme". Buttons of a list look alike
 * otherwise. A long name is cut, the button's own words never are.
 */
export function about<B extends Pick<Button, "text">>(customer: string, shown: B): B {
  return { ...shown, accessibility_label: plainLine(`${shown.text.text}: ${customer}`, SPOKEN_LENGTH) };
}

/** A list of at most `MOST_OPTIONS` to choose from; what is too long to be an option is left out. @param chosen the value that is chosen already */
export function select(
  actionId: string,
  label: string,
  options: ReadonlyArray<{ readonly label: string; readonly value: string }>,
  chosen: string | null = null,
): StaticSelect {
  const shown = options
    .filter(({ value }) => value.length <= OPTION_VALUE_LENGTH)
    .slice(0, MOST_OPTIONS)
    .map(({ label: text, value }) => ({ text: plain(text, OPTION_LENGTH), value }));
  const initial = shown.find(({ value }) => value === chosen);
  return {
    type: "static_select",
    action_id: actionId,
    placeholder: plain(label, PLACEHOLDER_LENGTH),
    options: shown,
    ...(initial && { initial_option: initial }),
  };
}

/** What a button asks before it does something that is not easily undone. */
export type Confirmation = {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly deny: string;
};

/** A button that asks first. */
export function asking(shown: Button, { title, text, confirm, deny }: Confirmation): Button {
  return {
    ...shown,
    confirm: {
      title: plain(title, CONFIRM_TITLE_LENGTH),
      text: plain(text, CONFIRM_TEXT_LENGTH),
      confirm: plain(confirm, CONFIRM_BUTTON_LENGTH),
      deny: plain(deny, CONFIRM_BUTTON_LENGTH),
    },
  };
}

export function actions(blockId: string, elements: (Button | StaticSelect)[]): ActionsBlock {
  return { type: "actions", block_id: blockId, elements };
}

/** Lines of mrkdwn, as many whole ones as fit. */
function cutLines(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const lines = text.split("\n");
  while (lines.length > 1 && lines.join("\n").length + 2 > maxLength) lines.pop();
  const kept = lines.join("\n");
  return kept.length + 2 <= maxLength ? `${kept}\n…` : escapeMrkdwn(kept, maxLength);
}
