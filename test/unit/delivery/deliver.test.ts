import { expect, it } from "vitest";
import { type DeliverDeps, deliverDue } from "../../../src/delivery/deliver.ts";
import type { Poster } from "../../../src/delivery/poster.ts";
import { postingGate } from "../../../src/delivery/posting-gate.ts";
import { MOST_ATTEMPTS } from "../../../src/delivery/retry.ts";
import type { AccessRefusal } from "../../../src/domain/access.ts";
import type { DigestMessage, JobAlertMessage } from "../../../src/domain/messages/messages.ts";
import { asWritten, phrase } from "../../../src/domain/phrase.ts";
import type { ClaimedMessage, GivenBack } from "../../../src/store/messages/outbox-claims.ts";

const NOW = new Date("2026-11-23T09:00:00Z");
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

const message: JobAlertMessage = {
  kind: "job-alert",
  job: "score-daily",
  period: "2026-11-23 UTC",
  error: "The disk is full.",
  attempts: 3,
  failedAt: NOW.toISOString(),
};

const claim: ClaimedMessage = {
  id: "7",
  key: "job-alert:score-daily",
  recipient: "C1",
  message,
  createdAt: after(-60),
  attempt: 1,
  uncounted: 0,
  maybePosted: false,
  firstAskedAt: null,
  lastAskedAt: null,
  holdsUpUntil: null,
  revision: 0,
  locale: null,
  thread: null,
};

const POSTS: Poster = {
  open: async (recipient) => ({ kind: "open", channelId: `D-${recipient}` }),
  find: async () => ({ kind: "absent" }),
  post: async () => ({ kind: "posted", ts: "17.01" }),
  update: async () => ({ kind: "updated" }),
};

type Told = {
  gate?: NonNullable<DeliverDeps["gate"]>;
  claimKept?: boolean;
  /** Whether the claim still holds just before the post. */
  begins?: boolean;
  whyNot?: AccessRefusal | null;
  alert?: NonNullable<DeliverDeps["alert"]>;
};

/** Delivers the claims once; what was asked of the poster, told to the outbox and logged is kept. */
async function deliver(
  claims: readonly ClaimedMessage[],
  answers: Partial<Poster> = {},
  { claimKept = true, begins = true, whyNot = null, alert, gate }: Told = {},
) {
  const asked: unknown[][] = [];
  const told: unknown[][] = [];
  const logged: unknown[][] = [];
  const drawn: unknown[][] = [];
  const heldUp: GivenBack[] = [];
  const poster: Poster = { ...POSTS, ...answers };
  const tell =
    (what: string) =>
    async ({ id }: ClaimedMessage, ...rest: unknown[]) => {
      told.push([what, id, ...rest.slice(0, 2)]);
      if (rest.length > 2 && typeof rest[2] === "object") heldUp.push(rest[2] as GivenBack);
      return claimKept;
    };
  const log = (level: string) => (fields: object, text: string) => void logged.push([level, text, fields]);
  const deps: DeliverDeps = {
    ...(alert === undefined ? {} : { alert }),
    ...(gate === undefined ? {} : { gate }),
    whyNotPost: async (post) => {
      asked.push(["whyNotPost", post]);
      return whyNot;
    },
    outbox: {
      claimDue: async (...request) => {
        asked.push(["claimDue", ...request]);
        return [...claims];
      },
      renew: async () => claimKept,
      begin: async (_, askedAt, claimedUntil) => {
        asked.push(["begin", askedAt, claimedUntil]);
        return begins;
      },
      settlePosted: tell("settlePosted"),
      settleFailed: tell("settleFailed"),
      postpone: tell("postpone"),
      postponeUnknown: tell("postponeUnknown"),
    },
    suggestions: { answersIn: async () => [] },
    drawings: {
      keep: async (drawing) => {
        drawn.push(["keep", drawing]);
        return "3";
      },
      arrived: async (...arrival) => void drawn.push(["arrived", ...arrival]),
      found: async (...finding) => void drawn.push(["found", ...finding]),
      drop: async (id) => void drawn.push(["drop", id]),
    },
    poster: {
      ...poster,
      open: (recipient) => {
        asked.push(["open", recipient]);
        return poster.open(recipient);
      },
      find: (...place) => {
        asked.push(["find", ...place]);
        return poster.find(...place);
      },
      post: (request) => {
        asked.push(["post", request.channelId, request.key, request.text]);
        return poster.post(request);
      },
    },
    clock: () => NOW,
    log: { info: log("info"), warn: log("warn"), error: log("error") },
  };
  return { round: await deliverDue(deps), asked, told, logged, drawn, heldUp };
}

