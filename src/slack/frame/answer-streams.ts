import type { AnyChunk } from "@slack/types";
import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { SlackMessage } from "../blocks/elements.ts";
import type { MessageThread } from "./asked-in.ts";

/** A message that is being streamed. */
export type AnswerStream = { readonly channelId: string; readonly ts: string };

/** `not-taken`: the answer is not there, and has to be given otherwise. */
export type StreamEnd = "finished" | "stopped" | "not-taken";

/** Answers that are shown while they are worked out, where the workspace takes that. */
export type AnswerStreams = {
  /** @param task what is being done. @returns null where Slack takes no streams there */
  begin(thread: MessageThread, task: string): Promise<AnswerStream | null>;
  /** @param task what was done */
  finish(stream: AnswerStream, task: string, message: SlackMessage): Promise<StreamEnd>;
  /** Ends it with a sentence in place of an answer; nothing where it has ended. */
  breakOff(stream: AnswerStream, sentence: string): Promise<void>;
  /** Its reader wants no more of it. */
  stop(stream: AnswerStream): void;
  isStopped(stream: AnswerStream): boolean;
  /** Given when its reader wants no more of it; of one whose work is over, never. */
  stopSignal(stream: AnswerStream): AbortSignal;
  /** Nothing is worked out for it any more. */
  workIsOver(stream: AnswerStream): void;
};

/** One task a stream: what is worked out is one query, however long it takes. */
const TASK_ID = "answer";
/** Slack shows an output in a few lines. */
const OUTPUT_LENGTH = 500;
/** Of streams that were stopped; of those before, nothing is under way any more. Chosen by the product. */
const MOST_STOPPED = 1000;

export function answerStreams(web: Pick<WebClient, "chat">): AnswerStreams {
  const stopped = new Set<string>();
  const underWay = new Map<string, AbortController>();
  const end = (stream: AnswerStream, chunks: AnyChunk[], blocks: SlackMessage["blocks"]) =>
    web.chat.stopStream({
      ...{ channel: stream.channelId, ts: stream.ts, chunks },
      ...(blocks.length === 0 ? {} : { blocks }),
    });
  const isStopped = (stream: AnswerStream) => stopped.has(keyOf(stream));
  const endQuietly = (stream: AnswerStream, chunks: AnyChunk[]) => end(stream, chunks, []).catch(() => {});
  return {
    async begin({ channelId, threadTs }, task) {
      const chunks: AnyChunk[] = [{ type: "task_update", id: TASK_ID, title: task, status: "in_progress" }];
      try {
        const { ts } = await web.chat.startStream({ channel: channelId, thread_ts: threadTs, chunks });
        return ts === undefined ? null : { channelId, ts };
      } catch {
        // No such method, not in this workspace, or no answer: a plain message is right everywhere.
        return null;
      }
    },
    async finish(stream, task, { text, blocks }) {
      if (isStopped(stream)) return "stopped";
      const done = { type: "task_update", id: TASK_ID, title: task, status: "complete" } as const;
      try {
        // A stream has no text for screen readers beside its blocks: it stands in the task.
        await end(stream, [{ ...done, output: cut(text) }], blocks);
        return "finished";
      } catch (error) {
        if (isStopped(stream)) return "stopped";
        // It may still spin: the answer comes below it.
        if (!hasEnded(error)) await endQuietly(stream, [done]);
        return "not-taken";
      }
    },
    async breakOff(stream, sentence) {
      const failed = { type: "task_update", id: TASK_ID, title: sentence, status: "error" } as const;
      await endQuietly(stream, [failed]);
    },
    stop(stream) {
      if (stopped.size >= MOST_STOPPED) stopped.clear();
      stopped.add(keyOf(stream));
      underWay.get(keyOf(stream))?.abort();
    },
    isStopped,
    stopSignal(stream) {
      const controller = underWay.get(keyOf(stream)) ?? new AbortController();
      underWay.set(keyOf(stream), controller);
      if (isStopped(stream)) controller.abort();
      return controller.signal;
    },
    workIsOver(stream) {
      underWay.delete(keyOf(stream));
    },
  };
}

const keyOf = ({ channelId, ts }: AnswerStream) => `${channelId}:${ts}`;

const hasEnded = (error: unknown) =>
  error instanceof WebAPIPlatformError && error.data.error === "message_not_in_streaming_state";

const cut = (text: string) => Array.from(text).slice(0, OUTPUT_LENGTH).join("");
