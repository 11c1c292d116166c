import type { Place } from "../../domain/access.ts";
import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { cardSuggestion } from "../../domain/outreach/card-suggestion.ts";
import {
  CARD_NEEDS,
  type CardFacts,
  type CustomerCard,
  customerCard,
} from "../../domain/outreach/customer-card.ts";
import { casesToKeep, type NewPlaybookCase } from "../../domain/outreach/playbooks/evaluate.ts";
import type { NewSuggestion } from "../../domain/outreach/suggestion.ts";
import { type NoteMoneyReadDeps, noteMoneyRead } from "../customers/note-money-read.ts";
import { type ReadExplainedFactsDeps, readExplainedFacts } from "./read-explained-facts.ts";

export type LoadCustomerCardDeps = ReadExplainedFactsDeps & NoteMoneyReadDeps & { readonly clock: Clock };

export type ShownCard = {
  readonly kind: "card";
  readonly card: CustomerCard;
  readonly suggestionKey: string | null;
  /** What the card advises, and every playbook that applied: to be kept by `keepSuggestion`. */
  readonly suggestion: NewSuggestion | null;
  readonly cases: readonly NewPlaybookCase[];
  readonly shownAt: Date;
};
export type LoadedCard = ShownCard | { readonly kind: "gone" };

/** One customer's card for the member who asked, or for everyone in the place. */
export async function loadCustomerCard(
  deps: LoadCustomerCardDeps,
  request: {
    readonly customerId: number;
    readonly member: Member;
    readonly audience?: "member" | "everyone";
    readonly place: Place;
  },
): Promise<LoadedCard> {
  const { customerId, member, audience = "member", place } = request;
  const shownAt = deps.clock();
  const found = await readExplainedFacts(deps, CARD_NEEDS, [customerId], shownAt);
  const facts = found.get(customerId);
  if (facts === undefined) return { kind: "gone" };
  const card = customerCard(facts, audience === "everyone" ? audience : member, place, shownAt);
  if (card.value.kind !== "hidden" && audience === "member")
    await noteMoneyRead(deps, { reader: member, surface: "card", customerIds: [customerId], at: shownAt });
  const suggestion = suggestionOf(card, facts, member, shownAt);
  const suggestionKey = suggestion?.key ?? null;
  const cases = casesToKeep(
    card.cases,
    { customerId: card.customerId, kind: "card", at: shownAt },
    suggestionKey,
  );
  return { kind: "card", card, suggestionKey, suggestion, cases, shownAt };
}

function suggestionOf(
  { advice, customerId }: CustomerCard,
  facts: CardFacts,
  { slackUserId }: Member,
  createdAt: Date,
): NewSuggestion | null {
  const probability = facts.score?.probability ?? null;
  return cardSuggestion(advice, { customerId, memberId: slackUserId, probability, createdAt });
}
