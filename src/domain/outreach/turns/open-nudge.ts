import type { Phrase } from "../../phrase.ts";

/** A nudge that its member has not answered yet. */
export type OpenNudge = {
  readonly suggestionKey: string;
  readonly customerId: number;
  readonly name: string;
  readonly reason: Phrase;
  readonly action: Phrase;
  /** P(churn) of that day, 0–1; null: it was not told. */
  readonly probability: number | null;
  readonly madeAt: Date;
};

/** The first of them, and how many there are. */
export type OpenNudges = { readonly items: readonly OpenNudge[]; readonly inAll: number };
