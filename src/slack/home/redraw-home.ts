import type { PermittedTools } from "../frame/handler.ts";
import { showHomeTo } from "./home-opened.ts";

/**
 * Draws Home anew where that is what was clicked, or where the form was opened, as its reader had turned it.
 * @returns false where it was something else
 */
export async function redrawHome({
  home = null,
  ...tools
}: Pick<PermittedTools, "flows" | "slack" | "reader" | "home">): Promise<boolean> {
  if (home === null) return false;
  await showHomeTo(tools.reader, tools, home);
  return true;
}
