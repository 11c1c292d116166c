import type { Question } from "../../domain/asking/intent.ts";
import type { AtRiskList } from "../../domain/outreach/at-risk.ts";
import { sayIn } from "../../words/say.ts";
import { context } from "../blocks/elements.ts";
import { atRiskMessage } from "../blocks/outreach/at-risk.ts";
import { atRiskForAll } from "../blocks/outreach/at-risk-for-all.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import type { PermittedTools } from "../frame/handler.ts";
import { type BuildForAll, nothingMore } from "./for-all.ts";

type Whose = Pick<Question, "whose">;

/** Everybody at high risk, most at stake first, to whoever asked alone. */
export async function showAtRiskTo({ whose }: Whose, tools: PermittedTools): Promise<void> {
  const { flows, answer, reader, place } = tools;
  const scope = whose === null ? null : { kind: whose };
  const { list, suggestions, now } = await flows.listAtRisk({ reader, place, scope, page: 0 });
  await answer.privately(atRiskMessage(list, { now, ...asReadBy(reader) }));
  await flows.keepSuggestions(suggestions);
}

/** The first of them without amounts; with them, to whoever asked, where some are for them. */
export const atRiskForEveryone: BuildForAll<Question> = async ({ whose }, { flows, reader }, place) => {
  const scope = { kind: whose ?? "team" } as const;
  const asked = { reader, place, scope, page: 0, audience: "everyone" } as const;
  const { list, now } = await flows.listAtRisk(asked);
  const message = atRiskForAll(list, { now, ...asReadBy(reader) });
  return hidesAmounts(list)
    ? { message, forOneself: (own) => showAmounts(scope, own) }
    : nothingMore(message);
};

async function showAmounts(
  scope: { readonly kind: "mine" | "team" },
  { flows, answer, reader, place }: PermittedTools,
): Promise<void> {
  const { list, suggestions, now } = await flows.listAtRisk({ reader, place, scope, page: 0 });
  if (!showsAmounts(list)) return;
  const reading = { now, ...asReadBy(reader) };
  const { text, blocks } = atRiskMessage(list, reading);
  const line = context(sayIn(reading.locale)("asking.private.at-risk"));
  await answer.privately({ text, blocks: [line, ...blocks] });
  await flows.keepSuggestions(suggestions);
}

const stakesOf = (list: AtRiskList) =>
  list.kind === "page" ? list.items.map(({ customer }) => customer.stake.kind) : [];
const hidesAmounts = (list: AtRiskList): boolean => stakesOf(list).includes("hidden");
const showsAmounts = (list: AtRiskList): boolean => stakesOf(list).includes("known");
