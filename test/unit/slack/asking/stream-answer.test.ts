import { describe, expect, it } from "vitest";
import { type StoppableWork, workUntilStopped } from "../../../../src/flows/asking/work-until-stopped.ts";
import { streamAnswer } from "../../../../src/slack/asking/stream-answer.ts";
import { answerStreams } from "../../../../src/slack/frame/answer-streams.ts";
import type { PermittedTools } from "../../../../src/slack/frame/handler.ts";
import { queryStop } from "../../../../src/store/asking/query-stop.ts";
import { StoppedError, sendUnlessStopped } from "../../../../src/store/database/stoppable.ts";

const WORK = { deliveryId: "message:D1:1", message: { channelId: "D1", threadTs: "1" } };
const MESSAGE = { text: "The digest", blocks: [{ type: "divider" as const }] };

/** The tools of a handler whose Slack takes streams and notes what it is told. */
function tools(refused: { readonly stop?: Error } = {}) {
  const told: unknown[] = [];
  const streams = answerStreams({
    chat: {
      startStream: async () => ({ ok: true, ts: "2" }),
      stopStream: async ({ chunks, blocks }: { chunks: Array<{ status: string }>; blocks?: object[] }) => {
        told.push([chunks[0]?.status, blocks?.length ?? 0]);
        if (refused.stop) throw refused.stop;
      },
    },
  } as never);
  const noted: string[] = [];
  const flows = {
    recallStream: async () => null,
    noteStream: async () => void noted.push("noted"),
    forgetStream: async () => void noted.push("forgotten"),
    workUntilStopped: (asked: StoppableWork) => workUntilStopped({ queryStop }, asked),
  };
  const answer = { privately: async (message: { text: string }) => void told.push(message.text) };
  const all = { flows, slack: { streams }, answer, reader: { locale: "en" } };
  return { told, noted, streams, tools: all as unknown as PermittedTools };
}

describe("a long answer", () => {
  it("ends the stream; what comes behind it is posted", async () => {
    const { told, noted, tools: given } = tools();
    await streamAnswer(WORK, given, async ({ answer }) => {
      await answer.privately(MESSAGE);
      await answer.privately({ ...MESSAGE, text: "And more" });
    });
    expect(told).toEqual([["complete", 1], "And more"]);
    expect(noted).toEqual(["noted", "forgotten"]);
  });

  it("does not come once its reader has stopped it", async () => {
    const { told, streams, tools: given } = tools();
    await streamAnswer(WORK, given, async ({ answer }) => {
      streams.stop({ channelId: "D1", ts: "2" });
      await answer.privately(MESSAGE);
      await answer.privately({ ...MESSAGE, text: "And more" });
    });
    expect(told).toEqual([]);
  });

  it("asks the database nothing more once it was stopped, and neither fails nor says that it did", async () => {
    const { told, noted, streams, tools: given } = tools();
    const sent: string[] = [];
    const send = (sql: string) => sendUnlessStopped({} as never, sql, async () => void sent.push(sql));
    await streamAnswer(WORK, given, async () => {
      await send("before");
      streams.stop({ channelId: "D1", ts: "2" });
      await send("after").catch((cause) => Promise.reject(new Error("No report", { cause })));
    });
    await send("of somebody else");
    expect(sent).toEqual(["before", "of somebody else"]);
    expect(told).toEqual([]);
    expect(noted).toEqual(["noted", "forgotten"]);
  });

  it("knows of a stop that came before its work began, and forgets it when that is over", () => {
    const { streams } = tools();
    const stream = { channelId: "D1", ts: "2" };
    streams.stop(stream);
    expect(streams.stopSignal(stream).aborted).toBe(true);
    const next = { channelId: "D1", ts: "3" };
    const signal = streams.stopSignal(next);
    expect(streams.stopSignal(next)).toBe(signal);
    streams.workIsOver(next);
    streams.stop(next);
    expect(signal.aborted).toBe(false);
    expect(queryStop.isStop(new StoppedError())).toBe(true);
    expect(queryStop.isStop(new Error("no disk"))).toBe(false);
  });

  it("comes as a message where Slack does not take it, with the stream ended", async () => {
    const { told, tools: given } = tools({ stop: new Error("no answer") });
    await streamAnswer(WORK, given, ({ answer }) => answer.privately(MESSAGE));
    expect(told).toEqual([["complete", 1], ["complete", 0], "The digest"]);
  });

  it("says that it failed, and fails", async () => {
    const { told, noted, tools: given } = tools();
    const failing = streamAnswer(WORK, given, () => Promise.reject(new Error("the disk is full")));
    await expect(failing).rejects.toThrow("the disk is full");
    expect(told).toEqual([["error", 0]]);
    expect(noted).toEqual(["noted", "forgotten"]);
  });
});
