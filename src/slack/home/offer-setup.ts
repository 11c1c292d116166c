import type { HandlerTools } from "../frame/handler.ts";
import type { EventRequest } from "../frame/payloads.ts";

/** Whoever opens the bot of a new installation first, and may, is offered its set-up in the direct message. */
export async function offerSetup(
  { userId }: Pick<EventRequest, "userId">,
  { flows, slack }: HandlerTools,
): Promise<void> {
  await flows.offerSetup({ memberId: userId, takesFiles: slack.files !== null });
}