it("claims ten at most, for twenty seconds, and does nothing where nothing is due", async () => {
  const { round, asked } = await deliver([]);
  expect(round).toEqual({});
  expect(asked).toEqual([["claimDue", NOW, after(20), 10]]);
});

it("posts to the recipient's conversation under the message's key, and settles where it stands", async () => {
  const { round, asked, told, logged } = await deliver([claim]);
  expect(round).toEqual({ posted: 1 });
  expect(asked.slice(1)).toEqual([
    ["open", "C1"],
    ["whyNotPost", { kind: "job-alert", recipient: "C1" }],
    ["begin", NOW, after(20)],
    ["post", "D-C1", claim.key, expect.stringContaining("score-daily")],
  ]);
  expect(told).toEqual([["settlePosted", "7", { channelId: "D-C1", ts: "17.01" }, NOW]]);
  expect(logged).toEqual([
    ["info", "message posted", { key: claim.key, attempt: 1, channelId: "D-C1", ts: "17.01", kept: true }],
  ]);
});

it("counts how many ended how", async () => {
  const refused: Poster["open"] = async (recipient) =>
    recipient === "C9"
      ? { kind: "refused", error: asWritten("gone") }
      : { kind: "open", channelId: recipient };
  const claims = ["C1", "C2", "C9"].map((recipient) => ({ ...claim, recipient }));
  expect((await deliver(claims, { open: refused })).round).toEqual({ posted: 2, failed: 1 });
});

it("looks for a message that may be posted, and posts it only where it is not there", async () => {
  const doubtful = { ...claim, maybePosted: true };
  const there = await deliver([doubtful], { find: async () => ({ kind: "found", ts: "16.00" }) });
  expect(there.round).toEqual({ found: 1 });
  expect(there.asked.slice(1)).toEqual([
    ["open", "C1"],
    // A version that did not note when it asked: our clock may have been hours off.
    ["find", "D-C1", claim.key, after(-60 - 2 * 3600), null],
  ]);
  expect(there.told).toEqual([["settlePosted", "7", { channelId: "D-C1", ts: "16.00" }, NOW]]);
  expect(there.logged.map((line) => line.slice(0, 2))).toEqual([["info", "message found"]]);

  const absent = await deliver([doubtful]);
  expect(absent.round).toEqual({ posted: 1 });
  expect(absent.asked.map(([what]) => what)).toEqual([
    "claimDue",
    "open",
    "find",
    "whyNotPost",
    "begin",
    "post",
  ]);

  const unsearched = await deliver([doubtful], {
    find: async () => ({ kind: "later", error: asWritten("ratelimited"), afterSeconds: 9 }),
  });
  expect(unsearched.round).toEqual({ postponed: 1 });
  expect(unsearched.asked.map(([what]) => what)).not.toContain("post");
  expect(unsearched.told).toEqual([["postponeUnknown", "7", asWritten("ratelimited"), after(9)]]);
});

it("gives up at once where Slack says no, and says so in the log", async () => {
  const { round, told, logged } = await deliver([claim], {
    post: async () => ({ kind: "refused", error: asWritten("is_archived: The channel is archived.") }),
  });
  expect(round).toEqual({ failed: 1 });
  expect(told).toEqual([["settleFailed", "7", asWritten("is_archived: The channel is archived."), NOW]]);
  expect(logged).toEqual([
    [
      "error",
      "message failed",
      { key: claim.key, attempt: 1, error: "as-written: is_archived: The channel is archived.", kept: true },
    ],
  ]);
});

it("says of a message given up on that an earlier attempt may have posted it", async () => {
  const { told } = await deliver([{ ...claim, maybePosted: true }], {
    open: async () => ({ kind: "refused", error: asWritten("user_disabled") }),
  });
  expect(told[0]?.[2]).toEqual(phrase("undelivered.maybe-posted", { error: asWritten("user_disabled") }));
});

