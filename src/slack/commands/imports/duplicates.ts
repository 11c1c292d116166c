import { duplicatesMessage } from "../../blocks/messages/duplicates.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** `/customer duplicates`: customers who may be one, with the buttons that settle it. */
export async function showDuplicates(
  _request: CommandRequest,
  { flows, answer, reader }: PermittedTools,
): Promise<void> {
  await answer.privately(duplicatesMessage(await flows.listDuplicates({}), readerLocale(reader)));
}
