import { noticeOf } from "../../blocks/messages/notices.ts";
import { asReadBy } from "../../blocks/outreach/customer-card.ts";
import { modelReportMessage } from "../../blocks/risk/model-report.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";

/** `/customer model`: which model serves and how far it can be trusted. No customer's data: every member may see it. */
export async function showModel(
  _request: CommandRequest,
  { flows, answer, clock, reader }: PermittedTools,
): Promise<void> {
  const report = await flows.loadModelReport();
  const read = asReadBy(reader);
  if (report === null) return answer.privately(noticeOf("model.none", read.locale));
  return answer.privately(modelReportMessage({ report, now: clock(), ...read }));
}
