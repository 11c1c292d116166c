import type { Clock } from "../../domain/clock.ts";
import { nudgesOverSince, type WhyNot } from "../../domain/outreach/nudge-answer.ts";
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
  /** It is closed, or should be: an answer now says nothing of the day it was made for. */
  | { readonly kind: "too-old"; readonly suggestion: Suggestion }
  | { readonly kind: "unknown" };

/** Notes what a member did with a suggestion; the first answer counts. */
export async function settleSuggestion(
  deps: SettleSuggestionDeps,
  request: {
    readonly key: string;
    readonly status: "reached_out" | "not_useful";
    readonly memberId: string;
    readonly whyNot?: WhyNot;
    readonly whyNotNote?: string | null;
  },
): Promise<SettleResult> {
  const { key, status, memberId: by, whyNot = null, whyNotNote = null } = request;
  const at = deps.clock();
  const answer = { key, status, by, at, whyNot, whyNotNote, madeAfter: nudgesOverSince(at) };
  const isFirst = await deps.suggestions.settle(answer);
  const suggestion = await deps.suggestions.find(key);
  if (suggestion === null) return { kind: "unknown" };
  if (isFirst) return { kind: "settled", suggestion };
  return { kind: isOver(suggestion) ? "too-old" : "settled-before", suggestion };
}

/** Of one that could not be answered: nobody did before. */
export const isOver = ({ status }: Pick<Suggestion, "status">): boolean =>
  status === "open" || status === "closed";
