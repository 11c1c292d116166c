import { readFileSync } from "node:fs";

type Json = Readonly<Record<string, unknown>>;
/** [field, where its limits stand]; a field is a text, a text object, a list or a number. */
type Rule = readonly [field: string, limits: string];

const LIMITS: Json = JSON.parse(
  readFileSync(new URL("../contract/slack/block-kit-limits.json", import.meta.url), "utf8"),
);

/** A message or view as it goes to Slack. */
export type Sendable =
  | { readonly blocks: readonly unknown[]; readonly text: string }
  | { readonly type: "modal" | "home"; readonly blocks: readonly unknown[] };

const MOST_BLOCKS_MESSAGE = 50;
const MOST_BLOCKS_VIEW = 100;
/** A message fails near this many characters in all its blocks, whatever each may hold. */
const MOST_CHARACTERS = 13_200;
const MOST_FALLBACK_CHARACTERS = 40_000;

/** @throws with every limit of Block Kit that a message or a view breaks */
export function assertSendable(sendable: Sendable): void {
  const problems = problemsOf(sendable);
  if (problems.length > 0) throw new Error(`Slack would refuse this:\n  ${problems.join("\n  ")}`);
}

export function problemsOf(sendable: Sendable): string[] {
  const isView = "type" in sendable;
  const most = isView ? MOST_BLOCKS_VIEW : MOST_BLOCKS_MESSAGE;
  const problems = [...walk(sendable, isView ? "view" : "message"), ...repeatedIds(sendable.blocks)];
  if (sendable.blocks.length > most) problems.push(`${sendable.blocks.length} blocks; at most ${most}`);
  const characters = textLength(sendable.blocks);
  if (!isView && characters > MOST_CHARACTERS) problems.push(`${characters} characters in all blocks`);
  if (!isView && sendable.text.trim() === "") problems.push("no fallback text");
  if (!isView && sendable.text.length > MOST_FALLBACK_CHARACTERS) problems.push("fallback text too long");
  return problems;
}

/** What `limits.json` says, by the type of the object it is about. */
const RULES: Readonly<Record<string, readonly Rule[]>> = {
  plain_text: [["text", "text"]],
  mrkdwn: [["text", "text"]],
  button: [
    ["text", "button.text"],
    ["url", "button.url"],
    ["value", "button.value"],
    ["accessibility_label", "button.accessibility_label"],
  ],
  overflow: [["options", "overflow.options"]],
  checkboxes: [["options", "checkboxes.options"]],
  radio_buttons: [["options", "radio_buttons.options"]],
  file_input: [["max_files", "file_input.max_files"]],
  plain_text_input: [["max_length", "plain_text_input.max_length"]],
  actions: [["elements", "actions.elements"]],
  alert: [["text", "alert.text"]],
  card: [
    ["title", "card.title"],
    ["subtitle", "card.subtitle"],
    ["body", "card.body"],
    ["actions", "card.actions"],
    ["subtext", "card.subtext"],
  ],
  carousel: [["elements", "carousel.elements"]],
  container: [
    ["title", "container.title"],
    ["subtitle", "container.subtitle"],
    ["child_blocks", "container.child_blocks"],
  ],
  context: [["elements", "context.elements"]],
  context_actions: [["elements", "context_actions.elements"]],
  icon_button: [["visible_to_user_ids", "icon_button.visible_to_user_ids"]],
  data_table: [
    ["rows", "data_table.rows"],
    ["page_size", "data_table.page_size"],
  ],
  header: [["text", "header.text"]],
  image: [
    ["image_url", "image.image_url"],
    ["alt_text", "image.alt_text"],
  ],
  input: [
    ["label", "input.label"],
    ["hint", "input.hint"],
  ],
  markdown: [["text", "markdown.text"]],
  section: [
    ["text", "section.text"],
    ["fields", "section.fields"],
  ],
  video: [
    ["alt_text", "video.alt_text"],
    ["title", "video.title"],
    ["author_name", "video.author_name"],
    ["description", "video.description"],
    ["provider_name", "video.provider_name"],
  ],
  modal: viewRules(),
  home: viewRules(),
  confirm: [
    ["title", "confirmation.title"],
    ["text", "confirmation.text"],
    ["confirm", "confirmation.confirm"],
    ["deny", "confirmation.deny"],
  ],
  option: [
    ["text", "option.text"],
    ["value", "option.value"],
    ["description", "option.description"],
    ["url", "option.url"],
  ],
  option_group: [
    ["label", "option_group.label"],
    ["options", "option_group.options"],
  ],
  positive_button: feedbackRules(),
  negative_button: feedbackRules(),
};

