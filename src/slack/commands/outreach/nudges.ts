import { ownNudgesMessage } from "../../blocks/outreach/own-nudges.ts";
import { teamNudgesMessage } from "../../blocks/outreach/team-nudges.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** `/customer nudges`: what waits for the reader's answer, and how they are told of more. */
export const showNudges = (_request: CommandRequest, tools: PermittedTools): Promise<void> =>
  showNudgesOf(tools);

/** The same however it was asked for. */
export async function showNudgesOf({ flows, answer, reader }: PermittedTools): Promise<void> {
  const own = await flows.loadOwnNudges({ member: reader });
  await answer.privately(ownNudgesMessage(own, readerLocale(reader)));
}

/** `/customer nudges team`: how everybody is told, who paused, and what they answered. */
export async function showTeamNudges(
  _request: CommandRequest,
  { flows, answer, reader }: PermittedTools,
): Promise<void> {
  await answer.privately(teamNudgesMessage(await flows.listTeamNudges(), readerLocale(reader)));
}
