import type { AllFacts } from "../facts.ts";

/** What a playbook advises in a customer's case. */
export type Suggested = {
  readonly kind: "act";
  /** The playbook's name. */
  readonly playbook: string;
  readonly action: string;
  readonly reason: string;
  /** What called for it; the same occasion never asks twice. */
  readonly occasion: string;
};

/** The one thing to do next, or why there is nothing to do. */
export type Advice = Suggested | { readonly kind: "nothing"; readonly because: string };

/**
 * One rule of care: when a customer needs something, and what. A new one is a file in this folder and a line in
 * `playbooks.ts`, at its place by urgency.
 */
export type Playbook = {
  readonly name: string;
  /** Urgent enough not to wait for the answer to a contact of the last days. */
  readonly urgent?: true;
  /** @returns what to do, or null where this rule has nothing to say. Nothing at or after `now` counts. */
  suggest(facts: AllFacts, now: Date): Omit<Suggested, "kind" | "playbook"> | null;
};
