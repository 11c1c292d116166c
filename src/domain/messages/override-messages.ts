import type { Day } from "../calendar.ts";
import type { OverrideOutcome, OverrideSays, OverrideTally } from "../outreach/overrides/override.ts";

/** Tells an owner that somebody else knows better than the model about one of their customers, or took that back. */
export type OverrideNoteMessage = {
  readonly kind: "override-note";
  readonly customerId: number;
  readonly name: string;
  /** Slack user id of whoever did it. */
  readonly by: string;
  readonly at: string;
  /** Null: it was taken back. */
  readonly call: { readonly says: OverrideSays; readonly because: string; readonly untilDay: Day } | null;
};

/** Tells a member, and nobody else, what came of their calls. */
export type OverrideScoreMessage = {
  readonly kind: "override-score";
  readonly items: ReadonlyArray<{
    readonly customerId: number;
    readonly name: string;
    readonly says: OverrideSays;
    readonly madeAt: string;
    readonly outcome: OverrideOutcome;
    /** Null: the model had no figure. */
    readonly modelWasRight: boolean | null;
  }>;
  /** Further ones that were scored with them. */
  readonly more: number;
  /** Of all their calls so far. */
  readonly tally: OverrideTally;
};

/** As many as are read at a glance. Chosen by the product. */
export const MOST_SCORES_TOLD = 20;
