import { costForm } from "../../blocks/costs/cost-form.ts";
import { commandOffered } from "../../blocks/messages/notices.ts";
import { encodePlace } from "../../frame/form-metadata.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** `/customer cost add [customer]`: opens the form that records a cost. */
export async function openCostEntry(
  request: CommandRequest,
  { flows, slack, answer, reader }: PermittedTools,
  customer: string | null,
): Promise<void> {
  const { responseUrl, channelId, triggerId } = request;
  const locale = readerLocale(reader);
  if (triggerId === null)
    return answer.privately(commandOffered("cost.form.button", addCommand(customer), locale));
  const facts = await flows.openCostForm(reader);
  const chosen = { customer, scope: customer === null ? null : "customer", category: null };
  const metadata = encodePlace({ responseUrl, channelId });
  await slack.openModal(triggerId, costForm({ ...facts, ...chosen, metadata, locale }));
}

const addCommand = (customer: string | null) => (customer === null ? "cost add" : `cost add ${customer}`);
