import { ownNudgesMessage } from "../blocks/outreach/own-nudges.ts";
import type { PermittedTools } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { redrawHome } from "../home/redraw-home.ts";

/**
 * Puts the reader's open nudges as they are now in the place of the list that was clicked, on Home too.
 * @returns true: whatever was answered is no longer in it
 */
export async function redrawOwnNudges(
  _suggestionKey: string | null,
  tools: Pick<PermittedTools, "flows" | "slack" | "answer" | "reader" | "home">,
): Promise<boolean> {
  if (await redrawHome(tools)) return true;
  const { flows, answer, reader } = tools;
  const own = await flows.loadOwnNudges({ member: reader });
  await answer.replacing(ownNudgesMessage(own, readerLocale(reader)));
  return true;
}