it("fails a message that cannot be rendered without asking Slack", async () => {
  const broken = { ...claim, message: { kind: "digest" } as DigestMessage };
  const { round, asked, told } = await deliver([broken]);
  expect(round).toEqual({ failed: 1 });
  expect(asked).toHaveLength(1);
  expect(told[0]?.[2]).toEqual(phrase("undelivered.unrenderable", { error: expect.any(String) }));
});

it("waits half a minute after the first attempt and twice as long after each further one", async () => {
  const later: Partial<Poster> = {
    post: async () => ({ kind: "later", error: asWritten("token_revoked"), afterSeconds: null }),
  };
  const { round, told, logged } = await deliver([claim], later);
  expect(round).toEqual({ postponed: 1 });
  expect(told).toEqual([["postpone", "7", asWritten("token_revoked"), after(30)]]);
  expect(logged).toEqual([
    [
      "warn",
      "message postponed",
      {
        key: claim.key,
        attempt: 1,
        error: "as-written: token_revoked",
        until: after(30),
        mayBePosted: false,
      },
    ],
  ]);
  expect((await deliver([{ ...claim, attempt: 3 }], later)).told[0]?.[3]).toEqual(after(120));
});

it("keeps in mind that a message may be posted once an answer was lost", async () => {
  const lost: Partial<Poster> = {
    post: async () => ({ kind: "unknown", error: asWritten("socket hang up") }),
  };
  const { told, logged } = await deliver([claim], lost);
  expect(told).toEqual([["postponeUnknown", "7", asWritten("socket hang up"), after(30)]]);
  expect(logged).toEqual([["warn", "message postponed", expect.objectContaining({ mayBePosted: true })]]);
});

it("forgets that doubt once it was looked for, and then surely not posted", async () => {
  const { told } = await deliver([{ ...claim, maybePosted: true }], {
    post: async () => ({ kind: "later", error: asWritten("token_revoked"), afterSeconds: null }),
  });
  expect(told[0]?.[0]).toBe("postpone");
  const refused = await deliver([{ ...claim, maybePosted: true }], {
    post: async () => ({ kind: "refused", error: asWritten("is_archived") }),
  });
  expect(refused.told[0]?.[2]).toEqual(asWritten("is_archived"));
});

it("gives up after the last attempt, but never because Slack itself told it to wait", async () => {
  const last = { ...claim, attempt: MOST_ATTEMPTS };
  const post = (afterSeconds: number | null): Partial<Poster> => ({
    post: async () => ({ kind: "later", error: asWritten("ratelimited"), afterSeconds }),
  });
  const givenUp = await deliver([last], post(null));
  expect(givenUp.round).toEqual({ failed: 1 });
  expect(givenUp.told[0]?.[2]).toEqual(
    phrase("undelivered.gave-up", { error: asWritten("ratelimited"), attempts: 10 }),
  );
  expect((await deliver([{ ...last, attempt: MOST_ATTEMPTS - 1 }], post(null))).round).toEqual({
    postponed: 1,
  });
  const toldToWait = await deliver([last], post(17));
  expect(toldToWait.told).toEqual([["postpone", "7", asWritten("ratelimited"), after(17)]]);
});

it("does not count towards giving up what was told to wait, or came before a retry", async () => {
  const post: Poster["post"] = async () => ({ kind: "later", error: asWritten("odd"), afterSeconds: null });
  const retried = { ...claim, attempt: 25, uncounted: 23 };
  expect((await deliver([retried], { post })).told).toEqual([["postpone", "7", asWritten("odd"), after(60)]]);
  const last = await deliver([{ ...retried, uncounted: 15 }], { post });
  expect(last.told[0]?.[2]).toEqual(phrase("undelivered.gave-up", { error: asWritten("odd"), attempts: 10 }));
});

it("says of a message whose last answer was lost that it may be posted", async () => {
  const error = asWritten("socket hang up");
  const { told } = await deliver([{ ...claim, attempt: MOST_ATTEMPTS }], {
    post: async () => ({ kind: "unknown", error }),
  });
  const gaveUp = phrase("undelivered.gave-up", { error, attempts: 10 });
  expect(told[0]?.[2]).toEqual(phrase("undelivered.maybe-posted", { error: gaveUp }));
});

