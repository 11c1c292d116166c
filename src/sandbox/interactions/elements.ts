import { isObject, type JsonObject } from "../block-kit/checks.ts";
import { elementsOf } from "../block-kit/surfaces.ts";
import type { SandboxContext } from "../context.ts";
import type { ActionJson, ActionPlace, BlockJson, Message } from "../page-protocol.ts";
import type { StoredView } from "../state.ts";
import { RefusedError } from "./refused.ts";

export type Surface =
  | { readonly kind: "message"; readonly message: Message }
  | { readonly kind: "view"; readonly view: StoredView };

/** @throws RefusedError when the person cannot see it (any more) */
export function surfaceAt({ workspace }: SandboxContext, as: string, place: ActionPlace): Surface {
  if (place.kind === "view") {
    const home = workspace.homeOf(as);
    const view = [...workspace.modalsOf(as), ...(home ? [home] : [])].find(({ id }) => id === place.viewId);
    if (!view) throw new RefusedError("This view has been closed.");
    return { kind: "view", view };
  }
  const message = workspace.findMessage(place.conversationId, place.ts);
  if (!message || message.isDeleted || (message.ephemeralFor !== null && message.ephemeralFor !== as))
    throw new RefusedError("That message is gone.");
  return { kind: "message", message };
}

function blocksOf(surface: Surface): readonly BlockJson[] {
  if (surface.kind === "view") return surface.view.given.blocks;
  const attached = surface.message.attachments.flatMap(({ blocks }) => (Array.isArray(blocks) ? blocks : []));
  return [...surface.message.blocks, ...attached];
}

/** The interactive element with this id; `blockId` may be left out where the action id is enough. */
export function findElement(
  surface: Surface,
  actionId: string,
  blockId: string | null,
): { readonly element: JsonObject; readonly blockId: string } | null {
  const found = blocksOf(surface)
    .flatMap((block) => elementsOf(block, ""))
    .find(
      ({ element, blockId: own }) => element.action_id === actionId && (blockId === null || own === blockId),
    );
  return found ? { element: found.element, blockId: String(found.blockId) } : null;
}

/**
 * The action as Slack would send it: a button's value and label come from the element, a choice must be on offer.
 * @throws RefusedError
 */
export function checkedAction(surface: Surface, action: ActionJson, actionTs: string): JsonObject {
  const found = findElement(surface, action.action_id, action.block_id);
  if (!found || found.element.type !== action.type)
    throw new RefusedError("There is no such element any more.");
  const { element } = found;
  if (element.type === "button" || element.type === "icon_button")
    return {
      action_id: action.action_id,
      block_id: action.block_id,
      type: action.type,
      text: element.text,
      ...(element.value !== undefined && { value: element.value }),
      ...(element.style !== undefined && { style: element.style }),
      action_ts: actionTs,
    };
  if (isObject(action.selected_option) && !isOnOffer(element, action.selected_option.value))
    throw new RefusedError("That option is not on offer.");
  return { ...action, action_ts: actionTs };
}

/** Every option value of a menu; external menus offer what the app says, so anything goes there. */
function isOnOffer(element: JsonObject, value: unknown): boolean {
  const groups = Array.isArray(element.option_groups) ? element.option_groups.filter(isObject) : [];
  const lists = [element.options, ...groups.map(({ options }) => options)].filter(Array.isArray);
  return lists.length === 0 || lists.flat().some((option) => isObject(option) && option.value === value);
}
