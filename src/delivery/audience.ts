import type { AccessRefusal } from "../domain/access.ts";
import type { Message } from "../domain/messages/messages.ts";
import { phrase } from "../domain/phrase.ts";
import type { Refusal } from "./poster.ts";

/** A message that is about to be posted, and to whom. */
export type PostAsked = { readonly kind: Message["kind"]; readonly recipient: string };

/** Why a message may not go to its recipient at this moment; null: it may. */
export type WhyNotPost = (post: PostAsked) => Promise<AccessRefusal | null>;

/** The two that say that Slack did not tell: it may, a little later. */
const NOT_TOLD: readonly AccessRefusal[] = ["unseen", "unknown"];

/** Why nothing is posted, as any other refusal. */
export function audienceRefusal(because: AccessRefusal): Refusal {
  const error = phrase(`undelivered.audience.${because}`);
  return NOT_TOLD.includes(because)
    ? { kind: "later", error, afterSeconds: null }
    : { kind: "refused", error };
}
