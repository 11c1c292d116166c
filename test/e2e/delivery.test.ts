import { WebClient } from "@slack/web-api";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import { slackPoster } from "../../src/delivery/slack-poster.ts";
import type { CostSummaryMessage } from "../../src/domain/messages/messages.ts";
import { chart } from "../../src/slack/blocks/chart.ts";
import { drawingStore } from "../../src/store/messages/drawings.ts";
import { outboxStore } from "../../src/store/messages/outbox.ts";
import { receiptStore } from "../../src/store/messages/receipts.ts";
import { suggestionStore } from "../../src/store/outreach/suggestions.ts";
import { undeliveredStore } from "../../src/store/outreach/undelivered.ts";
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
  const poster = (timeoutMs = 10_000) =>
    slackPoster({ token: BOT_TOKEN, slackApiUrl: faulty.apiUrl, timeoutMs });
  /** @param slackAt what Slack's clock shows meanwhile */
  const deliver = (at: Date, slackAt = at, timeoutMs?: number) => {
    faulty.tellTime(slackAt);
    return deliverDue({
      suggestions: suggestionStore(database()),
      drawings: drawingStore(database()),
      outbox: outbox(),
      poster: poster(timeoutMs),
      whyNotPost: async () => null,
      clock: () => at,
      log: quietLog,
    });
  };
  /** With a client that hangs up soon, where Slack gives no answer. */
  const deliverHanging = (at: Date) => deliver(at, at, 500);
  const enqueue = (key: string, recipient: string, createdAt = start) => {
    const message: CostSummaryMessage = {
      kind: "cost-summary",
      month: "2026-11",
      currencies: [],
      base: { served: 0, retained: 0 },
      activityWindowDays: 365,
      readAt: start.toISOString(),
    };
    return outbox().enqueue({ key, recipient, message, createdAt });
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
      locale: "en",
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
    expect(peer.sent.at(-1)?.body).toMatchObject({
      blocks: [
        { type: "divider" },
        { type: "context", elements: [{ text: expect.stringContaining("could not be drawn or sent") }] },
      ],
    });
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
    expect(await (kind === "no answer" ? deliverHanging : deliver)(start)).toEqual({ postponed: 1 });
    expect(await outbox().receipt(key)).toMatchObject({ status: "posting", attempts: 1 });
    const isThere = kind === "lose answer";
    expect(await deliver(later(30))).toEqual(isThere ? { found: 1 } : { postponed: 1 });
    expect(await deliver(later(125))).toEqual(isThere ? {} : { posted: 1 });
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
    expect(await deliver(later(30 + 60))).toEqual({ postponed: 1 });
    expect(await deliver(later(125))).toEqual({ posted: 1 });
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

  it("does not post a second time what Slack stores after it was looked for", async () => {
    const key = newKey();
    await enqueue(key, peer.channelId("team"));
    faulty.next("chat.postMessage", { kind: "store late" });
    await deliverHanging(start);
    expect(await deliver(later(30))).toEqual({ postponed: 1 });
    expect(await outbox().receipt(key)).toMatchObject({
      status: "posting",
      lastError: { code: "undelivered.not-there-yet" },
    });
    await faulty.storeLate();
    expect(await deliver(later(125))).toEqual({ found: 1 });
    expect(await timesPosted(peer.channelId("team"), key)).toBe(1);
  });

  it.each([6, 60, -60])("finds its message where our clock is %s minutes ahead", async (minutes) => {
    const slackAt = new Date();
    const ours = new Date(slackAt.getTime() + minutes * 60_000);
    const key = newKey();
    await enqueue(key, peer.channelId("team"), ours);
    faulty.next("chat.postMessage", { kind: "lose answer" });
    expect(await deliver(ours, slackAt)).toEqual({ postponed: 1 });
    const after = (moment: Date) => new Date(moment.getTime() + 30_000);
    expect(await deliver(after(ours), after(slackAt))).toEqual({ found: 1 });
    expect(await timesPosted(peer.channelId("team"), key)).toBe(1);
  });

  it("waits by Slack's clock where another instance's is ahead", async () => {
    const key = newKey();
    await enqueue(key, peer.channelId("team"));
    faulty.next("chat.postMessage", { kind: "store late" });
    await deliverHanging(start);
    expect(await deliver(later(3600), later(30))).toEqual({ postponed: 1 });
    await faulty.storeLate();
    expect(await deliver(later(3600 + 120), later(150))).toEqual({ found: 1 });
    expect(await timesPosted(peer.channelId("team"), key)).toBe(1);
  });

  it("holds a message that may be posted while nobody lets it look, and says so", async () => {
    const key = newKey();
    await enqueue(key, peer.channelId("team"));
    faulty.next("chat.postMessage", { kind: "lose answer" });
    await deliver(start);
    faulty.next("conversations.history", { kind: "refusal", error: "missing_scope" });
    expect(await deliver(later(30))).toEqual({ postponed: 1 });
    expect(await receiptStore(database()).find(key)).toMatchObject({
      state: "held",
      because: { code: "undelivered.history-unread" },
      nextAttemptAt: later(630),
    });
    expect(await undeliveredStore(database()).since(start, 9)).toMatchObject({ items: [{ key, at: null }] });
    expect(await deliver(later(630))).toEqual({ found: 1 });
    expect(await timesPosted(peer.channelId("team"), key)).toBe(1);
  });

  it("gives up after three days in which nobody let it look", async () => {
    const key = newKey();
    await enqueue(key, peer.channelId("team"));
    faulty.next("chat.postMessage", { kind: "lose answer" });
    await deliver(start);
    faulty.next("conversations.history", { kind: "refusal", error: "missing_scope" });
    expect(await deliver(later(3 * 86_400 + 1))).toEqual({ failed: 1 });
    expect(await outbox().receipt(key)).toMatchObject({ lastError: { code: "undelivered.maybe-posted" } });
  });

  it("keeps the order of a channel where Slack tells the first to wait", async () => {
    const keys = [newKey(), newKey()];
    for (const key of keys) await enqueue(key, peer.channelId("team"));
    faulty.next("chat.postMessage", { kind: "status", status: 429, headers: { "retry-after": "7" } });
    expect(await deliver(start)).toEqual({ postponed: 1 });
    expect(await deliver(later(2))).toEqual({});
    expect(await deliver(later(7))).toEqual({ posted: 1 });
    expect(await deliver(later(9))).toEqual({ posted: 1 });
    const [first, second] = await Promise.all(keys.map((key) => outbox().receipt(key)));
    expect(Number(first?.ts)).toBeLessThan(Number(second?.ts));
  });

  describe("after a process ended with a message in its hands", () => {
    const crashed = async (step: "claimed" | "asked" | "posted") => {
      const key = newKey();
      const channelId = peer.channelId("team");
      await enqueue(key, channelId);
      const [claim] = await outbox().claimDue(start, later(20), 1);
      if (step !== "claimed") await outbox().begin(claim!, start, later(20));
      faulty.tellTime(start);
      if (step === "posted") await poster().post({ channelId, key, text: "Costs", blocks: [] });
      return key;
    };

    it.each([
      ["claimed", { posted: 1 }, {}],
      ["asked", { postponed: 1 }, { posted: 1 }],
      ["posted", { found: 1 }, {}],
    ] as const)("%s: goes on 20 seconds later", async (step, next, then) => {
      const key = await crashed(step);
      expect(await deliver(later(19))).toEqual({});
      expect(await deliver(later(20))).toEqual(next);
      expect(await deliver(later(125))).toEqual(then);
      expect(await timesPosted(peer.channelId("team"), key)).toBe(1);
    });
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
