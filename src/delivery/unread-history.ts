import { MS_PER_DAY, MS_PER_MINUTE } from "../domain/clock.ts";
import type { Phrase } from "../domain/phrase.ts";
import type { ClaimedMessage } from "../store/messages/outbox-claims.ts";

/** Between two tries to look. Chosen by the product: soon after somebody has invited the bot or given it the permission. */
const LOOK_AGAIN_MS = 10 * MS_PER_MINUTE;
/** A message of three days ago helps nobody unasked. Chosen by the product; `outbox retry` still sends it. */
const HELD_AT_MOST_MS = 3 * MS_PER_DAY;

/** Whether what Slack said to a look is that we may not look; a thread that is gone is no such thing. */
export const isHistoryUnread = ({ code }: Phrase): boolean => code !== "undelivered.slack.thread_not_found";

/** When it is tried again to look. */
export const unreadRetryAt = (now: Date): Date => new Date(now.getTime() + LOOK_AGAIN_MS);

/** Whether nobody has let us look for so long that the message is given up. */
export const isHeldTooLong = ({ createdAt }: Pick<ClaimedMessage, "createdAt">, now: Date): boolean =>
  now.getTime() - createdAt.getTime() > HELD_AT_MOST_MS;
