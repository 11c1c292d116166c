import type { Lever } from "./levers.ts";
import type { Reason } from "./reasons.ts";

/** What stands behind a probability: why it is what it is, and what would lower it; strongest first. */
export type ScoreExplanation = { readonly reasons: readonly Reason[]; readonly levers: readonly Lever[] };

/**
 * Why a probability has no explanation: nobody asked for it yet, or what it was made from is no longer there, so that
 * working it out now would explain another figure.
 */
export type Unexplained = "not-yet" | "data-changed" | "no-customer-then" | "model-unreadable";

const WORDS: Record<Unexplained, string> = {
  "not-yet": "The reasons have not been worked out yet.",
  "data-changed":
    "The reasons cannot be told: data from before this score came in or changed after it. The next scoring knows them.",
  "no-customer-then":
    "The reasons cannot be told: by today's data they were no customer when they were scored.",
  "model-unreadable":
    "The reasons cannot be told: the model version that gave this score can no longer be read.",
};

/** What a reader is told in place of reasons. */
export function unexplainedInWords(because: Unexplained): string {
  return WORDS[because];
}
