import type { Clock } from "../../domain/clock.ts";
import type { SentRequest } from "../../domain/messages/given-up-messages.ts";
import type { UndeliveredStore } from "../../store/outreach/undelivered.ts";
import { type SendAlertDeps, sendAlert } from "./send-alert.ts";

export type TellGivenUpDeps = SendAlertDeps & {
  readonly undelivered: Pick<UndeliveredStore, "nameOf">;
  readonly clock: Clock;
};

/** A request that was begun three times and never finished. */
export type GivenUpRequest = {
  readonly id: string;
  readonly sentAt: Date;
  readonly request: SentRequest;
  /** Slack user id; null where nobody sent it. */
  readonly senderId: string | null;
};

/** Kept of what was typed: enough to know it again. */
const LABEL_LENGTH = 200;

/**
 * Tells whoever sent it, in their direct message, and the operators' channels. Both are keyed by the request, so that each is
 * told once however often this is called. Nobody waits for an answer to an event, so nobody is told of one.
 */
export async function tellGivenUp(deps: TellGivenUpDeps, given: GivenUpRequest): Promise<void> {
  const { id: reference, request, senderId } = given;
  const now = deps.clock();
  const sentAt = given.sentAt.toISOString();
  const isSenderTold = senderId !== null && request.how !== "event";
  if (isSenderTold) {
    const label = request.label.slice(0, LABEL_LENGTH);
    const message = { kind: "given-up-note", request: { ...request, label }, sentAt, reference } as const;
    await deps.outbox.enqueue({
      key: `given-up-note:${reference}`,
      recipient: senderId,
      message,
      createdAt: now,
    });
  }
  const senderName = senderId === null ? null : await deps.undelivered.nameOf(senderId);
  const about = { how: request.how, senderName, isSenderTold, sentAt, reference };
  await sendAlert(deps, {
    keyOf: (channelId) => `given-up-alert:${channelId}:${reference}`,
    message: { kind: "given-up-alert", ...about },
    now,
  });
}
