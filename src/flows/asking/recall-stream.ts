import type { AnswerStreamStore, OpenStream } from "../../store/asking/answer-streams.ts";

export type RecallStreamDeps = { readonly answerStreams: Pick<AnswerStreamStore, "find"> };

/** What was streamed of an answer to the same request by a process that ended; null: nothing. */
export function recallStream(
  { answerStreams }: RecallStreamDeps,
  { requestId }: { readonly requestId: string },
): Promise<OpenStream | null> {
  return answerStreams.find(requestId);
}
