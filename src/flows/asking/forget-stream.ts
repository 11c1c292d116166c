import { type Clock, daysAfter } from "../../domain/clock.ts";
import type { AnswerStreamStore } from "../../store/asking/answer-streams.ts";

export type ForgetStreamDeps = {
  readonly answerStreams: Pick<AnswerStreamStore, "forget">;
  readonly clock: Clock;
};

/** Chosen by the product: no request is done again so late. */
const KEPT_DAYS = 7;

/** The answer is there, or said not to come. */
export async function forgetStream(
  { answerStreams, clock }: ForgetStreamDeps,
  { requestId }: { readonly requestId: string },
): Promise<void> {
  await answerStreams.forget(requestId, daysAfter(clock(), -KEPT_DAYS));
}
