import type { CustomerButton } from "../blocks/button-value.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { type HistoryView, historyMessage, historyModal } from "../blocks/outreach/history.ts";
import type { PermittedTools } from "../frame/handler.ts";
import { withButton } from "./card-buttons.ts";

/** What happened with a customer, to its reader alone. */
export async function showHistory(customerId: number, tools: PermittedTools): Promise<void> {
  const view = await newest(customerId, tools);
  if (view !== null) await tools.answer.privately(historyMessage(view));
}

/** History: below the card, or on top of the modal whose button it is. */
export const historyAction = withButton(async ({ customerId }, request, tools) => {
  if (request.viewId === null) return showHistory(customerId, tools);
  const view = await newest(customerId, tools);
  if (view !== null) await tools.slack.pushModal(request.triggerId, historyModal(view));
});

/** Older, newer: in place of the page that is there. */
export const historyPageAction = withButton(async (button, request, tools) => {
  const page = pageIn(request.actionId);
  const view = await read(button.customerId, tools, { page, upTo: button.shownAt });
  if (view === null) return;
  if (request.viewId === null) return tools.answer.replacing(historyMessage(view));
  await tools.slack.updateModal(request.viewId, historyModal(view));
});

const newest = (customerId: number, tools: PermittedTools) => read(customerId, tools, {});

/** Null, and said so, where there is no such customer any more. */
async function read(
  customerId: CustomerButton["customerId"],
  { flows, answer, reader, place }: PermittedTools,
  which: { readonly page?: number; readonly upTo?: Date },
): Promise<HistoryView | null> {
  const reading = asReadBy(reader);
  const shown = await flows.loadHistory({ customerId, member: reader, place, ...which });
  if (shown.kind === "history") return { ...shown, ...reading };
  await answer.privately(noticeOf("notice.gone", reading.locale));
  return null;
}

/** Nobody turns further; what is no page of ours is the first. */
const LAST_PAGE = 100_000;

function pageIn(actionId: string): number {
  const page = Number(actionId.split(":")[1]);
  return Number.isInteger(page) && page >= 0 && page <= LAST_PAGE ? page : 0;
}
