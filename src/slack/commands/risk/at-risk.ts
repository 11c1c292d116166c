import type { AtRiskScope } from "../../../domain/outreach/at-risk.ts";
import { commandInEnglish } from "../../../words/typed-command.ts";
import { answerAboutFound } from "../../asking/answer-question.ts";
import { atRiskMessage } from "../../blocks/outreach/at-risk.ts";
import { asReadBy } from "../../blocks/outreach/customer-card.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";

/**
 * `/customer at-risk Acme`: whoever names a customer where a segment may stand asks for that customer's risk. A segment
 * called "Key accounts" comes before what is left of its name without fillers.
 */
export async function showRisk(
  request: CommandRequest,
  tools: PermittedTools,
  [typed = "", whose]: readonly string[],
) {
  const whole = /^at[\s-]*risk\s+(.+)$/i.exec(commandInEnglish(typed))?.[1] ?? whose;
  const isScope = whole === undefined || /^(?:mine|team)$/i.test(whole);
  const found = isScope ? null : await tools.flows.lookUpCustomer(whole);
  if (found?.kind !== "found" || found.how !== "exact") return showAtRisk(tools, { whole, plain: whose });
  await answerAboutFound(found.customerId, null, request, tools);
}

/** What stands behind `at-risk`: as it was typed, and without the words around it that change nothing. */
type Typed = { readonly whole: string | undefined; readonly plain: string | undefined };

/** `/customer at-risk [mine|team|SEGMENT]`: everybody at high risk, most at stake first. */
async function showAtRisk(tools: PermittedTools, { whole, plain }: Typed): Promise<void> {
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