it("keeps every message where Slack does not take the token, however often it was tried", async () => {
  const error = phrase("undelivered.token", { error: "token_revoked" });
  const open: Poster["open"] = async () => ({ kind: "stopped", error });
  const gateLog: string[] = [];
  const gate = postingGate({
    info: (_, text) => void gateLog.push(text),
    error: (_, text) => void gateLog.push(text),
  });
  const worn = { ...claim, attempt: MOST_ATTEMPTS };
  const doubtful = { ...claim, id: "8", recipient: "C2", maybePosted: true };
  const refused = await deliver([worn, doubtful], { open }, { gate });
  expect(refused.round).toEqual({ postponed: 2 });
  expect(refused.told).toHaveLength(2);
  expect(refused.told).toContainEqual(["postpone", "7", error, after(300)]);
  expect(refused.told).toContainEqual(["postponeUnknown", "8", error, after(300)]);
  expect(refused.logged).toEqual([]);
  expect(gateLog).toEqual(["posting has stopped"]);
  const shut = await deliver([worn], {}, { gate });
  expect([shut.round, shut.asked]).toEqual([{}, []]);
});

it("reports a claim that somebody else took meanwhile, however the attempt ended", async () => {
  const ends: Partial<Poster>[] = [
    {},
    { post: async () => ({ kind: "refused", error: asWritten("is_archived") }) },
    { post: async () => ({ kind: "later", error: asWritten("ratelimited"), afterSeconds: 1 }) },
  ];
  for (const end of ends) {
    const { round } = await deliver([claim], end, { claimKept: false });
    expect(round).toEqual({ "claim-lost": 1 });
  }
});

it.each([
  ["shared", "failed", "settleFailed"],
  ["guests", "failed", "settleFailed"],
  ["deactivated", "failed", "settleFailed"],
  ["outsider", "failed", "settleFailed"],
  ["unseen", "postponed", "postpone"],
  ["unknown", "postponed", "postpone"],
] as const)("posts nothing where the audience is refused as %s: %s", async (whyNot, outcome, kept) => {
  const { round, asked, told } = await deliver([claim], {}, { whyNot });
  expect(round).toEqual({ [outcome]: 1 });
  expect(asked.map(([what]) => what)).not.toContain("post");
  expect(told).toEqual([[kept, "7", phrase(`undelivered.audience.${whyNot}`), expect.any(Date)]]);
});

it("tells the operators of what failed for good, and of nothing else; that they cannot be told stands in the log", async () => {
  const alerts: unknown[] = [];
  const alert = async (failed: unknown) => void alerts.push(failed);
  const archived: Partial<Poster> = {
    post: async () => ({ kind: "refused", error: phrase("undelivered.slack.is_archived") }),
  };
  await deliver([claim], archived, { alert });
  await deliver([claim], archived, { alert, claimKept: false });
  await deliver([claim], {}, { alert });
  const later: Partial<Poster> = {
    post: async () => ({ kind: "later", error: asWritten("token_revoked"), afterSeconds: null }),
  };
  await deliver([claim], later, { alert });
  expect(alerts).toEqual([
    {
      ...{ key: claim.key, kind: "job-alert", recipient: "C1" },
      because: phrase("undelivered.slack.is_archived"),
    },
  ]);
  const { round, logged } = await deliver([claim], archived, {
    alert: () => Promise.reject(new Error("no database")),
  });
  expect(round).toEqual({ failed: 1 });
  expect(logged.at(-1)?.[1]).toBe("could not keep an alert about the failed message");
});

it("keeps what goes out before it does, and notes that it arrived", async () => {
  const { drawn } = await deliver([claim]);
  const [kept, arrived] = drawn;
  expect(kept).toEqual([
    "keep",
    {
      key: claim.key,
      purpose: "post",
      revision: 0,
      locale: null,
      answers: [],
      templateVersion: expect.stringMatching(/^[0-9a-f]{12}$/),
      body: expect.stringContaining("score-daily"),
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      drawnAt: NOW,
    },
  ]);
  expect(arrived).toEqual(["arrived", "3", NOW, null]);
});

it("keeps what Slack took in place of what was drawn", async () => {
  const instead = { text: "without charts", blocks: [] };
  const { drawn } = await deliver([claim], { post: async () => ({ kind: "posted", ts: "1", instead }) });
  const body = JSON.stringify(instead);
  expect(drawn[1]).toEqual(["arrived", "3", NOW, { body, digest: expect.any(String) }]);
});