const SELECT_RULES: readonly Rule[] = [
  ["placeholder", "select.placeholder"],
  ["options", "select.options"],
  ["option_groups", "select.option_groups"],
];

const INPUT_ELEMENTS =
  /_select$|^(checkboxes|radio_buttons|plain_text_input|number_input|email_text_input|url_text_input|datepicker|timepicker|datetimepicker|file_input|rich_text_input)$/;

function viewRules(): readonly Rule[] {
  return ["blocks", "private_metadata", "callback_id", "title", "close", "submit"].map(
    (field): Rule => [field, `view.${field}`],
  );
}

function feedbackRules(): readonly Rule[] {
  return ["text", "value", "accessibility_label"].map((field): Rule => [field, `feedback_button.${field}`]);
}

/** Every broken limit in a tree, with the way to it. `role` is the field an object without a type stands in. */
function* walk(node: unknown, path: string, role = ""): Generator<string> {
  if (Array.isArray(node)) {
    for (const [place, child] of node.entries()) yield* walk(child, `${path}[${place}]`, role);
    return;
  }
  if (node === null || typeof node !== "object") return;
  const object = node as Json;
  for (const [field, limits] of [...rulesFor(object, role), ...EVERYWHERE]) {
    yield* breaches(object[field], limitsAt(limits), `${path}.${field}`);
  }
  yield* shapeProblems(object, path);
  for (const [field, child] of Object.entries(object)) yield* walk(child, `${path}.${field}`, roleOf(field));
}

const EVERYWHERE: readonly Rule[] = [
  ["action_id", "action_id"],
  ["block_id", "block_id"],
];

function rulesFor(object: Json, role: string): readonly Rule[] {
  const type = typeof object.type === "string" ? object.type : role;
  if (/_select$/.test(type)) return SELECT_RULES;
  return RULES[type] ?? [];
}

function roleOf(field: string): string {
  if (field === "options" || field === "initial_option" || field === "initial_options") return "option";
  if (field === "option_groups") return "option_group";
  return field;
}

function limitsAt(path: string): Json {
  return path.split(".").reduce<Json>((limits, key) => (limits[key] as Json) ?? {}, LIMITS);
}

function* breaches(value: unknown, limits: Json, path: string): Generator<string> {
  if (value === undefined || value === null) return;
  const { min_length = 0, max_length = Infinity, min_items = 0, max_items = Infinity } = limits as Numbers;
  const { min = -Infinity, max = Infinity, item_max_length = Infinity } = limits as Numbers;
  const text = textOf(value);
  const length = text === null ? null : Array.from(text).length; // Slack counts an emoji as one.
  if (length !== null && (length < min_length || length > max_length)) {
    yield `${path}: ${length} characters, allowed ${min_length}–${max_length}`;
  }
  if (typeof value === "number" && (value < min || value > max))
    yield `${path}: ${value}, allowed ${min}–${max}`;
  if (!Array.isArray(value)) return;
  if (value.length < min_items || value.length > max_items) {
    yield `${path}: ${value.length} items, allowed ${min_items}–${max_items}`;
  }
  if (value.some((item) => (textOf(item) ?? "").length > item_max_length)) {
    yield `${path}: an item is longer than ${item_max_length}`;
  }
}
type Numbers = Readonly<Record<string, number>>;

