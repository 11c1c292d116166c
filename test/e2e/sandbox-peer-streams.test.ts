import { afterEach, beforeEach, expect, it } from "vitest";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { ANNA, GENERAL, type Peer, startPeer } from "./sandbox-peer-app.ts";

let peer: Peer;
let sandbox: Sandbox;
beforeEach(async () => {
  peer = await startPeer("http", () => {});
  ({ sandbox } = peer);
});
afterEach(() => peer.stop());

const task = (status: "in_progress" | "complete", output?: string) => ({
  ...({ type: "task_update", id: "answer", title: "Reading the costs" } as const),
  status,
  ...(output === undefined ? {} : { output }),
});
const chat = () => peer.client.chat;
const messageAt = (ts: string) => sandbox.messagesIn(GENERAL).find((one) => one.ts === ts);
const begin = async () => {
  const { ts: thread_ts } = sandbox.post({ user: ANNA, channel: GENERAL, text: "What does it cost?" });
  const { ts = "" } = await chat().startStream({
    channel: GENERAL,
    thread_ts,
    chunks: [task("in_progress")],
  });
  return { ts, thread_ts };
};

it("a stream is a message that grows in its thread until it ends", async () => {
  const { ts, thread_ts } = await begin();
  expect(messageAt(ts)).toMatchObject({
    ...{ threadTs: thread_ts, isStreaming: true },
    blocks: [{ type: "task_card", task_id: "answer", status: "in_progress" }],
  });
  await chat().appendStream({
    channel: GENERAL,
    ts,
    chunks: [{ type: "markdown_text", text: "So far **12**." }],
  });
  const section = { type: "section", text: { type: "mrkdwn", text: "€12" } };
  await chat().stopStream({
    channel: GENERAL,
    ts,
    chunks: [task("complete", "3 entries")],
    blocks: [section],
  });
  expect(messageAt(ts)).toMatchObject({
    isStreaming: false,
    blocks: [
      { type: "task_card", status: "complete", output: { type: "rich_text" } },
      { type: "markdown", text: "So far **12**." },
      section,
    ],
  });
});

it("takes nothing for a stream that has ended, and refuses blocks that Slack would refuse", async () => {
  const { ts } = await begin();
  const wrong = [{ type: "section" }];
  const refused = chat().stopStream({ channel: GENERAL, ts, blocks: wrong });
  await expect(refused).rejects.toMatchObject({ data: { error: "invalid_blocks" } });
  expect(messageAt(ts)?.isStreaming).toBe(true);
  await chat().stopStream({ channel: GENERAL, ts });
  const late = chat().appendStream({ channel: GENERAL, ts, chunks: [task("complete")] });
  await expect(late).rejects.toMatchObject({ data: { error: "message_not_in_streaming_state" } });
});
