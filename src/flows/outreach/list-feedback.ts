import type { Clock } from "../../domain/clock.ts";
import type { FeedbackLoopStore } from "../../store/outreach/feedback-loops.ts";

export type ListFeedbackDeps = { readonly feedbackLoops: FeedbackLoopStore; readonly clock: Clock };

/** The links that wait for an answer and the unhappy answers that wait for us, the most pressing first. */
export async function listFeedback(
  { feedbackLoops, clock }: ListFeedbackDeps,
  { limit }: { readonly limit: number },
) {
  const now = clock();
  const [waiting, open] = await Promise.all([
    feedbackLoops.waiting(limit, now),
    feedbackLoops.open(limit, now),
  ]);
  return { waiting, open, now };
}
