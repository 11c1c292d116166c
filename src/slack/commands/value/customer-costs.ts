import { textOf } from "../../../words/text.ts";
import type { SlackMessage } from "../../blocks/elements.ts";
import { notice, noticeOf } from "../../blocks/messages/notices.ts";
import { customerCostsMessage } from "../../blocks/value/customer-costs.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

export type CustomerCostsRequest = { readonly customerId: number; readonly withDivisions: boolean };

/** What one customer costs, or why its reader is not told. */
export async function customerCostsAnswer(
  { customerId, withDivisions }: CustomerCostsRequest,
  { flows, reader, place }: Pick<PermittedTools, "flows" | "reader" | "place">,
): Promise<SlackMessage> {
  const locale = readerLocale(reader);
  const shown = await flows.showCustomerCosts({ customerId, reader, place });
  switch (shown.kind) {
    case "costs":
      return customerCostsMessage({ ...shown, withDivisions, locale });
    case "gone":
      return noticeOf("notice.gone", locale);
    case "not-your-account":
      return noticeOf("customer-costs.not-yours", locale);
    case "no-customers":
    case "missing-rate":
      return notice(textOf(shown.reason, locale));
  }
}
