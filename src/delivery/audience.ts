import type { AccessRefusal } from "../domain/access.ts";
import type { Message } from "../domain/messages/messages.ts";
import type { Refusal } from "./poster.ts";

/** Why a message may not go to its recipient at this moment; null: it may. */
export type WhyNotPost = (post: {
  readonly kind: Message["kind"];
  readonly recipient: string;
}) => Promise<AccessRefusal | null>;

/** What whoever runs the bot can do about it. */
const ADVICE: Readonly<Record<AccessRefusal, string>> = {
  shared: "Another organisation reads the channel: choose one of the company's own.",
  guests: "Guests read the channel: choose one without them.",
  unseen: "The bot cannot see who reads the channel: invite it, or choose another.",
  unknown: "Slack did not say whose account it is.",
  guest: "The recipient is a guest: give their customers another owner.",
  outsider: "The recipient is of another organisation: give their customers another owner.",
  bot: "The recipient is a bot: give their customers another owner.",
  deactivated: "That member's account is deactivated: give their customers another owner.",
  direct: "It is for a channel, not for a person.",
  "managers-only": "It is for managers only.",
};

/** The two that say that Slack did not tell: it may, a little later. */
const NOT_TOLD: readonly AccessRefusal[] = ["unseen", "unknown"];

/** Why nothing is posted, as any other refusal. */
export function audienceRefusal(because: AccessRefusal): Refusal {
  const error = `${because}: ${ADVICE[because]}`;
  return NOT_TOLD.includes(because)
    ? { kind: "later", error, afterSeconds: null }
    : { kind: "refused", error };
}
