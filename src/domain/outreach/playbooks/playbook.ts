import type { Phrase } from "../../phrase.ts";
import type { LeverKey } from "../../risk/scores/levers.ts";
import type { FactKey, Facts } from "../facts.ts";
import type { SuggestionKind } from "../suggestion.ts";

/** What a playbook advises in a customer's case. */
export type Due = {
  /** What called for it; the same occasion never asks twice. */
  readonly occasion: string;
  readonly action: Phrase;
  readonly reason: Phrase;
};

/**
 * One rule of care: when a customer needs something, and what. A new one is a file in this folder, its words in
 * `words/<language>/outreach.ts`, and a line in `playbooks.ts`, at its place by urgency.
 */
export type Playbook<Need extends FactKey = FactKey> = {
  /** Kept with every suggestion, and named by costs that are for it: it never changes. */
  readonly key: string;
  /** The facts it goes by, besides the customer's file. */
  readonly needs: readonly Need[];
  /**
   * `urgent` does not wait for the answer to a contact of the last days, `due` does, and `last` is for where nothing
   * else can be said.
   */
  readonly priority: "urgent" | "due" | "last";
  /**
   * Of those who would have left, the share who stay because of it, 0–1: what is believed before anything was measured. Chosen by
   * the product, small, and replaced by what the hold-out shows.
   */
  readonly saves: number;
  /** What it takes of somebody's time. Chosen by the product. */
  readonly minutes: number;
  /**
   * It rests on days that stay true when no data come any more, a renewal or an open ticket: then it alone is told
   * unasked. Left out: it follows from risk or from silence.
   */
  readonly restsOnKnownDays?: true;
  /** It speaks of customers who have left or stopped buying, of whom no other playbook does. */
  readonly forWhoLeft?: true;
  /** What doing it is to the model, so that a card can tell what it may bring. Left out: a contact. */
  readonly step?: LeverKey;
  /**
   * Nothing at or after `now` counts.
   * @param kind where the advice is given: on a card, or unasked
   * @returns what to do, or null where this rule has nothing to say
   */
  eligible(facts: Facts<Need>, now: Date, kind: SuggestionKind): Due | null;
};

/** States a playbook: what it is given follows from what it needs. */
export const playbook = <Need extends FactKey>(definition: Playbook<Need>): Playbook<Need> => definition;
