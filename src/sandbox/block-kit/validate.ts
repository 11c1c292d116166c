import { anyBlock } from "./blocks.ts";
import {
  array,
  boolean,
  isObject,
  type JsonObject,
  lengthOf,
  matching,
  object,
  type Problem,
  problem,
  string,
} from "./checks.ts";
import { plainText } from "./composition.ts";
import { textOf } from "./data-blocks.ts";
import { LIMITS, MAX_BLOCKS, MAX_CHARTS, MAX_MESSAGE_CHARACTERS } from "./limits.ts";
import { elementsOf, nestedBlocks, type Surface, surfaceProblems } from "./surfaces.ts";

export type { Problem } from "./checks.ts";
export type { Surface } from "./surfaces.ts";

/**
 * What Slack would refuse about the blocks of a message, modal or App Home: shapes, limits, unknown fields and types,
 * blocks of another surface, ids given twice.
 * @param pointer where the array stands in the request, e.g. `/blocks`
 */
export function blockProblems(blocks: unknown, surface: Surface, pointer: string): readonly Problem[] {
  const found = array(anyBlock, { max_items: MAX_BLOCKS[surface] })(blocks, pointer);
  if (found.length > 0 || !Array.isArray(blocks)) return found;
  const all = blocks.filter(isObject);
  return [
    ...all.flatMap((block, index) => surfaceProblems(block, `${pointer}/${index}`, surface)),
    // Messages only ought to differ; a view's state is keyed by block id.
    ...(surface === "message" ? [] : repeatedBlockIds(all, pointer)),
    ...all.flatMap((block, index) => repeatedActionIds(block, `${pointer}/${index}`)),
    ...tooMuchMarkdown(all, pointer),
    ...tooManyCharts(all, pointer),
  ];
}

/** Only one `table` or `data_table` fits a message; Slack has an error of its own for a second. */
export function hasSeveralTables(blocks: readonly unknown[]): boolean {
  const tables = blocks
    .filter(isObject)
    .flatMap((block) => [block, ...nestedBlocks(block, "").map((child) => child.block)])
    .filter((block) => block.type === "table" || block.type === "data_table");
  return tables.length > 1;
}

/** Whether the text of all blocks is more than one message takes; cells of tables have a limit of their own. */
export function isTooLongForOneMessage(blocks: readonly unknown[]): boolean {
  const counted = blocks
    .filter(isObject)
    .filter((block) => block.type !== "table" && block.type !== "data_table");
  return lengthOf(textOf(counted)) > MAX_MESSAGE_CHARACTERS;
}

const externalId = string({ max_length: 255 });
const viewFields = {
  callback_id: string(LIMITS.view.callback_id),
  private_metadata: string(LIMITS.view.private_metadata),
  external_id: externalId,
};
const anyBlocks = array(() => [], LIMITS.view.blocks);
const modal = object(
  { type: matching(/^modal$/, "view type"), title: plainText(LIMITS.view.title), blocks: anyBlocks },
  {
    ...viewFields,
    submit: plainText(LIMITS.view.submit),
    close: plainText(LIMITS.view.close),
    clear_on_close: boolean,
    notify_on_close: boolean,
    submit_disabled: boolean,
  },
);
const home = object({ type: matching(/^home$/, "view type"), blocks: anyBlocks }, viewFields);

/** What Slack would refuse about a view; a modal with an input needs a submit button. */
export function viewProblems(view: unknown, surface: "modal" | "home", pointer: string): readonly Problem[] {
  const found = (surface === "modal" ? modal : home)(view, pointer);
  if (found.length > 0 || !isObject(view)) return found;
  const blocks: readonly unknown[] = Array.isArray(view.blocks) ? view.blocks : [];
  const asks = blocks.some((block) => isObject(block) && block.type === "input");
  return [
    ...blockProblems(blocks, surface, `${pointer}/blocks`),
    ...(surface === "modal" && asks && view.submit === undefined
      ? problem("missing required field: submit", pointer)
      : []),
  ];
}

function repeatedBlockIds(blocks: readonly JsonObject[], pointer: string): readonly Problem[] {
  const ids = blocks.map((block) => block.block_id);
  return ids.flatMap((id, index) =>
    id !== undefined && ids.indexOf(id) < index
      ? problem(`\`block_id\` ${String(id)} already exists`, `${pointer}/${index}/block_id`)
      : [],
  );
}

function repeatedActionIds(block: JsonObject, pointer: string): readonly Problem[] {
  const entries = elementsOf(block, pointer);
  const keys = entries.map(({ element, blockId }) =>
    element.action_id === undefined ? null : JSON.stringify([blockId ?? null, element.action_id]),
  );
  return entries.flatMap((entry, index) =>
    keys[index] !== null && keys.indexOf(keys[index] ?? null) < index
      ? problem(
          `\`action_id\` ${String(entry.element.action_id)} already exists`,
          `${entry.pointer}/action_id`,
        )
      : [],
  );
}

/** The limit of one markdown block holds for all of a message together. */
function tooMuchMarkdown(blocks: readonly JsonObject[], pointer: string): readonly Problem[] {
  const length = blocks
    .filter((block) => block.type === "markdown")
    .reduce((sum, block) => sum + lengthOf(String(block.text)), 0);
  return length > LIMITS.markdown.text.max_length
    ? problem(
        `must be less than ${LIMITS.markdown.text.max_length + 1} characters in all markdown blocks`,
        pointer,
      )
    : [];
}

function tooManyCharts(blocks: readonly JsonObject[], pointer: string): readonly Problem[] {
  return blocks.filter(({ type }) => type === "data_visualization").length > MAX_CHARTS
    ? problem(`no more than ${MAX_CHARTS} data_visualization blocks allowed`, pointer)
    : [];
}
