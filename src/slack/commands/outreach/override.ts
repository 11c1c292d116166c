import { showOverrideForm } from "../../actions/override-buttons.ts";
import { commandOffered, noticeOf } from "../../blocks/messages/notices.ts";
import { asReadBy } from "../../blocks/outreach/customer-card.ts";
import { overridesMessage } from "../../blocks/outreach/overrides.ts";
import type { NamedRequest, PermittedTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** `/customer acme override`: opens the form in which somebody knows better than the model. */
export async function openOverride(
  customerId: number,
  tools: PermittedTools,
  { request: { triggerId, responseUrl, channelId } }: NamedRequest,
): Promise<void> {
  const place = { responseUrl, channelId, isCard: false, isSeenByAll: false, sharedBy: null };
  if (triggerId !== null)
    return showOverrideForm(triggerId, { customerId, suggestionKey: null, ...place }, tools);
  const locale = readerLocale(tools.reader);
  const asked = await tools.flows.openOverrideForm({ customerId });
  if (asked.kind === "gone") return tools.answer.privately(noticeOf("notice.gone", locale));
  // A message opens no form: the button below does.
  const command = `${asked.customer.name} override`;
  await tools.answer.privately(commandOffered("override.form.open", command, locale));
}

/** `/customer overrides`: the reader's own calls and how they turned out, to them alone. */
export async function showOverrides(
  _request: CommandRequest,
  { flows, answer, reader }: PermittedTools,
): Promise<void> {
  await answer.privately(overridesMessage(await flows.listOverrides({ reader }), asReadBy(reader)));
}
