import type { Phrase } from "../phrase.ts";

/** A message that did not arrive, or cannot: seen by those who steer, in `doctor`, and once a day in the alerts channel. */
export type Undelivered = {
  /** The kind of message. */
  readonly what: string;
  /** A channel's or a member's Slack id. */
  readonly recipient: string;
  /** Null: a channel, or somebody nobody knows by name. */
  readonly recipientName: string | null;
  /** Why, with what to do about it. */
  readonly because: Phrase;
  /** ISO 8601 in UTC; null: it is so now. */
  readonly at: string | null;
  /** By which it can be sent again; left out: nothing was kept that could be. */
  readonly key?: string;
};

/** How far back one looks: what is older has been seen, or is no news to anybody. Chosen by the product. */
export const UNDELIVERED_DAYS = 14;

/** Why a message that may be posted already waits while nobody lets us look whether it is. */
export const HISTORY_UNREAD = "undelivered.history-unread";

export type UndeliveredList = { readonly items: readonly Undelivered[]; readonly inAll: number };

/** A member or a channel in a time zone that there is none of: nothing of theirs ever comes due. */
export type ZoneOf = {
  readonly recipient: string;
  readonly recipientName: string | null;
  readonly timeZone: string;
};
