import type { Clock } from "../../domain/clock.ts";
import { nudgesOverSince } from "../../domain/outreach/nudge-answer.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";
import type { SuggestionStore } from "../../store/outreach/suggestions.ts";
import { isOver, type SettleResult } from "./settle-suggestion.ts";

export type AskWhyNotDeps = {
  readonly suggestions: Pick<SuggestionStore, "find">;
  readonly customers: Pick<CustomerStore, "find">;
  readonly clock: Clock;
};

export type WhyNotQuestion =
  | { readonly kind: "ask"; readonly customerName: string }
  | Exclude<SettleResult, { kind: "settled" }>;

/** Whether it can still be said that a suggestion was not useful, and about whom it is. */
export async function askWhyNot(deps: AskWhyNotDeps, key: string): Promise<WhyNotQuestion> {
  const suggestion = await deps.suggestions.find(key);
  const customer = suggestion && (await deps.customers.find(suggestion.customerId));
  if (suggestion === null || customer === null) return { kind: "unknown" };
  if (!isOver(suggestion)) return { kind: "settled-before", suggestion };
  const isOpen = suggestion.status === "open" && suggestion.createdAt > nudgesOverSince(deps.clock());
  return isOpen ? { kind: "ask", customerName: customer.name } : { kind: "too-old", suggestion };
}
