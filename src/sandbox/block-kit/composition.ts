import {
  array,
  type Bounds,
  boolean,
  byType,
  type Check,
  exactlyOne,
  NO_PROBLEMS,
  object,
  oneOf,
  problem,
  string,
} from "./checks.ts";
import { LIMITS } from "./limits.ts";

/** Text is 1 to 3,000 characters wherever no tighter bound is named. */
const bounded = (bounds: Bounds): Bounds => ({ ...LIMITS.text, ...bounds });

export const plainText = (bounds: Bounds = {}): Check =>
  byType({ plain_text: object({ text: string(bounded(bounds)) }, { emoji: boolean }) });

export const mrkdwnText = (bounds: Bounds = {}): Check =>
  byType({ mrkdwn: object({ text: string(bounded(bounds)) }, { verbatim: boolean }) });

export const anyText =
  (bounds: Bounds = {}): Check =>
  (value, pointer) =>
    byType({
      plain_text: object({ text: string(bounded(bounds)) }, { emoji: boolean }),
      mrkdwn: object({ text: string(bounded(bounds)) }, { verbatim: boolean }),
    })(value, pointer);

export const actionId = string({ min_length: 1, ...LIMITS.action_id });
export const blockId = string({ min_length: 1, ...LIMITS.block_id });

export const confirmation = object(
  {
    title: plainText(LIMITS.confirmation.title),
    text: anyText(LIMITS.confirmation.text),
    confirm: plainText(LIMITS.confirmation.confirm),
    deny: plainText(LIMITS.confirmation.deny),
  },
  { style: oneOf("primary", "danger") },
);

const optionOf = (text: (bounds: Bounds) => Check, more: Record<string, Check> = {}): Check =>
  object(
    { text: text(LIMITS.option.text), value: string({ min_length: 1, ...LIMITS.option.value }) },
    { description: text(LIMITS.option.description), ...more },
  );

/** Menus take plain text only. */
export const option = optionOf(plainText);
/** Checkboxes and radio buttons take mrkdwn too. */
export const richOption = optionOf(anyText);
/** An overflow menu's options may be links. */
export const linkOption = optionOf(plainText, { url: string(LIMITS.option.url) });

export const optionGroup = object({
  label: plainText(LIMITS.option_group.label),
  options: array(option, LIMITS.option_group.options),
});

export const conversationFilter = object(
  {},
  {
    include: array(oneOf("im", "mpim", "private", "public"), { min_items: 1 }),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
);

export const dispatchActionConfiguration = object(
  {},
  { trigger_actions_on: array(oneOf("on_enter_pressed", "on_character_entered"), { min_items: 1 }) },
);

export const workflow = object({
  trigger: object(
    { url: string({ min_length: 1 }) },
    { customizable_input_parameters: array(object({ name: string(), value: string() })) },
  ),
});

const slackFile = object({}, { id: string(), url: string() }, exactlyOne(["id", "url"]));

/** What an image needs besides its type, as a block or an element. */
export const imageFields = {
  required: { alt_text: string(LIMITS.image.alt_text) },
  optional: { image_url: string({ min_length: 1, ...LIMITS.image.image_url }), slack_file: slackFile },
  source: exactlyOne(["image_url", "slack_file"]),
} as const;

export const imageElement = byType({
  image: object(imageFields.required, imageFields.optional, imageFields.source),
});

export const httpsUrl: Check = (value, pointer) =>
  typeof value === "string" && value.startsWith("https://")
    ? NO_PROBLEMS
    : problem("must be a valid https URL", pointer);
