import type { Phrase } from "../phrase.ts";

/** Where a suggestion is made: on a card somebody opened, or unasked. */
export type SuggestionKind = "card" | "nudge";

/** `handed_over`: another one took its place, as somebody else's. `closed`: nobody answered it, and it is too late to. */
export type SuggestionStatus =
  | "open"
  | "reached_out"
  | "snoozed"
  | "not_useful"
  | "touched"
  | "handed_over"
  | "closed";

/** A piece of advice about a customer, before it is kept. */
export type NewSuggestion = {
  /** One piece of advice on one occasion: the same key is never kept twice. */
  readonly key: string;
  readonly kind: SuggestionKind;
  readonly customerId: number;
  /** The Slack user it was made for; null: whoever opened the card. */
  readonly memberId: string | null;
  readonly playbook: string;
  readonly action: Phrase;
  readonly reason: Phrase;
  readonly probability: number | null;
  readonly createdAt: Date;
};

export type Suggestion = NewSuggestion & {
  readonly id: number;
  readonly status: SuggestionStatus;
  readonly settledBy: string | null;
  readonly settledAt: Date | null;
  /** The outbox message that shows it; null: a card did. */
  readonly messageKey: string | null;
};
