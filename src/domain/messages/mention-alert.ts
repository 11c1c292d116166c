import { type Mention, MOST_TOLD_MENTIONS } from "../outreach/mentions.ts";

/** A complaint as a message keeps it; the instant as ISO 8601 in UTC. */
export type ToldMention = Omit<Mention, "at"> & { readonly at: string };

/** Complaints nobody answered: for the customer's owner, for managers later, for a channel where they are of nobody. */
export type MentionAlertMessage = {
  readonly kind: "mention-alert";
  readonly stage: "alerted" | "escalated";
  /** The most urgent first. */
  readonly items: readonly ToldMention[];
  /** Not told one by one. */
  readonly more: number;
  readonly createdAt: string;
};

/** Enough to know what it is about; the list has more. In UTF-16 units. */
const TOLD_LENGTH = 300;

/** One message, however many complaints came at once. */
export function mentionAlert(
  stage: MentionAlertMessage["stage"],
  mentions: readonly Mention[],
  now: Date,
): MentionAlertMessage {
  const items = mentions.slice(0, MOST_TOLD_MENTIONS).map((mention) => ({
    ...mention,
    text: mention.text.slice(0, TOLD_LENGTH),
    at: mention.at.toISOString(),
  }));
  return {
    kind: "mention-alert",
    stage,
    items,
    more: mentions.length - items.length,
    createdAt: now.toISOString(),
  };
}
