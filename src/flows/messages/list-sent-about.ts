import { addDays, type Day, startOfDay } from "../../domain/calendar.ts";
import type { SentMessage, SentMessageStore } from "../../store/messages/sent-messages.ts";

export type ListSentAboutDeps = {
  readonly sentMessages: Pick<SentMessageStore, "about">;
  readonly timeZone: string;
};

/**
 * The messages that name a customer, oldest first.
 * @param request.from the first day and `to` the last, where the team is
 */
export function listSentAbout(
  { sentMessages, timeZone }: ListSentAboutDeps,
  { customerId, from, to }: { readonly customerId: number; readonly from: Day; readonly to: Day },
): Promise<readonly SentMessage[]> {
  return sentMessages.about(customerId, startOfDay(from, timeZone), startOfDay(addDays(to, 1), timeZone));
}
