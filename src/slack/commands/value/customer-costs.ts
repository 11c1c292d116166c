import { textOf } from "../../../words/text.ts";
import type { SlackMessage } from "../../blocks/elements.ts";
import { moneyRefused, notice, noticeOf } from "../../blocks/messages/notices.ts";
import { customerCostsMessage } from "../../blocks/value/customer-costs.ts";
import type { HandlerTools } from "../../frame/handler.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

export type CustomerCostsRequest = {
  readonly customerId: number;
  readonly userId: string;
  readonly channelId: string | null;
  readonly withDivisions: boolean;
};

/** What one customer costs, or why its reader is not told. */
export async function customerCostsAnswer(
  { customerId, userId, channelId, withDivisions }: CustomerCostsRequest,
  { flows }: Pick<HandlerTools, "flows">,
): Promise<SlackMessage> {
  const reader = await flows.knowMember(userId);
  const locale = readerLocale(reader);
  const shown = await flows.showCustomerCosts({ customerId, reader, channelId });
  switch (shown.kind) {
    case "costs":
      return customerCostsMessage({ ...shown, withDivisions, locale });
    case "gone":
      return noticeOf("notice.gone", locale);
    case "not-your-account":
      return noticeOf("customer-costs.not-yours", locale);
    case "shared-channel":
      return moneyRefused(shown.kind, locale);
    case "no-customers":
    case "missing-rate":
      return notice(textOf(shown.reason, locale));
  }
}
