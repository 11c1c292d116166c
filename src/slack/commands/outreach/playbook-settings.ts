import type { Phrase } from "../../../domain/phrase.ts";
import type { SlackMessage } from "../../blocks/elements.ts";
import { playbookListMessage } from "../../blocks/outreach/playbook-list.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** `/customer playbooks settings`: every playbook, how it is set, and how often it applied. */
export async function showPlaybookSettings(_request: CommandRequest, tools: PermittedTools): Promise<void> {
  await tools.answer.privately(await playbookSettingsAnswer(tools, null));
}

/** @param line what was just done, above the list */
export async function playbookSettingsAnswer(
  { flows, reader }: Pick<PermittedTools, "flows" | "reader">,
  line: Phrase | null,
): Promise<SlackMessage> {
  const { now, ...listed } = await flows.listPlaybooks();
  const { timeZone } = reader;
  return playbookListMessage({ ...listed, line }, { now, timeZone, locale: readerLocale(reader) });
}
