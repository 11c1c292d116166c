import type { Phrase } from "../phrase.ts";
import type { Message } from "./messages.ts";

/** Why a message waits while Slack does not take the bot's token. */
export const TOKEN_REFUSED = "undelivered.token";

/**
 * How a message stands, for whoever runs the bot. `held`: it waits on purpose, for quiet hours to end, for a token, or
 * until a conversation's history may be read.
 */
export const MESSAGE_STATES = ["failed", "held", "pending", "posted"] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** One line of the outbox. */
export type OutboxLine = {
  readonly key: string;
  readonly kind: Message["kind"];
  /** Slack id of a user or channel. */
  readonly recipient: string;
  /** A member's; null for a channel, and for whoever is no member any more. */
  readonly recipientName: string | null;
  readonly state: MessageState;
  readonly attempts: number;
  readonly createdAt: Date;
  /** When it is tried next; null: it will not be. */
  readonly nextAttemptAt: Date | null;
  /** When it was posted or given up; null: neither yet. */
  readonly settledAt: Date | null;
  /** Why it did not arrive, or not yet. */
  readonly because: Phrase | null;
};

/** How one attempt at posting a message ended. `found`: an earlier one had posted it. */
export type EndedAttempt = {
  /** From 1. One that is missing ended with its process. */
  readonly attempt: number;
  readonly endedAt: Date;
  readonly outcome: "posted" | "found" | "postponed" | "failed";
  /** Why it did not arrive; null where it did. */
  readonly because: Phrase | null;
};

/** When somebody had a failed message sent again. */
export type Retry = { readonly at: Date; readonly by: string };

/** A message that goes again. `looksFirst`: it may be posted already, so that it is looked for before. */
export type RetriedMessage = { readonly key: string; readonly looksFirst: boolean };

/** That nothing is posted, because Slack does not take the token. */
export type StoppedPosting = {
  /** What Slack said, such as `invalid_auth`. */
  readonly error: string;
  /** Messages that are to be posted, tried or not. */
  readonly waiting: number;
  /** When the oldest of them was decided. */
  readonly oldestAt: Date;
};
