import {
  array,
  boolean,
  byType,
  type Check,
  exactlyOne,
  type Fields,
  isObject,
  matching,
  NO_PROBLEMS,
  number,
  object,
  oneOf,
  problem,
  string,
} from "./checks.ts";
import {
  actionId,
  confirmation,
  conversationFilter,
  dispatchActionConfiguration,
  imageElement,
  linkOption,
  option,
  optionGroup,
  plainText,
  richOption,
  workflow,
} from "./composition.ts";
import { LIMITS } from "./limits.ts";
import { richTextPiece } from "./rich-text.ts";

const id: Fields = { action_id: actionId };
const confirmed: Fields = { ...id, confirm: confirmation };
const placeheld: Fields = { placeholder: plainText(LIMITS.select.placeholder), focus_on_load: boolean };
const typed: Fields = { ...id, ...placeheld, dispatch_action_config: dispatchActionConfiguration };
const menu: Fields = { ...confirmed, ...placeheld };
const several: Fields = { max_selected_items: number({ integer: true, min: 1 }) };
const ids = array(string({ min_length: 1 }));

const staticSource: Fields = {
  options: array(option, { min_items: 1, ...LIMITS.select.options }),
  option_groups: array(optionGroup, { min_items: 1, ...LIMITS.select.option_groups }),
};
const staticChoice = exactlyOne(["options", "option_groups"]);
const external: Fields = { min_query_length: number({ integer: true, min: 0 }) };
const conversations: Fields = { default_to_current_conversation: boolean, filter: conversationFilter };
const answering: Fields = { response_url_enabled: boolean };

const button: Check = object(
  { text: plainText(LIMITS.button.text) },
  {
    ...confirmed,
    url: string(LIMITS.button.url),
    value: string(LIMITS.button.value),
    style: oneOf("primary", "danger"),
    accessibility_label: string(LIMITS.button.accessibility_label),
  },
);

const feedbackButton = object(
  {
    text: plainText(LIMITS.feedback_button.text),
    value: string(LIMITS.feedback_button.value),
  },
  { accessibility_label: string(LIMITS.feedback_button.accessibility_label) },
);

const dayText = matching(/^\d{4}-\d{2}-\d{2}$/, "date (YYYY-MM-DD)");
const timeText = matching(/^([01]\d|2[0-3]):[0-5]\d$/, "time (HH:mm)");

/** A numeric input's bounds are strings on the wire. */
const decimal = matching(/^-?\d+(\.\d+)?$/, "number in a string");

const minNotAboveMax: Check = (value, pointer) =>
  isObject(value) && Number(value.min_length ?? 0) > Number(value.max_length ?? Number.POSITIVE_INFINITY)
    ? problem("min_length must not be more than max_length", pointer)
    : NO_PROBLEMS;

const menus: Fields = {
  static_select: object({}, { ...menu, ...staticSource, initial_option: option }, staticChoice),
  external_select: object({}, { ...menu, ...external, initial_option: option }),
  users_select: object({}, { ...menu, initial_user: string() }),
  conversations_select: object(
    {},
    { ...menu, ...conversations, ...answering, initial_conversation: string() },
  ),
  channels_select: object({}, { ...menu, ...answering, initial_channel: string() }),
  multi_static_select: object(
    {},
    { ...menu, ...several, ...staticSource, initial_options: array(option) },
    staticChoice,
  ),
  multi_external_select: object({}, { ...menu, ...several, ...external, initial_options: array(option) }),
  multi_users_select: object({}, { ...menu, ...several, initial_users: ids }),
  multi_conversations_select: object(
    {},
    { ...menu, ...several, ...conversations, initial_conversations: ids },
  ),
  multi_channels_select: object({}, { ...menu, ...several, initial_channels: ids }),
};

const pickers: Fields = {
  checkboxes: object(
    { options: array(richOption, LIMITS.checkboxes.options) },
    { ...confirmed, focus_on_load: boolean, initial_options: array(richOption, { min_items: 1 }) },
  ),
  radio_buttons: object(
    { options: array(richOption, LIMITS.radio_buttons.options) },
    { ...confirmed, focus_on_load: boolean, initial_option: richOption },
  ),
  datepicker: object({}, { ...menu, initial_date: dayText }),
  timepicker: object({}, { ...menu, initial_time: timeText, timezone: string() }),
  datetimepicker: object(
    {},
    { ...confirmed, focus_on_load: boolean, initial_date_time: number({ integer: true }) },
  ),
};

const richTextInput = object(
  {},
  { ...typed, initial_value: byType({ text: richTextPiece, rich_text: object({ elements: array(isAny) }) }) },
);

function isAny(): typeof NO_PROBLEMS {
  return NO_PROBLEMS;
}

/** Both are texts, of numbers that may be below zero. */
const minValueNotAboveMax: Check = (value, pointer) =>
  isObject(value) && Number(value.min_value) > Number(value.max_value)
    ? problem("must not be above max_value", `${pointer}/min_value`)
    : NO_PROBLEMS;

const textInputs: Fields = {
  plain_text_input: object(
    {},
    {
      ...typed,
      initial_value: string(),
      multiline: boolean,
      min_length: number({ integer: true, min: 0, max: LIMITS.plain_text_input.max_length.max }),
      max_length: number({ integer: true, min: 1, max: LIMITS.plain_text_input.max_length.max }),
    },
    minNotAboveMax,
  ),
  email_text_input: object({}, { ...typed, initial_value: string() }),
  url_text_input: object({}, { ...typed, initial_value: string() }),
  number_input: object(
    { is_decimal_allowed: boolean },
    { ...typed, initial_value: decimal, min_value: decimal, max_value: decimal },
    minValueNotAboveMax,
  ),
  rich_text_input: richTextInput,
  file_input: object(
    {},
    {
      ...id,
      filetypes: array(string(), { min_items: 1 }),
      max_files: number({ integer: true, ...LIMITS.file_input.max_files }),
    },
  ),
};

const overflow = object({ options: array(linkOption, LIMITS.overflow.options) }, confirmed);
const workflowButton = object(
  { text: plainText(LIMITS.button.text), workflow },
  {
    ...id,
    style: oneOf("primary", "danger"),
    accessibility_label: string(LIMITS.button.accessibility_label),
  },
);

export const buttonElement = byType({ button });

export const actionsElement = byType({
  button,
  overflow,
  workflow_button: workflowButton,
  rich_text_input: richTextInput,
  ...menus,
  ...pickers,
});

export const accessoryElement = byType({
  button,
  overflow,
  workflow_button: workflowButton,
  image: imageElement,
  ...menus,
  ...pickers,
});

export const inputElement = byType({ ...textInputs, ...menus, ...pickers });

export const contextActionsElement = byType({
  feedback_buttons: object({ positive_button: feedbackButton, negative_button: feedbackButton }, id),
  icon_button: object(
    { icon: string({ min_length: 1 }), text: plainText() },
    {
      ...confirmed,
      value: string(LIMITS.feedback_button.value),
      accessibility_label: string(LIMITS.feedback_button.accessibility_label),
      visible_to_user_ids: array(string(), LIMITS.icon_button.visible_to_user_ids),
    },
  ),
});

export const urlSource = byType({
  url: object({ url: string(LIMITS.url_source.url), text: string() }),
});
