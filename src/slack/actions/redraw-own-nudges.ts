import { ownNudgesMessage } from "../blocks/outreach/own-nudges.ts";
import type { PermittedTools } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";

/**
 * Puts the reader's open nudges as they are now in the place of the list that was clicked.
 * @returns true: whatever was answered is no longer in it
 */
export async function redrawOwnNudges(
  _suggestionKey: string | null,
  { flows, answer, reader }: Pick<PermittedTools, "flows" | "answer" | "reader">,
): Promise<boolean> {
  const own = await flows.loadOwnNudges({ member: reader });
  await answer.replacing(ownNudgesMessage(own, readerLocale(reader)));
  return true;
}
