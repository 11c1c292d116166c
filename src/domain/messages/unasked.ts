import type { Message } from "./messages.ts";

/** Said whether or not the bot posts: the offer of these steps, and what became of a person's own request. */
const ALWAYS_SAID: readonly Message["kind"][] = ["setup", "given-up-note"];

/**
 * Whether a message waits for somebody to start posting. One that follows from what a person just did in Slack does not:
 * they said so.
 * @param requestId the request it was decided in; null: a job's or the command line's doing
 */
export const isUnasked = (kind: Message["kind"], requestId: string | null): boolean =>
  requestId === null && !ALWAYS_SAID.includes(kind);
