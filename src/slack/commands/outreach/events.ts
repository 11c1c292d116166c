import { refusalAnywhere } from "../../../domain/access.ts";
import type { SlackMessage } from "../../blocks/elements.ts";
import { eventsMessage } from "../../blocks/outreach/events.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** `/customer events`: what the team plans, with buttons for who may change it. */
export async function showEvents(_request: CommandRequest, tools: PermittedTools): Promise<void> {
  await tools.answer.privately(await eventsAnswer(tools));
}

/** The list as it stands. @param told what the last click did */
export async function eventsAnswer(
  { flows, reader }: Pick<PermittedTools, "flows" | "reader">,
  told: string | null = null,
): Promise<SlackMessage> {
  const { events } = await flows.listEvents();
  const mayChange = refusalAnywhere("change-events", { account: "member", role: reader.role }) === null;
  return eventsMessage({ events, mayChange, locale: readerLocale(reader) }, told);
}
