import { isObject, type JsonObject, lengthOf } from "../block-kit/checks.ts";
import type { BlockJson, StateValue, StateValues } from "../page-protocol.ts";

export type Input = { readonly block: BlockJson; readonly blockId: string; readonly element: JsonObject };

/** The input blocks of a view. */
export function inputsOf(blocks: readonly BlockJson[]): readonly Input[] {
  return blocks.flatMap((block) =>
    block.type === "input" && isObject(block.element)
      ? [{ block, blockId: String(block.block_id), element: block.element }]
      : [],
  );
}

/** The field of an element's state that holds what was entered. */
const VALUE_FIELD: Readonly<Record<string, string>> = {
  static_select: "selected_option",
  external_select: "selected_option",
  radio_buttons: "selected_option",
  users_select: "selected_user",
  conversations_select: "selected_conversation",
  channels_select: "selected_channel",
  multi_static_select: "selected_options",
  multi_external_select: "selected_options",
  checkboxes: "selected_options",
  multi_users_select: "selected_users",
  multi_conversations_select: "selected_conversations",
  multi_channels_select: "selected_channels",
  datepicker: "selected_date",
  timepicker: "selected_time",
  datetimepicker: "selected_date_time",
  rich_text_input: "rich_text_value",
  file_input: "files",
};

export const valueField = (elementType: unknown): string => VALUE_FIELD[String(elementType)] ?? "value";

const INITIAL_FIELDS = [
  "initial_value",
  "initial_option",
  "initial_options",
  "initial_user",
  "initial_users",
  "initial_conversation",
  "initial_conversations",
  "initial_channel",
  "initial_channels",
  "initial_date",
  "initial_time",
  "initial_date_time",
];

/** The state of a view nobody has typed into yet. */
export function initialState(blocks: readonly BlockJson[]): StateValues {
  return Object.fromEntries(
    inputsOf(blocks).map(({ blockId, element }) => {
      const initial = INITIAL_FIELDS.map((name) => element[name]).find((value) => value !== undefined);
      return [blockId, { [String(element.action_id)]: stateValue(element, initial ?? null) }];
    }),
  );
}

export const stateValue = (element: JsonObject, value: unknown): StateValue => ({
  type: String(element.type),
  [valueField(element.type)]: value,
});

/** What Slack's own client holds against a form, before the app hears of it: block id → sentence. */
export function inputErrors(
  blocks: readonly BlockJson[],
  state: StateValues,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    inputsOf(blocks).flatMap(({ block, blockId, element }) => {
      const value = state[blockId]?.[String(element.action_id)]?.[valueField(element.type)];
      const error = isBlank(value) ? blankError(block) : valueError(element, value);
      return error === null ? [] : [[blockId, error]];
    }),
  );
}

const isBlank = (value: unknown) =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

const blankError = (block: BlockJson) =>
  block.optional === true ? null : "Please complete this required field.";

function valueError(element: JsonObject, value: unknown): string | null {
  switch (element.type) {
    case "plain_text_input":
      return lengthError(element, String(value));
    case "email_text_input":
      return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(String(value)) ? null : "Please enter a valid email address.";
    case "url_text_input":
      return URL.canParse(String(value)) ? null : "Please enter a valid URL.";
    case "number_input":
      return numberError(element, String(value));
    case "file_input":
      return filesError(element, Array.isArray(value) ? value : []);
    default:
      return null;
  }
}

function lengthError({ min_length: min, max_length: max }: JsonObject, text: string): string | null {
  if (typeof min === "number" && lengthOf(text) < min) return `Please enter at least ${min} characters.`;
  if (typeof max === "number" && lengthOf(text) > max) return `Please enter at most ${max} characters.`;
  return null;
}

function numberError(element: JsonObject, text: string): string | null {
  const pattern = element.is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!pattern.test(text)) return "Please enter a valid number.";
  const { min_value: min, max_value: max } = element;
  if (typeof min === "string" && Number(text) < Number(min)) return `Please enter ${min} or more.`;
  if (typeof max === "string" && Number(text) > Number(max)) return `Please enter ${max} or less.`;
  return null;
}

const DEFAULT_MOST_FILES = 10;

/** What Slack's own client holds against the files of an input. */
function filesError({ max_files, filetypes }: JsonObject, files: readonly unknown[]): string | null {
  const most = typeof max_files === "number" ? max_files : DEFAULT_MOST_FILES;
  if (files.length > most) return `Please upload at most ${most} ${most === 1 ? "file" : "files"}.`;
  if (!Array.isArray(filetypes)) return null;
  const names = files.flatMap((file) => (isObject(file) ? [String(file.name)] : []));
  const isTaken = (name: string) => filetypes.includes(name.split(".").at(-1)?.toLowerCase());
  return names.every(isTaken) ? null : `Please upload files of these types: ${filetypes.join(", ")}.`;
}
