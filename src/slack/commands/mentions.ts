import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { advocatesMessage, mentionsMessage } from "../blocks/outreach/mentions.ts";
import type { PermittedTools } from "../frame/handler.ts";
import type { CommandRequest } from "../frame/payloads.ts";

/** `/customer mentions`: complaints in public that nobody answered, the most urgent first. */
export async function showMentions(_request: CommandRequest, tools: PermittedTools): Promise<void> {
  const { flows, answer, reader } = tools;
  const { list, now } = await flows.listMentions({ reader, page: 0 });
  await answer.privately(mentionsMessage(list, { now, ...asReadBy(reader) }));
}

/** `/customer advocates`: who speaks for us in public. */
export async function showAdvocates(_request: CommandRequest, tools: PermittedTools): Promise<void> {
  const { flows, answer, reader } = tools;
  const { advocates, now } = await flows.listAdvocates({ reader });
  await answer.privately(advocatesMessage(advocates, { now, ...asReadBy(reader) }));
}
