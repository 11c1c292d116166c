import type { Clock } from "../../domain/clock.ts";
import type { Message } from "../../domain/messages/messages.ts";
import { quietEndsAt } from "../../domain/outreach/turns/nudge-turn.ts";
import type { PublicHolidays } from "../../domain/public-holidays.ts";
import type { NudgePreferenceStore } from "../../store/outreach/nudge-preferences.ts";
import { isUser } from "./why-not-post.ts";

export type QuietUntilDeps = {
  readonly nudgePreferences: Pick<NudgePreferenceStore, "member">;
  readonly holidays: PublicHolidays;
  readonly clock: Clock;
};

/** What somebody may want to hear of at once: an angry customer does not wait for Monday. */
const URGENT: ReadonlyArray<Message["kind"]> = ["feedback-note", "mention-alert"];

/**
 * Until when a message to a person waits for the end of their quiet hours or days off; null: it may come now. Channels
 * have no quiet hours, and somebody who is no active member is nobody to wait for: the post itself is refused.
 */
export async function quietUntil(
  { nudgePreferences, holidays, clock }: QuietUntilDeps,
  { kind, recipient }: { readonly kind: Message["kind"]; readonly recipient: string },
): Promise<Date | null> {
  if (!isUser(recipient)) return null;
  const member = await nudgePreferences.member(recipient);
  if (member === null) return null;
  if (member.preferences?.urgentAtOnce && URGENT.includes(kind)) return null;
  return quietEndsAt(member, clock(), holidays);
}
