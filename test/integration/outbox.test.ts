import { expect, it } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import type { Poster, PostRequest, Refusal } from "../../src/delivery/poster.ts";
import { MOST_ATTEMPTS } from "../../src/delivery/retry.ts";
import type { CostSummaryMessage } from "../../src/domain/messages/messages.ts";
import { asWritten } from "../../src/domain/phrase.ts";
import { drawingStore } from "../../src/store/messages/drawings.ts";
import { outboxStore } from "../../src/store/messages/outbox.ts";
import { receiptStore } from "../../src/store/messages/receipts.ts";
import { suggestionStore } from "../../src/store/outreach/suggestions.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const start = new Date("2026-11-23T08:00:00Z");
const message: CostSummaryMessage = {
  kind: "cost-summary",
  month: "2026-10",
  currencies: [],
  base: { served: 0, retained: 0 },
  activityWindowDays: 365,
  readAt: start.toISOString(),
};
const entry = (key: string, recipient = "C1") => ({ key, recipient, message, createdAt: start });
const quietLog = { info: () => {}, warn: () => {}, error: () => {} };

type Answer = "ok" | "posted but cut off" | "cut off" | Refusal;

/** Slack in memory: keeps what was posted, and answers as told, `ok` when told nothing. */
function slackInMemory(answers: Answer[] = []) {
  const posted: PostRequest[] = [];
  const keep = (request: PostRequest) => `${posted.push(request)}.0001`;
  const poster: Poster = {
    open: async (recipient) => ({ kind: "open", channelId: recipient }),
    async post(request) {
      const answer = answers.shift() ?? "ok";
      if (answer === "ok") return { kind: "posted", ts: keep(request) };
      if (answer === "cut off") return { kind: "unknown", error: asWritten("socket hang up") };
      if (answer !== "posted but cut off") return answer;
      keep(request);
      return { kind: "unknown", error: asWritten("HTTP 503") };
    },
    update: async () => ({ kind: "updated" }),
    async find(channelId, key) {
      const index = posted.findIndex((post) => post.channelId === channelId && post.key === key);
      return index < 0 ? { kind: "absent" } : { kind: "found", ts: `${index + 1}.0001` };
    },
  };
  return { poster, posted, keys: () => posted.map(({ key }) => key) };
}

