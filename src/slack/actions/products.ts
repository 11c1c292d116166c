import { noticeOf } from "../blocks/messages/notices.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { productsMessage } from "../blocks/products/products.ts";
import type { PermittedTools } from "../frame/handler.ts";
import { withButton } from "./card-buttons.ts";

/** What to offer a customer next, and why, to its reader alone. */
export async function showProducts(
  customerId: number,
  { flows, answer, reader }: PermittedTools,
): Promise<void> {
  const read = asReadBy(reader);
  const shown = await flows.showProducts({ customerId });
  if (shown.kind === "gone") return answer.privately(noticeOf("notice.gone", read.locale));
  await answer.privately(productsMessage({ ...shown, ...read }));
}

/** Why, beside what is often bought next. */
export const productsAction = withButton(({ customerId }, _request, tools) =>
  showProducts(customerId, tools),
);