it("keeps a drawing whose answer was lost, and none that Slack surely did not take", async () => {
  const error = asWritten("no");
  const lost = await deliver([claim], { post: async () => ({ kind: "unknown", error }) });
  expect(lost.drawn.map(([what]) => what)).toEqual(["keep"]);
  const refused = await deliver([claim], { post: async () => ({ kind: "refused", error }) });
  expect(refused.drawn.map(([what]) => what)).toEqual(["keep", "drop"]);
  const doubtful = { ...claim, maybePosted: true };
  const found = await deliver([doubtful], { find: async () => ({ kind: "found", ts: "16.00" }) });
  expect(found.drawn).toEqual([["found", claim.key, NOW]]);
});

it("posts a reply into its thread, and gives it up without another alert where there is none", async () => {
  const threads: unknown[] = [];
  const post: Poster["post"] = async ({ threadTs }) => {
    threads.push(threadTs);
    return { kind: "posted", ts: "17.02" };
  };
  await deliver([{ ...claim, thread: { ts: "17.01" } }], { post });
  expect(threads).toEqual(["17.01"]);

  const alerts: unknown[] = [];
  const alert = async (failed: object) => void alerts.push(failed);
  const orphan = await deliver([{ ...claim, thread: { ts: null } }], { post }, { alert });
  expect(orphan.round).toEqual({ failed: 1 });
  expect(orphan.told).toEqual([["settleFailed", "7", phrase("undelivered.no-thread"), NOW]]);
  expect([threads.length, alerts]).toEqual([1, []]);
});

it("posts nothing where another has taken the message over just before, and keeps no drawing of it", async () => {
  const { round, asked, told, drawn } = await deliver([claim], {}, { begins: false });
  expect(round).toEqual({ "claim-lost": 1 });
  expect(asked.map(([what]) => what)).not.toContain("post");
  expect([told, drawn.map(([what]) => what)]).toEqual([[], ["keep", "drop"]]);
});

it("notes when it asks Slack by Slack's own time", async () => {
  const { asked } = await deliver([claim], { slackTime: () => after(-360) });
  expect(asked).toContainEqual(["begin", after(-360), after(20)]);
});

it("waits with what may still arrive, and posts what is not there after that", async () => {
  const doubtful = { ...claim, maybePosted: true, firstAskedAt: after(-300), lastAskedAt: after(-60) };
  const early = await deliver([doubtful]);
  expect(early.round).toEqual({ postponed: 1 });
  expect(early.told).toEqual([["postponeUnknown", "7", phrase("undelivered.not-there-yet"), after(60)]]);
  expect(early.asked).toContainEqual(["find", "D-C1", claim.key, after(-300), null]);
  expect((await deliver([doubtful], { slackTime: () => after(60) })).round).toEqual({ posted: 1 });
});

it("holds what may be posted where nobody lets it look, but not a reply whose thread is gone", async () => {
  const error = phrase("undelivered.slack.missing_scope");
  const find: Poster["find"] = async () => ({ kind: "refused", error });
  const doubtful = { ...claim, maybePosted: true };
  const held = await deliver([doubtful], { find });
  const because = phrase("undelivered.history-unread", { error });
  expect(held.told).toEqual([["postponeUnknown", "7", because, after(600)]]);
  expect(held.heldUp).toEqual([{ at: NOW, holdsUpUntil: after(600) }]);
  const old = { ...doubtful, createdAt: after(-3 * 86_400 - 1) };
  expect((await deliver([old], { find })).told[0]?.[0]).toBe("settleFailed");
  const threadless: Poster["find"] = async () => ({
    ...{ kind: "refused", error: phrase("undelivered.slack.thread_not_found") },
  });
  expect((await deliver([doubtful], { find: threadless })).round).toEqual({ failed: 1 });
});

it("holds up later messages as long as Slack tells to wait, and ten minutes after a first failure", async () => {
  const wait = (afterSeconds: number | null): Partial<Poster> => ({
    post: async () => ({ kind: "later", error: asWritten("ratelimited"), afterSeconds }),
  });
  expect((await deliver([claim], wait(7))).heldUp).toEqual([{ at: NOW, holdsUpUntil: after(7) }]);
  expect((await deliver([claim], wait(null))).heldUp).toEqual([{ at: NOW, holdsUpUntil: after(600) }]);
});
