import type { Clock } from "../../domain/clock.ts";
import type { AnswerStreamStore, OpenStream } from "../../store/asking/answer-streams.ts";

export type NoteStreamDeps = {
  readonly answerStreams: Pick<AnswerStreamStore, "note">;
  readonly clock: Clock;
};

/** Keeps that a request's answer is being streamed, for whoever goes on where the process ends. */
export async function noteStream(
  { answerStreams, clock }: NoteStreamDeps,
  { requestId, channelId, ts }: OpenStream & { readonly requestId: string },
): Promise<void> {
  await answerStreams.note(requestId, { channelId, ts }, clock());
}
