import { textOf } from "../../../words/text.ts";
import { notice, noticeOf } from "../../blocks/messages/notices.ts";
import { customerWorthMessage } from "../../blocks/value/customer-costs.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** What one customer is worth, or why its reader is not told. */
export async function showWorth(
  customerId: number,
  { flows, answer, reader, place }: PermittedTools,
): Promise<void> {
  const locale = readerLocale(reader);
  const shown = await flows.showCustomerCosts({ customerId, reader, place });
  switch (shown.kind) {
    case "costs":
      return answer.privately(customerWorthMessage({ ...shown, withDivisions: true, locale }));
    case "gone":
      return answer.privately(noticeOf("notice.gone", locale));
    case "not-your-account":
      return answer.privately(noticeOf("customer-costs.not-yours", locale));
    case "no-customers":
    case "missing-rate":
      return answer.privately(notice(textOf(shown.reason, locale)));
  }
}
