import { setupMessage } from "../../blocks/messages/setup.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** `/customer setup`: how far the workspace is set up, and whether the bot posts. */
export async function showSetup({ flows, slack, answer, reader }: PermittedTools): Promise<void> {
  const state = await flows.readSetup({ takesFiles: slack.files !== null });
  await answer.privately(setupMessage(state, readerLocale(reader)));
}