describeOnEachDatabase("outbox", (database) => {
  const outbox = () => outboxStore(database());
  const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);
  const deliver = (poster: Poster, at: Date) =>
    deliverDue({
      outbox: outbox(),
      suggestions: suggestionStore(database()),
      drawings: drawingStore(database()),
      poster,
      whyNotPost: async () => null,
      clock: () => at,
      log: quietLog,
    });

  it("posts a message once however often it is enqueued and delivered", async () => {
    const slack = slackInMemory();
    expect(await outbox().enqueue(entry("digest:C1:2026-W47"))).toBe(true);
    expect(await outbox().enqueue(entry("digest:C1:2026-W47"))).toBe(false);
    expect(await deliver(slack.poster, start)).toEqual({ posted: 1 });
    expect(await deliver(slack.poster, later(3600))).toEqual({});
    expect(await outbox().enqueue(entry("digest:C1:2026-W47"))).toBe(false);
    expect(slack.keys()).toEqual(["digest:C1:2026-W47"]);
    expect(await outbox().receipt("digest:C1:2026-W47")).toMatchObject({
      status: "posted",
      attempts: 1,
      channelId: "C1",
      ts: "1.0001",
      lastError: null,
      settledAt: start,
    });
  });

  it("gives two workers that claim at once different messages", async () => {
    for (let i = 0; i < 8; i += 1) await outbox().enqueue(entry(`m${i}`, `C${i}`));
    const claims = await Promise.all([1, 2, 3].map(() => outbox().claimDue(start, later(60), 4)));
    const keys = claims.flat().map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const rest = await outbox().claimDue(start, later(60), 8);
    expect([...keys, ...rest.map(({ key }) => key)].sort()).toEqual(
      Array.from({ length: 8 }, (_, i) => `m${i}`),
    );
  });

  it("posts to a channel one at a time and in order, to others at the same time", async () => {
    const slack = slackInMemory();
    for (const key of ["a1", "a2", "a3"]) await outbox().enqueue(entry(key, "CA"));
    await outbox().enqueue(entry("b1", "CB"));
    expect(await deliver(slack.poster, start)).toEqual({ posted: 2 });
    expect(slack.keys().sort()).toEqual(["a1", "b1"]);
    await deliver(slack.poster, later(2));
    await deliver(slack.poster, later(4));
    expect(slack.keys().filter((key) => key.startsWith("a"))).toEqual(["a1", "a2", "a3"]);
  });

  it("keeps the order while a message waits for its next attempt", async () => {
    const slack = slackInMemory([{ kind: "later", error: asWritten("ratelimited"), afterSeconds: 7 }]);
    for (const key of ["a1", "a2"]) await outbox().enqueue(entry(key, "CA"));
    expect(await deliver(slack.poster, start)).toEqual({ postponed: 1 });
    expect(await deliver(slack.poster, later(6))).toEqual({});
    for (const seconds of [7, 9]) await deliver(slack.poster, later(seconds));
    expect(slack.keys()).toEqual(["a1", "a2"]);
  });

  it("lets later messages pass one that has failed for ten minutes, also those that come after that", async () => {
    const slack = slackInMemory();
    const post: Poster["post"] = async (request) =>
      request.key === "a1"
        ? { kind: "later", error: asWritten("odd"), afterSeconds: null }
        : slack.poster.post(request);
    for (const key of ["a1", "a2"]) await outbox().enqueue(entry(key, "CA"));
    for (const seconds of [0, 30, 90, 210, 450])
      expect(await deliver({ ...slack.poster, post }, later(seconds))).toEqual({ postponed: 1 });
    expect(await deliver({ ...slack.poster, post }, later(599))).toEqual({});
    expect(await deliver({ ...slack.poster, post }, later(600))).toEqual({ posted: 1 });
    await outbox().enqueue({ ...entry("a3", "CA"), createdAt: later(700) });
    expect(await deliver({ ...slack.poster, post }, later(700))).toEqual({ posted: 1 });
    expect(slack.keys()).toEqual(["a2", "a3"]);
  });

  it("lets messages pass one that waits for the end of quiet hours", async () => {
    const slack = slackInMemory();
    for (const key of ["a1", "a2"]) await outbox().enqueue(entry(key, "CA"));
    const [first] = await outbox().claimDue(start, later(20), 1);
    await outbox().postpone(first!, asWritten("quiet"), later(9_000), { at: start, holdsUpUntil: null });
    expect(await deliver(slack.poster, later(1))).toEqual({ posted: 1 });
  });

  it("does not post for somebody whose claim was taken over, and keeps how each attempt ended", async () => {
    await outbox().enqueue(entry("k"));
    const [first] = await outbox().claimDue(start, later(20), 1);
    expect(await outbox().renew(first!, later(30))).toBe(true);
    expect(await outbox().claimDue(later(29), later(49), 1)).toEqual([]);
    const [second] = await outbox().claimDue(later(30), later(50), 1);
    expect(await outbox().renew(first!, later(60))).toBe(false);
    expect(await outbox().begin(first!, later(31), later(60))).toBe(false);
    expect(await outbox().begin(second!, later(31), later(60))).toBe(true);
    const [third] = await outbox().claimDue(later(60), later(80), 1);
    expect(third).toMatchObject({ firstAskedAt: later(31), lastAskedAt: later(31), maybePosted: true });
    const given = { at: later(61), holdsUpUntil: null };
    await outbox().postponeUnknown(third!, asWritten("HTTP 503"), later(90), given);
    const [fourth] = await outbox().claimDue(later(90), later(110), 1);
    await outbox().begin(fourth!, later(91), later(110));
    await outbox().settlePosted(fourth!, { channelId: "C1", ts: "1.2" }, later(92));
    expect(await receiptStore(database()).attemptsOf("k")).toEqual([
      { attempt: 3, endedAt: later(61), outcome: "postponed", because: asWritten("HTTP 503") },
      { attempt: 4, endedAt: later(92), outcome: "posted", because: null },
    ]);
  });

  it("keeps a reply until the message it belongs to was posted, and the reply holds up nothing else meanwhile", async () => {
    await outbox().enqueue(entry("head", "CA"));
    await outbox().enqueue({ ...entry("reply", "CA"), threadOf: "head" });
    await outbox().enqueue(entry("other", "CA"));
    const [head] = await outbox().claimDue(start, later(60), 10);
    expect(head?.key).toBe("head");
    const given = { at: start, holdsUpUntil: null };
    await outbox().postpone(head!, asWritten("later"), later(600), given);
    const [other, ...more] = await outbox().claimDue(later(1), later(61), 10);
    expect([other?.key, more]).toEqual(["other", []]);
    await outbox().settlePosted(other!, { channelId: "CA", ts: "1.2" }, later(2));
    expect(await outbox().claimDue(later(3), later(63), 10)).toEqual([]);
    const [again] = await outbox().claimDue(later(600), later(660), 10);
    await outbox().settlePosted(again!, { channelId: "CA", ts: "1.3" }, later(601));
    const [reply] = await outbox().claimDue(later(602), later(662), 10);
    expect([reply?.key, reply?.thread]).toEqual(["reply", { ts: "1.3" }]);
  });

  it("finds a message whose answer was lost and does not post it again", async () => {
    const slack = slackInMemory(["posted but cut off"]);
    await outbox().enqueue(entry("k"));
    expect(await deliver(slack.poster, start)).toEqual({ postponed: 1 });
    expect(await outbox().receipt("k")).toMatchObject({
      status: "posting",
      lastError: asWritten("HTTP 503"),
    });
    expect(await deliver(slack.poster, later(29))).toEqual({});
    expect(await deliver(slack.poster, later(30))).toEqual({ found: 1 });
    expect(slack.keys()).toEqual(["k"]);
    expect(await outbox().receipt("k")).toMatchObject({ status: "posted", ts: "1.0001", lastError: null });
  });

  it("posts a message again that was cut off before it arrived", async () => {
    const slack = slackInMemory(["cut off", "cut off"]);
    await outbox().enqueue(entry("k"));
    await deliver(slack.poster, start);
    expect(await deliver(slack.poster, later(30))).toEqual({ postponed: 1 });
    expect(await deliver(slack.poster, later(119))).toEqual({});
    expect(await deliver(slack.poster, later(120))).toEqual({ postponed: 1 });
    expect(await deliver(slack.poster, later(180))).toEqual({ postponed: 1 });
    expect(await deliver(slack.poster, later(240))).toEqual({ posted: 1 });
    expect(slack.keys()).toEqual(["k"]);
  });

  it("after a crash between post and settle finds the message when the claim has run out", async () => {
    const slack = slackInMemory();
    await outbox().enqueue(entry("k"));
    const [claim] = await outbox().claimDue(start, later(300), 10);
    await slack.poster.post({ channelId: "C1", key: claim!.key, text: "", blocks: [] });
    expect(await deliver(slack.poster, later(299))).toEqual({});
    expect(await deliver(slack.poster, later(300))).toEqual({ found: 1 });
    expect(slack.keys()).toEqual(["k"]);
    // The first worker comes back to life: its claim is void.
    expect(await outbox().settleFailed(claim!, asWritten("late"), later(301))).toBe(false);
    expect(await outbox().receipt("k")).toMatchObject({ status: "posted", attempts: 2 });
  });

  it("waits as long as a rate limit says, and posts without looking back", async () => {
    const slack = slackInMemory([{ kind: "later", error: asWritten("ratelimited"), afterSeconds: 7 }]);
    await outbox().enqueue(entry("k"));
    expect(await deliver(slack.poster, start)).toEqual({ postponed: 1 });
    expect(await outbox().receipt("k")).toMatchObject({
      status: "pending",
      nextAttemptAt: later(7),
      lastError: asWritten("ratelimited"),
    });
    const [again] = await outbox().claimDue(later(7), later(60), 1);
    expect(again?.maybePosted).toBe(false);
  });

  it("keeps looking first when a lost answer is followed by a rate limit", async () => {
    const slack = slackInMemory(["cut off"]);
    await outbox().enqueue(entry("k"));
    await deliver(slack.poster, start);
    const limited: Poster = {
      ...slack.poster,
      find: async () => ({ kind: "later", error: asWritten("ratelimited"), afterSeconds: 5 }),
    };
    await deliver(limited, later(30));
    const [again] = await outbox().claimDue(later(35), later(60), 1);
    expect(again?.maybePosted).toBe(true);
  });

  it("fails at once where Slack refuses, with the reason, and goes on with the next", async () => {
    const slack = slackInMemory([
      { kind: "refused", error: asWritten("is_archived: The channel is archived.") },
    ]);
    await outbox().enqueue(entry("a"));
    await outbox().enqueue(entry("b"));
    expect(await deliver(slack.poster, start)).toEqual({ failed: 1 });
    expect(await deliver(slack.poster, later(2))).toEqual({ posted: 1 });
    expect(await outbox().receipt("a")).toMatchObject({
      status: "failed",
      lastError: asWritten("is_archived: The channel is archived."),
    });
    expect(await outbox().countByStatus()).toEqual({ failed: 1, posted: 1 });
  });

  it("gives up after the last attempt and says that it may have arrived", async () => {
    const slack = slackInMemory(Array.from({ length: MOST_ATTEMPTS }, () => "cut off" as const));
    await outbox().enqueue(entry("k"));
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1)
      await deliver(slack.poster, later(attempt * 3600));
    expect(await outbox().receipt("k")).toMatchObject({
      status: "failed",
      attempts: MOST_ATTEMPTS,
      lastError: { code: "undelivered.maybe-posted" },
    });
    expect(await deliver(slack.poster, later(1_000_000))).toEqual({});
  });

  it("knows the language of whom it is for: the member's, the channel's, or nobody said", async () => {
    await database().pool.query(
      `INSERT INTO members (slack_user_id, name, locale) VALUES ('U1', 'Ana', 'zh-TW'), ('U2', 'Ben', NULL)`,
    );
    await database().pool.query(
      `INSERT INTO channel_settings (channel_id, locale, set_by, updated_at) VALUES ('C1', 'zh-CN', 'U1', now())`,
    );
    for (const recipient of ["U1", "U2", "C1"]) await outbox().enqueue(entry(recipient, recipient));
    const claims = await outbox().claimDue(start, later(60), 10);
    expect(Object.fromEntries(claims.map(({ recipient, locale }) => [recipient, locale]))).toEqual({
      U1: "zh-TW",
      U2: null,
      C1: "zh-CN",
    });
  });

  it("keeps message and suggestions together or not at all", async () => {
    const { rows } = await database().pool.query<{ id: number }>(
      "INSERT INTO customers (source, external_id, name) VALUES ('t', '1', 'Acme') RETURNING id",
    );
    const suggestion = {
      key: "nudge:1:2026-11-23",
      kind: "nudge" as const,
      customerId: rows[0]!.id,
      memberId: "U1",
      playbook: "check-in",
      action: asWritten("Call"),
      reason: asWritten("Silent"),
      probability: 0.5,
      createdAt: start,
    };
    const unknownCustomer = { ...suggestion, customerId: 999_999 };
    await expect(outbox().enqueue(entry("k"), [unknownCustomer])).rejects.toThrow(/foreign key/);
    expect(await outbox().receipt("k")).toBeNull();
    expect(await outbox().enqueue(entry("k"), [suggestion])).toBe(true);
    expect(await outbox().enqueue(entry("k"), [{ ...suggestion, key: "other" }])).toBe(false);
    const kept = await database().pool.query<{ key: string }>("SELECT key FROM suggestions");
    expect(kept.rows.map(({ key }) => key)).toEqual(["nudge:1:2026-11-23"]);
  });
});
