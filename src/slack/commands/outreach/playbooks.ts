import { type Day, localTime } from "../../../domain/calendar.ts";
import { upliftMessage } from "../../blocks/outreach/uplift.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** `/customer playbooks`: what this quarter's nudges brought and cost, what cannot be said yet, and each playbook. */
export async function showPlaybooks(_request: CommandRequest, tools: PermittedTools): Promise<void> {
  await showPlaybooksOf(localTime(tools.clock(), tools.reader.timeZone).day, tools);
}

/** The same of the quarter of a day. */
export async function showPlaybooksOf(day: Day, { flows, answer, reader }: PermittedTools): Promise<void> {
  await answer.privately(upliftMessage(await flows.reportUplift({ day }), readerLocale(reader)));
}
