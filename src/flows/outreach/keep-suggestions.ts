import type { NewSuggestion } from "../../domain/outreach/suggestion.ts";
import type { SuggestionStore } from "../../store/outreach/suggestions.ts";

export type KeepSuggestionsDeps = { readonly suggestions: Pick<SuggestionStore, "record"> };

/** Keeps what a list suggested, so that it can be answered; showing the list again keeps nothing twice. */
export function keepSuggestions(
  { suggestions }: KeepSuggestionsDeps,
  list: readonly NewSuggestion[],
): Promise<void> {
  return suggestions.record(list);
}
