import type { Phrase } from "../phrase.ts";
import type { Applying } from "./playbooks/evaluate.ts";

/** A nudge that can still be answered. */
export type OpenNudge = {
  readonly suggestionKey: string;
  /** How pressing what it says by now is. */
  readonly priority: Applying["priority"];
};

/** What came to press more than what a nudge said at first: kept beside it, and shown in its place. */
export type MorePressing = {
  readonly playbook: string;
  readonly reason: Phrase;
  readonly action: Phrase;
  /** ISO 8601 in UTC. */
  readonly at: string;
};
