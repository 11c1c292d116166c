import type { Clock } from "../../domain/clock.ts";
import type { DrawingStore } from "../../store/messages/drawings.ts";
import type { MessageInputStore } from "../../store/messages/message-inputs.ts";

export type ForgetReplaysDeps = {
  readonly drawings: Pick<DrawingStore, "forgetOld">;
  readonly messageInputs: Pick<MessageInputStore, "forgetOld">;
  readonly clock: Clock;
};

/** Forgets what old messages could be rebuilt from. @returns how many rows */
export async function forgetReplays({ drawings, messageInputs, clock }: ForgetReplaysDeps) {
  const now = clock();
  return { drawings: await drawings.forgetOld(now), inputs: await messageInputs.forgetOld(now) };
}
