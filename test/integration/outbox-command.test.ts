import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { runCli } from "../../src/cli/program.ts";
import { deliverDue } from "../../src/delivery/deliver.ts";
import type { Poster } from "../../src/delivery/poster.ts";
import type { JobAlertMessage } from "../../src/domain/messages/messages.ts";
import { type Phrase, phrase } from "../../src/domain/phrase.ts";
import { checkHealth } from "../../src/flows/messages/check-health.ts";
import { readReceipt } from "../../src/flows/messages/read-receipt.ts";
import { retryFailed } from "../../src/flows/messages/retry-failed.ts";
import type { Database } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase, describeOnOneDatabase, ownDatabases } from "../support/databases.ts";
import { NO_MODEL } from "../support/no-model.ts";

const NOW = new Date("2026-11-23T08:00:00Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const ARCHIVED = phrase("undelivered.slack.is_archived");
const LINE = phrase("undelivered.line", { error: "socket hang up" });
const GAVE_UP = phrase("undelivered.gave-up", { error: LINE, attempts: 10 });
const message: JobAlertMessage = {
  ...{ kind: "job-alert", job: "score-daily", period: "2026-11-23 UTC", error: "The disk is full." },
  ...{ attempts: 3, failedAt: NOW.toISOString() },
};

type Given = {
  status?: string;
  error?: Phrase | null;
  attempts?: number;
  settledAt?: Date | null;
  threadOf?: string;
};

/** A row as it stands after attempts that ended so. */
async function kept(database: Database, key: string, recipient: string, given: Given = {}) {
  const { status = "failed", error = ARCHIVED, attempts = 10, settledAt = NOW, threadOf = null } = given;
  await database.pool.query(
    `INSERT INTO outbox (key, kind, recipient, message, status, last_error, attempts, next_attempt_at, created_at,
       settled_at, thread_of) VALUES ($1, 'job-alert', $2, $3, $4, $5, $6, $7, $7, $8, $9)`,
    [key, recipient, message, status, error, attempts, NOW, settledAt, threadOf],
  );
}

describeOnEachDatabase("failed messages sent again", (database) => {
  const deps = (at = later(60)) => ({ ...createStore(database()), clock: () => at });
  const retry = (key: string | null, at?: Date) => retryFailed(deps(at), { key, by: "command line" });
  const deliver = async (given: Partial<Poster> = {}, at = later(61)) => {
    const asked: string[] = [];
    const poster: Poster = {
      open: async (recipient) => ({ kind: "open", channelId: recipient }),
      update: async () => ({ kind: "updated" }),
      find: async (_, key) => {
        asked.push(`find ${key}`);
        return { kind: "found", ts: "9.01" };
      },
      post: async ({ key }) => {
        asked.push(`post ${key}`);
        return { kind: "posted", ts: "7.01" };
      },
      ...given,
    };
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const round = await deliverDue({ ...deps(at), poster, whyNotPost: async () => null, log });
    return { round, asked: asked.sort() };
  };

  it("are looked for where they may be posted, and posted at once where Slack refused them", async () => {
    await kept(database(), "refused", "C1");
    await kept(database(), "lost", "C2", { error: phrase("undelivered.maybe-posted", { error: ARCHIVED }) });
    await kept(database(), "gave-up", "C3", { error: GAVE_UP });
    await kept(database(), "unnoted", "C4", { error: null });
    expect(await retry(null)).toEqual({
      kind: "retried",
      messages: [
        { key: "refused", looksFirst: false },
        { key: "lost", looksFirst: true },
        { key: "gave-up", looksFirst: true },
        { key: "unnoted", looksFirst: true },
      ],
    });
    const { round, asked } = await deliver();
    expect(round).toEqual({ posted: 1, found: 3 });
    expect(asked).toEqual(["find gave-up", "find lost", "find unnoted", "post refused"]);
  });

  it("go once, with who asked noted, and have all their attempts again", async () => {
    await kept(database(), "a", "C1");
    expect(await retry("a")).toMatchObject({ kind: "retried" });
    expect(await retry("a")).toMatchObject({ kind: "not-failed", receipt: { state: "pending" } });
    expect((await retry(null)).kind === "retried" && (await retry(null))).toMatchObject({ messages: [] });
    const odd: Partial<Poster> = { post: async () => ({ kind: "later", error: LINE, afterSeconds: null }) };
    expect((await deliver(odd)).round).toEqual({ postponed: 1 });
    expect((await deliver({}, later(91))).round).toEqual({ posted: 1 });
    expect(await retry("a")).toMatchObject({ kind: "not-failed", receipt: { state: "posted" } });
    expect(await readReceipt(deps(), "a")).toMatchObject({
      receipt: { state: "posted", attempts: 12, channelId: "C1", ts: "7.01", because: null },
      retries: [{ at: later(60), by: "command line" }],
      drawings: [{ purpose: "post", arrivedAt: later(91) }],
    });
    expect(await retry("nothing")).toEqual({ kind: "unknown" });
  });

  it("are not all those of long ago, and a reply waits for what it replies to", async () => {
    await kept(database(), "old", "C1", { settledAt: later(-15 * 86_400) });
    await kept(database(), "reply", "C1", { threadOf: "old", error: phrase("undelivered.no-thread") });
    expect(await retry("reply")).toEqual({ kind: "no-thread", threadOf: "old" });
    expect(await retry(null)).toMatchObject({ messages: [{ key: "reply" }] });
    await deliver();
    expect(await retry("old")).toMatchObject({ messages: [{ key: "old" }] });
    expect(await retry("reply")).toMatchObject({ messages: [{ key: "reply" }] });
    expect((await deliver()).asked).toEqual(["post old"]);
    expect((await deliver()).asked).toEqual(["post reply"]);
  });

  it("wait as long as Slack does not take the token, which doctor says", async () => {
    const health = { ...deps(), model: NO_MODEL, timeZone: "UTC" };
    const posting = async () => (await checkHealth(health)).find(({ name }) => name === "posting");
    await kept(database(), "a", "C1", { status: "pending", error: null, attempts: 0, settledAt: null });
    await kept(database(), "b", "C1", { status: "pending", error: null, attempts: 0, settledAt: null });
    expect(await posting()).toBeUndefined();
    const error = phrase("undelivered.token", { error: "invalid_auth" });
    const open: Poster["open"] = async () => ({ kind: "stopped", error });
    for (const attempt of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
      expect((await deliver({ open }, later(attempt * 300))).round).toEqual({ postponed: 1 });
    expect(await posting()).toMatchObject({
      finding: [
        phrase("health.posting.stopped", {
          ...{ error: "invalid_auth", waiting: 2, oldestAt: NOW.toISOString() },
        }),
      ],
    });
    const odd: Partial<Poster> = { post: async () => ({ kind: "later", error: LINE, afterSeconds: null }) };
    expect((await deliver(odd, later(3600))).round).toEqual({ postponed: 1 });
    const at = later(7200);
    expect([(await deliver({}, at)).round, (await deliver({}, at)).round]).toEqual([
      { posted: 1 },
      { posted: 1 },
    ]);
    expect(await posting()).toBeUndefined();
  });
});

describeOnOneDatabase("mainstay outbox", (database) => {
  let out: string;
  let err: string;
  beforeEach(() => {
    vi.stubEnv("DATABASE_URL", ownDatabases().native ?? ownDatabases().embedded);
    vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      out += String(text);
      return true;
    });
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      err += String(text);
      return true;
    });
  });
  afterEach(() => vi.unstubAllEnvs());
  const run = async (...args: string[]) => {
    [out, err] = ["", ""];
    const code = await runCli(["node", "mainstay", "outbox", ...args]);
    return { code, out, err, json: () => JSON.parse(out.trimEnd().split("\n").at(-1) ?? "") };
  };

  it("lists, shows and sends again, and says what to do where it cannot", async () => {
    expect((await run("list")).out).toContain("The outbox is empty");
    expect((await run("list", "--status", "failed")).out).toContain("No message has failed.");
    const quiet = phrase("undelivered.quiet-hours", { until: later(600).toISOString() });
    const waiting = { status: "pending", error: quiet, attempts: 1, settledAt: null };
    await kept(database(), "quiet", "U1", waiting);
    await kept(database(), "new", "C1", { ...waiting, error: null, attempts: 0 });
    await kept(database(), "done", "C1", { status: "posted", error: null });
    // Doctor's days count from now.
    await kept(database(), "dead", "C2", { settledAt: new Date() });

    const all = await run("list", "--limit", "3");
    expect(all.out).toContain("job-alert to C2: failed, 10 attempts, given up at");
    expect(all.out).toContain("job-alert to C1: not posted yet, not tried yet, next attempt at 2026-11-23");
    expect(all.out).toContain("1 older message not shown");
    for (const [status, key] of Object.entries({
      held: "quiet",
      pending: "new",
      posted: "done",
      failed: "dead",
    }))
      expect((await run("list", "--status", status, "--json")).json()).toMatchObject({
        messages: [{ key, state: status }],
        inAll: 1,
      });

    const shown = await run("show", "dead");
    expect(shown.out).toContain("Because: The channel is archived");
    expect(shown.out).toContain("Nothing that was given to Slack is kept");
    expect((await run("retry", "done")).err).toContain(
      "done has not failed, so it is not sent again: job-alert",
    );
    expect((await run("retry", "nobody")).err).toContain("No message has the key nobody");
    expect((await run("show", "nobody")).code).toBe(1);
    expect(await run("retry")).toMatchObject({ code: 1, err: expect.stringContaining("--all") });
    expect((await run("retry", "dead", "--all")).code).toBe(1);
    expect((await run("retry", "--all", "--json")).json()).toEqual({
      messages: [{ key: "dead", looksFirst: false }],
    });
    expect((await run("retry", "--all")).out).toContain("No message has failed in the last 14 days");
    expect((await run("show", "dead")).out).toMatch(/Sent again .* by command line/);
  });
});
