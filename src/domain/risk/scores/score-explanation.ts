import { type Phrase, phrase } from "../../phrase.ts";
import type { Lever } from "./levers.ts";
import type { Reason } from "./reasons.ts";

/** What stands behind a probability: why it is what it is, and what would lower it; strongest first. */
export type ScoreExplanation = { readonly reasons: readonly Reason[]; readonly levers: readonly Lever[] };

/**
 * Why a probability has no explanation: nobody asked for it yet, or what it was made from is no longer there, so that
 * working it out now would explain another figure.
 */
export type Unexplained = "not-yet" | "data-changed" | "no-customer-then" | "model-unreadable";

/** What a reader is told in place of reasons. */
export const unexplainedPhrase = (because: Unexplained): Phrase => phrase(`unexplained.${because}`);
