import type { SuggestionStore } from "../../store/outreach/suggestions.ts";
import type { ShownCard } from "./load-customer-card.ts";

export type KeepSuggestionDeps = { readonly suggestions: Pick<SuggestionStore, "record"> };

/**
 * Keeps what a card suggested, so that what becomes of it can be told. Called once the card is shown: nobody waits for
 * it, and showing the card again keeps it just as well.
 */
export async function keepSuggestion(
  { suggestions }: KeepSuggestionDeps,
  { suggestion }: Pick<ShownCard, "suggestion">,
): Promise<void> {
  if (suggestion) await suggestions.record([suggestion]);
}
