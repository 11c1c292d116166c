import type { Clock } from "../../domain/clock.ts";
import type { Suggestion } from "../../domain/outreach/suggestion.ts";
import type { SuggestionStore } from "../../store/outreach/suggestions.ts";

export type SettleSuggestionDeps = {
  readonly suggestions: Pick<SuggestionStore, "settle" | "find">;
  readonly clock: Clock;
};

export type SettleResult =
  | { readonly kind: "settled"; readonly suggestion: Suggestion }
  /** Someone, maybe the same person, was faster. */
  | { readonly kind: "settled-before"; readonly suggestion: Suggestion }
  | { readonly kind: "unknown" };

/** Notes what a member did with a suggestion; the first answer counts. */
export async function settleSuggestion(
  deps: SettleSuggestionDeps,
  request: { readonly key: string; readonly status: "reached_out" | "not_useful"; readonly memberId: string },
): Promise<SettleResult> {
  const isFirst = await deps.suggestions.settle(request.key, request.status, request.memberId, deps.clock());
  const suggestion = await deps.suggestions.find(request.key);
  if (suggestion === null) return { kind: "unknown" };
  return { kind: isFirst ? "settled" : "settled-before", suggestion };
}
