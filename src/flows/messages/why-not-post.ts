import { type AccessRefusal, accessRefusal, type Place } from "../../domain/access.ts";
import type { Message } from "../../domain/messages/messages.ts";
import { type AdmitDeps, admit } from "../customers/admit.ts";
import { type ReadPlaceDeps, readPlace } from "./read-place.ts";

export type WhyNotPostDeps = AdmitDeps & ReadPlaceDeps;

/** A channel has nobody's account; whoever may post there was asked when it was set up. */
const EVERYONE = { account: "member", role: "rep" } as const;

/**
 * Why a message may not be posted to its recipient, asked just before: an account can have been deactivated and a channel
 * shared since the message was decided. Null: it may.
 * @param request `recipient`: the id of a user or of a channel
 */
export async function whyNotPost(
  deps: WhyNotPostDeps,
  { kind, recipient }: { readonly kind: Message["kind"]; readonly recipient: string },
): Promise<AccessRefusal | null> {
  if (isUser(recipient)) return accessRefusal(`post:${kind}`, await admit(deps, recipient), DIRECT);
  const place = await readPlace(deps, { channelId: recipient, isPost: true });
  return accessRefusal(`post:${kind}`, EVERYONE, place);
}

const DIRECT: Place = "direct";
/** Whether a recipient is a person, by the form of the id. */
export const isUser = (recipient: string) => /^[UW]/.test(recipient);
