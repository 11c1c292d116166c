import { sayIn } from "../../words/say.ts";
import type { Answer } from "../frame/answer.ts";
import type { AnswerStream } from "../frame/answer-streams.ts";
import type { MessageThread } from "../frame/asked-in.ts";
import type { PermittedTools } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";

/** What takes long, by the request that asked for it and the message it was asked in. */
export type LongWork = { readonly deliveryId: string; readonly message: MessageThread };

/**
 * Shows that an answer is being worked out, and then the answer in its place. Its reader can stop it: then nothing more comes, and
 * no query goes on for it.
 * What an earlier process had begun for the same request is said to be broken off.
 * @returns false, with nothing done, where the workspace takes no streams
 */
export async function streamAnswer(
  { deliveryId: requestId, message }: LongWork,
  tools: PermittedTools,
  work: (tools: PermittedTools) => Promise<void>,
): Promise<boolean> {
  const { flows, slack, reader } = tools;
  const say = sayIn(readerLocale(reader));
  const before = await flows.recallStream({ requestId });
  if (before !== null) await slack.streams.breakOff(before, say("asking.stream.broken-off"));
  const stream = await slack.streams.begin(message, say("asking.stream.working"));
  if (stream === null) return false;
  await flows.noteStream({ requestId, ...stream });
  const streamed = streamedAnswer(stream, tools);
  const signal = slack.streams.stopSignal(stream);
  try {
    await flows.workUntilStopped({ signal, work: () => work({ ...tools, answer: streamed }) });
  } catch (error) {
    await slack.streams.breakOff(stream, say("asking.stream.failed"));
    throw error;
  } finally {
    slack.streams.workIsOver(stream);
    await flows.forgetStream({ requestId });
  }
  return true;
}

/** The first message ends the stream; what comes behind it is posted, unless it was stopped. */
function streamedAnswer(stream: AnswerStream, { slack, reader, answer }: PermittedTools): Answer {
  const say = sayIn(readerLocale(reader));
  let isFirst = true;
  return {
    ...answer,
    async privately(message) {
      if (slack.streams.isStopped(stream)) return;
      const end = isFirst
        ? await slack.streams.finish(stream, say("asking.stream.done"), message)
        : "not-taken";
      isFirst = false;
      if (end === "not-taken") await answer.privately(message);
    },
  };
}
