import type { Advice } from "./playbooks/evaluate.ts";
import type { NewSuggestion } from "./suggestion.ts";

/** What a card, or a list of cards in a line each, suggests: kept once however often it is shown; null: nothing to do. */
export function cardSuggestion(
  advice: Advice,
  about: Pick<NewSuggestion, "customerId" | "memberId" | "probability" | "createdAt">,
): NewSuggestion | null {
  if (advice.kind !== "act") return null;
  const { playbook, occasion, action, reason } = advice;
  return {
    ...about,
    kind: "card",
    key: `card:${about.customerId}:${playbook}:${occasion}`,
    playbook,
    action,
    reason,
  };
}
