import { asReadBy } from "../../blocks/outreach/customer-card.ts";
import { draftsMessage } from "../../blocks/outreach/draft-templates.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";

/** `/customer drafts`: the texts that reps start from, and which of them are the team's own. */
export async function showDrafts(
  _request: CommandRequest,
  { flows, answer, reader, clock }: PermittedTools,
): Promise<void> {
  const own = await flows.listDrafts({});
  await answer.privately(draftsMessage(own, { now: clock(), ...asReadBy(reader) }));
}
