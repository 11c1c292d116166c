import type { Money } from "../money.ts";
import type { Phrase } from "../phrase.ts";

/** Tells managers of a nudge that nobody answers although much is at stake. */
export type EscalationMessage = {
  readonly kind: "escalation";
  readonly suggestionKey: string;
  /** The message that shows the nudge: what becomes of it stands in both. */
  readonly nudgeKey: string;
  readonly customerId: number;
  readonly name: string;
  /** Slack user id of whoever got the nudge. */
  readonly memberId: string;
  readonly action: Phrase;
  readonly reason: Phrase;
  /** When it was made. */
  readonly since: string;
  /** The year's margin expected to be lost; null where readers may not see it. */
  readonly stake: Money | null;
};

/** Tells whoever had a nudge that it is somebody else's now. */
export type HandoverNoteMessage = {
  readonly kind: "handover-note";
  readonly customerId: number;
  readonly name: string;
  /** Slack user ids: who decided it, and who has it now; the same where somebody took it. */
  readonly by: string;
  readonly to: string;
  readonly at: string;
};

/** A recipient hears of a nudge once. */
export const escalationKey = (suggestionKey: string, recipient: string): string =>
  `escalation:${recipient}:${suggestionKey}`;
