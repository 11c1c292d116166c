import type { Day } from "./calendar.ts";
import type { Money } from "./money.ts";

/** An amount in a phrase: with every digit, without decimals from 1,000 on (`brief`), or without any (`whole`). */
export type Amount = Money & { readonly digits?: "brief" | "whole" };

/** What may stand in a phrase. Plain data: phrases are kept as JSON. */
export type Parameter = string | number | Amount | { readonly day: Day } | Phrase;

/**
 * What a rule says: a code and what stands in it, never a sentence. `words/` makes the text of it when it is shown, in
 * the language of whoever reads it.
 */
export type Phrase = {
  readonly code: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
};

export const phrase = (code: string, parameters: Phrase["parameters"] = {}): Phrase => ({ code, parameters });

/** A sentence that is there in one language only: kept before there were codes, or made by a rule that has none yet. */
export const asWritten = (text: string): Phrase => phrase("as-written", { text });
