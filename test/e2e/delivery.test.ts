import { WebClient } from "@slack/web-api";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import { slackPoster } from "../../src/delivery/slack-poster.ts";
import type { CostSummaryMessage } from "../../src/domain/messages/messages.ts";
import { chart } from "../../src/slack/blocks/chart.ts";
import { drawingStore } from "../../src/store/messages/drawings.ts";
import { outboxStore } from "../../src/store/messages/outbox.ts";
import { suggestionStore } from "../../src/store/outreach/suggestions.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { startFaultySlack } from "../support/faulty-slack.ts";
import { BOT_TOKEN, type SlackPeer, startSlackPeer } from "../support/slack-peer.ts";

const quietLog = { info: () => {}, warn: () => {}, error: () => {} };

describeOnEachDatabase("delivery to Slack", (database) => {
  let peer: SlackPeer;
  let faulty: Awaited<ReturnType<typeof startFaultySlack>>;
  // The messages must not be older than the history that is looked through.
  const start = new Date();
  const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);

  beforeAll(async () => {
    peer = await startSlackPeer({
      people: { ann: { name: "Ann", email: "ann@us.example" } },
      channels: { team: {}, busy: {} },
    });
    faulty = await startFaultySlack(peer.apiUrl);
  });
  afterAll(async () => {
    await faulty.close();
    await peer.close();
  });
  beforeEach(() => {
    faulty.calls.length = 0;
  });

  const outbox = () => outboxStore(database());
  const deliver = (at: Date) =>
    deliverDue({
      suggestions: suggestionStore(database()),
      drawings: drawingStore(database()),
      outbox: outbox(),
      poster: slackPoster({ token: BOT_TOKEN, slackApiUrl: faulty.apiUrl, timeoutMs: 500 }),
      whyNotPost: async () => null,
      clock: () => at,
      log: quietLog,
    });
  const enqueue = (key: string, recipient: string) => {
    const message: CostSummaryMessage = {
      kind: "cost-summary",
      month: "2026-11",
      currencies: [],
      base: { served: 0, retained: 0 },
      activityWindowDays: 365,
      readAt: start.toISOString(),
    };
    return outbox().enqueue({ key, recipient, message, createdAt: start });
  };
  /** How often a message with that key stands in the channel. */
  async function timesPosted(channel: string, key: string): Promise<number> {
    const client = new WebClient(BOT_TOKEN, { slackApiUrl: peer.apiUrl });
    const { messages } = await client.conversations.history({
      channel,
      limit: 999,
      include_all_metadata: true,
    });
    return (messages ?? []).filter(({ metadata }) => JSON.stringify(metadata ?? {}).includes(`"${key}"`))
      .length;
  }
  let serial = 0;
  const newKey = () => `test:${Date.now()}:${++serial}`;

  it("posts without its charts where the workspace has none yet", async () => {
    const channelId = peer.channelId("team");
    const poster = slackPoster({ token: BOT_TOKEN, slackApiUrl: faulty.apiUrl });
    const charts = chart({
      title: "Cost",
      type: "bar",
      categories: ["A"],
      series: [{ name: "EUR", values: [1] }],
    });
    faulty.next("chat.postMessage", { kind: "refusal", error: "invalid_blocks" });
    const request = {
      channelId,
      key: newKey(),
      text: "Cost",
      blocks: [{ type: "divider" as const }, ...charts],
    };
    expect(await poster.post(request)).toMatchObject({ kind: "posted" });
    expect(peer.sent.at(-1)?.body).toMatchObject({ blocks: [{ type: "divider" }] });
    faulty.next("chat.postMessage", { kind: "refusal", error: "invalid_blocks" });
    expect(await poster.post({ ...request, blocks: [{ type: "divider" }] })).toMatchObject({
      kind: "refused",
    });
  });

  it("posts into a channel with text, blocks and its key, and keeps where", async () => {
    const key = newKey();
    await enqueue(key, peer.channelId("team"));
    expect(await deliver(start)).toEqual({ posted: 1 });
    const receipt = await outbox().receipt(key);
    expect(receipt).toMatchObject({ status: "posted", channelId: peer.channelId("team") });
    expect(receipt?.ts).toMatch(/^\d+\.\d+$/);
    expect(peer.sent.at(-1)?.body).toMatchObject({
      text: expect.stringContaining("November 2026"),
      blocks: expect.anything(),
    });
    expect(await timesPosted(peer.channelId("team"), key)).toBe(1);
    expect(peer.problems).toEqual([]);
  });

  it("opens a direct message for a member", async () => {
    const key = newKey();
    await enqueue(key, peer.userId("ann"));
    expect(await deliver(start)).toEqual({ posted: 1 });
    const receipt = await outbox().receipt(key);
    expect(receipt?.channelId).toMatch(/^D/);
    expect(await timesPosted(receipt!.channelId!, key)).toBe(1);
  });

  it.each(["lose answer", "cut line", "no answer"] as const)("ends with one post after: %s", async (kind) => {
    const key = newKey();
    await enqueue(key, peer.channelId("team"));
    faulty.next("chat.postMessage", { kind });
    expect(await deliver(start)).toEqual({ postponed: 1 });
    expect(await outbox().receipt(key)).toMatchObject({ status: "posting", attempts: 1 });
    expect(await deliver(later(30))).toEqual(kind === "lose answer" ? { found: 1 } : { posted: 1 });
    expect(await timesPosted(peer.channelId("team"), key)).toBe(1);
    expect(faulty.calls).toContain("conversations.history");
  });

  it("looks again before posting when Slack answered 503, and does not post while it cannot look", async () => {
    const key = newKey();
    await enqueue(key, peer.channelId("team"));
    faulty.next("chat.postMessage", { kind: "status", status: 503 });
    faulty.next("conversations.history", { kind: "status", status: 500 });
    await deliver(start);
    expect(await deliver(later(30))).toEqual({ postponed: 1 });
    expect(faulty.calls.filter((method) => method === "chat.postMessage")).toHaveLength(1);
    expect(await deliver(later(30 + 60))).toEqual({ posted: 1 });
    expect(await timesPosted(peer.channelId("team"), key)).toBe(1);
  });

  it("finds its message on a later page of a busy channel", async () => {
    const key = newKey();
    await enqueue(key, peer.channelId("busy"));
    faulty.next("chat.postMessage", { kind: "lose answer" });
    await deliver(start);
    const client = new WebClient(BOT_TOKEN, { slackApiUrl: peer.apiUrl });
    for (let i = 0; i < 210; i += 1)
      await client.chat.postMessage({ channel: peer.channelId("busy"), text: `chatter ${i}` });
    expect(await deliver(later(30))).toEqual({ found: 1 });
    expect(await timesPosted(peer.channelId("busy"), key)).toBe(1);
  });

  it("waits as long as a 429 says, without retrying on its own", async () => {
    const key = newKey();
    await enqueue(key, peer.channelId("team"));
    faulty.next("chat.postMessage", { kind: "status", status: 429, headers: { "retry-after": "3" } });
    expect(await deliver(start)).toEqual({ postponed: 1 });
    expect(faulty.calls.filter((method) => method === "chat.postMessage")).toHaveLength(1);
    expect(await outbox().receipt(key)).toMatchObject({ status: "pending", nextAttemptAt: later(3) });
    expect(await deliver(later(3))).toEqual({ posted: 1 });
    expect(faulty.calls).not.toContain("conversations.history");
  });

  it("fails for good, and says what to do, where the channel is gone", async () => {
    const key = newKey();
    await enqueue(key, "C0GONE");
    expect(await deliver(start)).toEqual({ failed: 1 });
    expect(await outbox().receipt(key)).toMatchObject({
      status: "failed",
      lastError: { code: "undelivered.slack.channel_not_found" },
    });
  });
});
