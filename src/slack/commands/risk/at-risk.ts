import type { AtRiskScope } from "../../../domain/outreach/at-risk.ts";
import { atRiskMessage } from "../../blocks/outreach/at-risk.ts";
import { asReadBy } from "../../blocks/outreach/customer-card.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";

/** `/customer at-risk [mine|team|SEGMENT]`: everybody at high risk, most at stake first. */
export async function showAtRisk(
  _request: CommandRequest,
  { flows, answer, reader, place }: PermittedTools,
  typed: string | undefined,
): Promise<void> {
  const { list, suggestions, now } = await flows.listAtRisk({
    reader,
    place,
    scope: scopeIn(typed),
    page: 0,
  });
  await answer.privately(atRiskMessage(list, { now, ...asReadBy(reader) }));
  await flows.keepSuggestions(suggestions);
}

/** Null where nothing was typed: whose are meant then, the reader decides. */
function scopeIn(typed: string | undefined): AtRiskScope | null {
  if (typed === undefined) return null;
  const word = typed.toLowerCase();
  return word === "mine" || word === "team" ? { kind: word } : { kind: "segment", segment: typed };
}
