import { nudgeMessage } from "../blocks/messages/nudge.ts";
import type { PermittedTools } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";

/**
 * Puts a nudge as it stands now in the place of the one that was clicked: from what is kept, never from what Slack
 * handed over, which may lack another's answer. It is drawn once more a little later, so nothing hangs on it.
 * @returns false where the message clicked is not the reader's own nudge
 */
export async function redrawNudge(
  suggestionKey: string | null,
  { flows, answer, reader }: Pick<PermittedTools, "flows" | "answer" | "reader">,
): Promise<boolean> {
  const nudge = suggestionKey === null ? null : await flows.readNudge(suggestionKey);
  if (nudge === null || nudge.message.memberId !== reader.slackUserId) return false;
  await answer.replacing(nudgeMessage(nudge.message, readerLocale(reader), nudge.answers));
  return true;
}
