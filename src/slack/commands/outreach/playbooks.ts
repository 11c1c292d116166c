import { localTime } from "../../../domain/calendar.ts";
import { upliftMessage } from "../../blocks/outreach/uplift.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** `/customer playbooks`: this quarter's nudges by playbook, what became of them, and what they brought. */
export async function showPlaybooks(
  _request: CommandRequest,
  { flows, answer, reader, clock }: PermittedTools,
): Promise<void> {
  const report = await flows.reportUplift({ day: localTime(clock(), reader.timeZone).day });
  await answer.privately(upliftMessage(report, readerLocale(reader)));
}
