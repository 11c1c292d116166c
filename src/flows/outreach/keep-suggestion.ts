import type { PlaybookCaseStore } from "../../store/outreach/playbook-cases.ts";
import type { SuggestionStore } from "../../store/outreach/suggestions.ts";
import type { ShownCard } from "./load-customer-card.ts";

export type KeepSuggestionDeps = {
  readonly suggestions: Pick<SuggestionStore, "record">;
  readonly playbookCases: Pick<PlaybookCaseStore, "record">;
};

/**
 * Keeps what a card suggested and what else it could have, so that what becomes of it can be told. Called once the card
 * is shown: nobody waits for it, and showing the card again keeps it just as well.
 */
export async function keepSuggestion(
  { suggestions, playbookCases }: KeepSuggestionDeps,
  { suggestion, cases }: Pick<ShownCard, "suggestion" | "cases">,
): Promise<void> {
  if (suggestion) await suggestions.record([suggestion]);
  await playbookCases.record(cases);
}
