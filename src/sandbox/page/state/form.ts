import type { BlockJson, StateValue, StateValues } from "../../page-protocol.ts";
import { blockIn, blocksIn, flagIn, type Json, numberIn, stringIn } from "./block-fields.ts";

/** Block id → action id → what an element holds. */
export type ElementPlace = { readonly blockId: string; readonly actionId: string };

/** Where a form stands: what `default_to_current_conversation` means. */
export type FormContext = { readonly currentConversationId: string | null };

type Outcome = (element: Json, context: FormContext) => Readonly<Record<string, unknown>>;

const take =
  (field: string, from: string): Outcome =>
  (element) => ({ [field]: element[from] ?? null });
const takeList =
  (field: string, from: string): Outcome =>
  (element) => ({ [field]: element[from] ?? [] });

/** What each stateful element holds before it is touched, under the names that Slack uses. */
const INITIAL: Readonly<Record<string, Outcome>> = {
  plain_text_input: take("value", "initial_value"),
  email_text_input: take("value", "initial_value"),
  url_text_input: take("value", "initial_value"),
  number_input: take("value", "initial_value"),
  rich_text_input: take("rich_text_value", "initial_value"),
  datepicker: take("selected_date", "initial_date"),
  timepicker: (element) => ({
    selected_time: element.initial_time ?? null,
    ...(stringIn(element, "timezone") === null ? {} : { timezone: element.timezone }),
  }),
  datetimepicker: take("selected_date_time", "initial_date_time"),
  static_select: take("selected_option", "initial_option"),
  external_select: take("selected_option", "initial_option"),
  radio_buttons: take("selected_option", "initial_option"),
  checkboxes: takeList("selected_options", "initial_options"),
  multi_static_select: takeList("selected_options", "initial_options"),
  multi_external_select: takeList("selected_options", "initial_options"),
  users_select: take("selected_user", "initial_user"),
  multi_users_select: takeList("selected_users", "initial_users"),
  channels_select: take("selected_channel", "initial_channel"),
  multi_channels_select: takeList("selected_channels", "initial_channels"),
  conversations_select: (element, context) => ({
    selected_conversation:
      element.initial_conversation ??
      (flagIn(element, "default_to_current_conversation") ? context.currentConversationId : null),
  }),
  multi_conversations_select: takeList("selected_conversations", "initial_conversations"),
  file_input: () => ({ files: [] }),
};

/** Null for elements without a value: buttons, menus, pictures. */
export function initialValue(element: BlockJson, context: FormContext): StateValue | null {
  const outcome = INITIAL[element.type];
  return outcome === undefined ? null : { type: element.type, ...outcome(element, context) };
}

export function withValue(values: StateValues, place: ElementPlace, value: StateValue): StateValues {
  return { ...values, [place.blockId]: { ...values[place.blockId], [place.actionId]: value } };
}

/** All inputs of a message or view as Slack sends them: what was typed, and what stood there where nothing was. */
export function collectState(
  blocks: readonly BlockJson[],
  typed: StateValues,
  context: FormContext,
): StateValues {
  return elementsOf(blocks).reduce<StateValues>((values, { element, place }) => {
    const value = typed[place.blockId]?.[place.actionId] ?? initialValue(element, context);
    return value === null ? values : withValue(values, place, value);
  }, {});
}

type PlacedElement = {
  readonly element: BlockJson;
  readonly place: ElementPlace;
  readonly block: BlockJson;
};

/** Every interactive element with its place, in reading order. */
export function elementsOf(blocks: readonly BlockJson[]): readonly PlacedElement[] {
  return blocks.flatMap((block) => [
    ...ownElements(block).map((element) => ({
      element,
      block,
      place: { blockId: block.block_id ?? "", actionId: stringIn(element, "action_id") ?? "" },
    })),
    ...elementsOf([...blocksIn(block, "child_blocks"), ...cardsIn(block)]),
  ]);
}

const cardsIn = (block: BlockJson) => (block.type === "carousel" ? blocksIn(block, "elements") : []);

function ownElements(block: BlockJson): readonly BlockJson[] {
  if (block.type === "input") return [blockIn(block, "element")].filter((element) => element !== null);
  if (block.type === "section") return [blockIn(block, "accessory")].filter((element) => element !== null);
  if (block.type === "card") return blocksIn(block, "actions");
  return block.type === "actions" || block.type === "context_actions" ? blocksIn(block, "elements") : [];
}

/** Block id → what Slack's own client would refuse before it sends the form. */
export function clientErrors(
  blocks: readonly BlockJson[],
  values: StateValues,
): Readonly<Record<string, string>> {
  const problems = elementsOf(blocks)
    .filter(({ block }) => block.type === "input")
    .map(({ element, block, place }) => {
      const value = values[place.blockId]?.[place.actionId];
      return [place.blockId, problemOf(element, block, value)] as const;
    });
  return Object.fromEntries(problems.filter((each): each is [string, string] => each[1] !== null));
}

function problemOf(element: BlockJson, block: BlockJson, value: StateValue | undefined): string | null {
  if (isBlank(value)) return flagIn(block, "optional") ? null : "Please complete this required field.";
  const written = value === undefined ? null : stringIn(value, "value");
  return written === null ? null : writtenProblem(element, written);
}

function writtenProblem(element: BlockJson, written: string): string | null {
  if (element.type === "number_input") return numberProblem(element, written);
  if (element.type === "email_text_input" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(written))
    return "Enter an email address, for example name@company.com.";
  if (element.type === "url_text_input" && !URL.canParse(written))
    return "Enter a full address, for example https://company.com.";
  const shortest = numberIn(element, "min_length") ?? 0;
  const longest = numberIn(element, "max_length") ?? 3000;
  if (written.length < shortest) return `Write at least ${shortest} characters.`;
  return written.length > longest ? `Write at most ${longest} characters (now ${written.length}).` : null;
}

function numberProblem(element: BlockJson, written: string): string | null {
  const pattern = flagIn(element, "is_decimal_allowed") ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!pattern.test(written)) return "Enter a number.";
  const smallest = numberIn(element, "min_value");
  const greatest = numberIn(element, "max_value");
  const number = Number(written);
  if (smallest !== null && number < smallest) return `Enter ${smallest} or more.`;
  return greatest !== null && number > greatest ? `Enter ${greatest} or less.` : null;
}

function isBlank(value: StateValue | undefined): boolean {
  if (value === undefined) return true;
  const held = Object.entries(value).filter(([field]) => field !== "type" && field !== "timezone");
  return held.every(([, each]) => each === null || each === "" || (Array.isArray(each) && each.length === 0));
}
