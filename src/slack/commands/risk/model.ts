import { noticeOf } from "../../blocks/messages/notices.ts";
import { asReadBy } from "../../blocks/outreach/customer-card.ts";
import { modelReportMessage } from "../../blocks/risk/model-report.ts";
import type { HandlerTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";

/** `/customer model`: which model serves and how far it can be trusted. No customer's data: everybody may see it. */
export async function showModel(
  request: CommandRequest,
  { flows, answer, clock }: HandlerTools,
): Promise<void> {
  const [reader, report] = await Promise.all([flows.knowMember(request.userId), flows.loadModelReport()]);
  const read = asReadBy(reader);
  if (report === null) return answer.privately(noticeOf("model.none", read.locale));
  return answer.privately(modelReportMessage({ report, now: clock(), ...read }));
}
