import { SEGMENT_RULES, segmentRule } from "../../../domain/value/segments/segment-rules.ts";
import { valueTier } from "../../../domain/value/segments/value-tier.ts";
import { MONEY_REFUSED, notice, quoted } from "../../blocks/messages/notices.ts";
import { segmentReportMessage } from "../../blocks/value/segment-report.ts";
import type { HandlerTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";

/** `/customer segments [RULE]`: customers by value tier or another rule. */
export async function showSegments(
  request: CommandRequest,
  { flows, answer }: HandlerTools,
  typed: string | undefined,
): Promise<void> {
  const rule = typed === undefined ? valueTier : segmentRule(typed.toLowerCase().replace(/\s+/g, "-"));
  if (rule === null) return answer.privately(notice(unknownRule(typed ?? "")));
  const reader = await flows.knowMember(request.userId);
  const shown = await flows.showSegments({ reader, channelId: request.channelId, rule });
  switch (shown.kind) {
    case "report":
      return answer.privately(segmentReportMessage(shown));
    case "not-allowed":
    case "shared-channel":
      return answer.privately(notice(MONEY_REFUSED[shown.kind]));
    case "no-customers":
    case "missing-rate":
      return answer.privately(notice(shown.reason));
  }
}

function unknownRule(typed: string): string {
  const rules = SEGMENT_RULES.map(({ key }) => `\`${key}\``).join(", ");
  return `I do not divide customers by ${quoted(typed)}. \`/customer segments\` takes ${rules}.`;
}
