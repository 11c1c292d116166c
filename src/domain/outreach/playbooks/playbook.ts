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
  /** When it arose, where a contact since does not settle it but whoever made one knows of it; left out: there was none since. */
  readonly since?: Date;
};

/** A number of a playbook that a team may set: whole, within a range, both ends included. */
export type NumberRange = {
  readonly default: number;
  readonly least: number;
  readonly most: number;
  readonly unit: "days" | "percent" | "points" | "count";
};

/** What a playbook's numbers are set to. */
export type Numbers<Key extends string> = { readonly [K in Key]: number };

/**
 * One rule of care: when a customer needs something, and what. A new one is a file in this folder, its words in
 * `words/<language>/outreach.ts`, and a line in `playbooks.ts`, at its place by urgency.
 */
type Definition<Need extends FactKey, Key extends string> = {
  /** Kept with every suggestion, and named by costs that are for it: it never changes. */
  readonly key: string;
  /** The facts it goes by, besides the customer's file. */
  readonly needs: readonly Need[];
  /**
   * `urgent` does not wait for the answer to a contact of the last days where it arose since, `due` does, and `last` is for where nothing
   * else can be said.
   */
  readonly priority: "urgent" | "due" | "last";
  /**
   * Of those who would have left, the share who stay because of it, 0–1: what is believed before anything was measured. Chosen by
   * the product, small, and replaced by what the hold-out shows.
   */
  readonly saves: number;
  /** What it takes of somebody's time, until a team sets its own. Chosen by the product. */
  readonly minutes: number;
  /**
   * It rests on days that stay true when no data come any more, a renewal or an open ticket: then it alone is told
   * unasked. Left out: it follows from risk or from silence.
   */
  readonly restsOnKnownDays?: true;
  /** Somebody who looks a customer up hears of it, nobody unasked: it is worth a word in passing, not a contact of its own. */
  readonly onCardsOnly?: true;
  /** It speaks of those who have left as well; of those only such playbooks do. Left out: they are nobody to advise on. */
  readonly forWhoLeft?: true;
  /** What doing it is to the model, so that a card can tell what it may bring. Left out: a contact. */
  readonly step?: LeverKey;
  /** What a team may set, by name; kept under these names. Ranges of two that belong together do not overlap. */
  readonly numbers?: { readonly [K in Key]: NumberRange };
  /**
   * Nothing at or after `now` counts.
   * @param kind where the advice is given: on a card, or unasked
   * @param numbers as they are set
   * @returns what to do, or null where this rule has nothing to say
   */
  eligible(facts: Facts<Need>, now: Date, kind: SuggestionKind, numbers: Numbers<Key>): Due | null;
};

export type Playbook<Need extends FactKey = FactKey> = Omit<
  Definition<Need, never>,
  "numbers" | "eligible"
> & {
  readonly numbers: Readonly<Record<string, NumberRange>>;
  /** @param numbers those that are set; a number that is left out is as declared */
  eligible(
    facts: Facts<Need>,
    now: Date,
    kind: SuggestionKind,
    numbers?: Readonly<Record<string, number>>,
  ): Due | null;
};

/** States a playbook: what it is given follows from what it needs and which numbers it declares. */
export function playbook<Need extends FactKey, Key extends string = never>(
  definition: Definition<Need, Key>,
): Playbook<Need> {
  const numbers: Readonly<Record<string, NumberRange>> = definition.numbers ?? {};
  const defaults = Object.fromEntries(Object.entries(numbers).map(([key, range]) => [key, range.default]));
  return {
    ...definition,
    numbers,
    eligible(facts, now, kind, set = {}) {
      // Its keys are those of the declaration, which the compiler does not follow through a list.
      return definition.eligible(facts, now, kind, { ...defaults, ...set } as Numbers<Key>);
    },
  };
}
