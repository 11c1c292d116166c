import { MS_PER_HOUR, MS_PER_MINUTE } from "../domain/clock.ts";
import type { ClaimedMessage } from "../store/messages/outbox-claims.ts";

/**
 * So long after Slack was asked to post a message it may still store it: our client hangs up after 10 s, and Slack may be
 * at it after that. Only then is a message that is not there posted again. Chosen by the product: twelve times the
 * client's deadline, and still soon for the reader.
 */
const MAY_STILL_ARRIVE_MS = 2 * MS_PER_MINUTE;

/** How far our clock may be off where a version that did not note Slack's time lost an answer. Chosen by the product. */
const CLOCKS_DIFFER_MS = 2 * MS_PER_HOUR;

/** Milliseconds to wait before a message that was not found may be posted again; 0: it may. */
export function repostWaitMs({ lastAskedAt }: Pick<ClaimedMessage, "lastAskedAt">, slackNow: Date): number {
  if (lastAskedAt === null) return 0;
  const waitMs = lastAskedAt.getTime() + MAY_STILL_ARRIVE_MS - slackNow.getTime();
  return Math.max(0, Math.min(waitMs, MAY_STILL_ARRIVE_MS));
}

/** From when on, by Slack's clock, a message may stand in a conversation. */
export function lookFrom({
  firstAskedAt,
  createdAt,
}: Pick<ClaimedMessage, "firstAskedAt" | "createdAt">): Date {
  return firstAskedAt ?? new Date(createdAt.getTime() - CLOCKS_DIFFER_MS);
}