/** A string, or the content of a text object. */
function textOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  const text = (value as Json | null)?.text;
  return typeof value === "object" && typeof text === "string" ? text : null;
}

function* shapeProblems(object: Json, path: string): Generator<string> {
  const { type } = object;
  if (type === "static_select" && "options" in object && "option_groups" in object) {
    yield `${path}: options and option_groups together`;
  }
  if (type === "image" && "image_url" in object && "slack_file" in object) {
    yield `${path}: image_url and slack_file together`;
  }
  if (type === "context") {
    const types = (object.elements as Json[]).map((element) => String(element.type));
    if (types.some((name) => !["plain_text", "mrkdwn", "image"].includes(name))) {
      yield `${path}: a context holds only text and images`;
    }
  }
  if (type === "input" && !INPUT_ELEMENTS.test(String((object.element as Json | undefined)?.type))) {
    yield `${path}: an input needs an input element`;
  }
  if (type === "table") yield* tableProblems(object, path);
  if (type === "data_table") yield* dataTableProblems(object, path);
  if (type === "header" && (object.text as Json).type !== "plain_text")
    yield `${path}: a header is plain text`;
  if (type === "section" && !("text" in object) && !("fields" in object)) yield `${path}: an empty section`;
}

/** Slack's documentation: at most 100 rows of 20 cells, and no more settings than columns. */
function* tableProblems(table: Json, path: string): Generator<string> {
  const rows = table.rows as unknown[][];
  const columns = rows[0]?.length ?? 0;
  if (rows.length > 100) yield `${path}.rows: ${rows.length} rows, allowed 1–100`;
  if (rows.some((row) => row.length !== columns || row.length > 20)) yield `${path}.rows: uneven or too wide`;
  const settings = table.column_settings as unknown[] | undefined;
  if (settings !== undefined && settings.length > columns) yield `${path}.column_settings: more than columns`;
}

function* dataTableProblems(table: Json, path: string): Generator<string> {
  const rows = table.rows as unknown[][];
  const { columns, content } = LIMITS.data_table as Readonly<Record<string, Numbers>>;
  const widths = rows.map((row) => row.length);
  if (widths.some((width) => width < (columns?.min_items ?? 1) || width > (columns?.max_items ?? 20))) {
    yield `${path}.rows: columns, allowed 1–20`;
  }
  if (textLength(rows) > (content?.max_length ?? 0)) yield `${path}: too much text in all cells`;
  if (typeof table.caption !== "string" || table.caption === "")
    yield `${path}: a data table needs a caption`;
}

/** Block ids are unique in a message; action ids within a block. */
function repeatedIds(blocks: readonly unknown[]): string[] {
  const blockIds = blocks.map((block) => (block as Json).block_id).filter((id) => id !== undefined);
  const problems = blockIds.length === new Set(blockIds).size ? [] : ["a block_id stands twice"];
  const actionIdsTwice = blocks.filter((block) => {
    const elements = ((block as Json).elements ?? []) as Json[];
    const ids = Array.isArray(elements)
      ? elements.map((e) => e?.action_id).filter((id) => id !== undefined)
      : [];
    return ids.length !== new Set(ids).size;
  });
  return [...problems, ...actionIdsTwice.map(() => "an action_id stands twice in a block")];
}

/** Characters of all texts in a tree. */
function textLength(node: unknown): number {
  if (Array.isArray(node)) return node.reduce((sum: number, child) => sum + textLength(child), 0);
  if (node === null || typeof node !== "object") return 0;
  return Object.entries(node).reduce((sum, [field, child]) => {
    if (typeof child !== "string") return sum + textLength(child);
    return field === "text" || field === "alt_text" ? sum + child.length : sum;
  }, 0);
}
