import { isObject, type JsonObject, type Problem, problem } from "./checks.ts";

export type Surface = "message" | "modal" | "home";

/** Blocks that do not go everywhere, from the reference page of each. `file` only ever comes from Slack. */
const BLOCK_SURFACES: Readonly<Record<string, readonly Surface[]>> = {
  alert: ["modal"],
  card: ["message", "home"],
  carousel: ["message", "home"],
  container: ["message", "home"],
  data_visualization: ["message"],
  context_actions: ["message"],
  data_table: ["message"],
  table: ["message"],
  markdown: ["message"],
  plan: ["message"],
  task_card: ["message"],
  file: [],
};

const ELEMENT_SURFACES: Readonly<Record<string, readonly Surface[]>> = {
  file_input: ["modal"],
  email_text_input: ["modal"],
  number_input: ["modal"],
  url_text_input: ["modal"],
  rich_text_input: ["modal", "home"],
  datetimepicker: ["message", "modal"],
  workflow_button: ["message"],
};

const objectsIn = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** The interactive elements of a block with their pointers; children of containers and carousels included. */
export function elementsOf(
  block: JsonObject,
  pointer: string,
): readonly { readonly element: JsonObject; readonly pointer: string; readonly blockId: unknown }[] {
  const at = (name: string) =>
    objectsIn(block[name]).map((element, index) => ({
      element,
      pointer: `${pointer}/${name}/${index}`,
      blockId: block.block_id,
    }));
  const single = (name: string) =>
    isObject(block[name])
      ? [{ element: block[name], pointer: `${pointer}/${name}`, blockId: block.block_id }]
      : [];
  switch (block.type) {
    case "actions":
    case "context_actions":
      return at("elements");
    case "card":
      return at("actions");
    case "section":
      return single("accessory");
    case "input":
      return single("element");
    default:
      return nestedBlocks(block, pointer).flatMap((child) => elementsOf(child.block, child.pointer));
  }
}

export function nestedBlocks(
  block: JsonObject,
  pointer: string,
): readonly { readonly block: JsonObject; readonly pointer: string }[] {
  const name = block.type === "container" ? "child_blocks" : block.type === "carousel" ? "elements" : null;
  if (name === null) return [];
  return objectsIn(block[name]).map((child, index) => ({
    block: child,
    pointer: `${pointer}/${name}/${index}`,
  }));
}

/** Blocks and elements that do not belong on this surface. */
export function surfaceProblems(block: JsonObject, pointer: string, surface: Surface): readonly Problem[] {
  const allowed = BLOCK_SURFACES[String(block.type)];
  if (allowed && !allowed.includes(surface))
    return problem(`unsupported type: ${String(block.type)} in a ${surface}`, `${pointer}/type`);
  return [
    ...nestedBlocks(block, pointer).flatMap((child) => surfaceProblems(child.block, child.pointer, surface)),
    ...(nestedBlocks(block, pointer).length > 0 ? [] : elementsOf(block, pointer)).flatMap((entry) => {
      const where = ELEMENT_SURFACES[String(entry.element.type)];
      return where && !where.includes(surface)
        ? problem(`unsupported type: ${String(entry.element.type)} in a ${surface}`, `${entry.pointer}/type`)
        : [];
    }),
  ];
}
