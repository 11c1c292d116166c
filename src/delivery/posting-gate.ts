import type { Phrase } from "../domain/phrase.ts";
import type { Log } from "../log.ts";
import { inLog } from "./in-log.ts";

export type PostingGate = ReturnType<typeof postingGate>;

/**
 * Between two questions whether Slack takes the token again. Chosen by the product: soon enough after a token that Slack
 * refused by mistake, and twelve calls an hour where somebody has to act.
 */
const ASK_AGAIN_MS = 5 * 60_000;

/** When a message whose token was refused is tried again. */
export const tokenRetryAt = (now: Date): Date => new Date(now.getTime() + ASK_AGAIN_MS);

/**
 * Whether anything is posted at all: not while Slack does not take the bot's token. One message at a time then asks
 * whether it does again. One for all that post with the same token.
 */
export function postingGate(log: Pick<Log, "info" | "error">) {
  let closedUntil: Date | null = null;
  return {
    /** How many messages may be tried now: `most`, one to ask with, or 0. */
    mayTry(now: Date, most: number): number {
      if (closedUntil === null) return most;
      return now < closedUntil ? 0 : 1;
    },

    /** Says so in the log the first time. */
    tokenRefused(because: Phrase, now: Date): void {
      const isNews = closedUntil === null;
      closedUntil = tokenRetryAt(now);
      if (isNews) log.error({ error: inLog(because), until: closedUntil }, "posting has stopped");
    },

    /** Slack took the token. */
    tokenTaken(): void {
      if (closedUntil === null) return;
      closedUntil = null;
      log.info({}, "posting goes on");
    },
  };
}
