import type { AtRiskScope } from "../../../domain/outreach/at-risk.ts";
import { atRiskMessage } from "../../blocks/outreach/at-risk.ts";
import { asReadBy } from "../../blocks/outreach/customer-card.ts";
import type { PermittedTools } from "../../frame/handler.ts";

/** What stands behind `at-risk`: as it was typed, and without the words around it that change nothing. */
export type Typed = { readonly whole: string | undefined; readonly plain: string | undefined };

/** `/customer at-risk [mine|team|SEGMENT]`: everybody at high risk, most at stake first. */
export async function showAtRisk(tools: PermittedTools, { whole, plain }: Typed): Promise<void> {
  const { flows, answer, reader, place } = tools;
  const listOf = (typed: string | undefined) =>
    flows.listAtRisk({ reader, place, scope: scopeIn(typed), page: 0 });
  const asTyped = await listOf(whole);
  const isNoSegment = asTyped.list.kind === "unknown-segment" && plain !== whole;
  const { list, suggestions, now } = isNoSegment ? await listOf(plain) : asTyped;
  await answer.privately(atRiskMessage(list, { now, ...asReadBy(reader) }));
  await flows.keepSuggestions(suggestions);
}

/** Null where nothing was typed: whose are meant then, the reader decides. */
function scopeIn(typed: string | undefined): AtRiskScope | null {
  if (typed === undefined) return null;
  const word = typed.toLowerCase();
  return word === "mine" || word === "team" ? { kind: word } : { kind: "segment", segment: typed };
}
