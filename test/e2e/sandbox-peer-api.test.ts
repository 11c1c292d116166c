import { ErrorCode } from "@slack/web-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ANNA, GENERAL, MEI, NOON, type Peer, SEED, startPeer } from "./sandbox-peer-app.ts";

const section = (text: string) => ({ type: "section" as const, text: { type: "mrkdwn" as const, text } });
const errorOf = async (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error) => error.data ?? error,
  );

describe("the Web API", () => {
  let peer: Peer;
  beforeEach(async () => {
    peer = await startPeer("http", () => {});
  });
  afterEach(() => peer.stop());
  const client = () => peer.client;
  const post = (more: object) => client().chat.postMessage({ channel: GENERAL, text: "Hello", ...more });

  it("answers to its own tokens", async () => {
    const ask = async (init: RequestInit, method = "auth.test") =>
      (
        (await (await fetch(`${peer.sandbox.apiUrl}${method}`, { method: "POST", ...init })).json()) as {
          error: string;
        }
      ).error;
    const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
    expect(await ask({})).toBe("not_authed");
    expect(await ask(bearer("xoxb-other"))).toBe("invalid_auth");
    expect(await ask(bearer(peer.sandbox.tokens.app))).toBe("not_allowed_token_type");
    expect(await ask(bearer(peer.sandbox.tokens.bot), "chat.shout")).toBe("unknown_method");
    expect(
      await ask({
        body: "{",
        headers: { ...bearer(peer.sandbox.tokens.bot).headers, "content-type": "application/json" },
      }),
    ).toBe("invalid_json");
    expect(await client().auth.test()).toMatchObject({
      ok: true,
      user_id: peer.sandbox.botUserId,
      team: "Acme Sales",
    });
  });

  it("dates its answers by the clock that stamps its messages", async () => {
    const { headers } = await fetch(`${peer.sandbox.apiUrl}api.test`, { method: "POST" });
    expect(Date.parse(headers.get("date") ?? "")).toBe(NOON.getTime());
  });

  it("says which scope is missing", async () => {
    const narrow = await startPeer("http", () => {}, {
      workspace: { ...SEED, scopes: ["users:read"] },
    });
    const refused = narrow.client.chat.postMessage({ channel: GENERAL, text: "Hello" });
    expect(await errorOf(refused)).toMatchObject({
      error: "missing_scope",
      needed: "chat:write",
      provided: "users:read",
    });
    const { user } = await narrow.client.users.info({ user: ANNA });
    expect(user).toMatchObject({ tz: "Europe/Berlin", tz_offset: 3600 });
    expect(user?.profile).not.toHaveProperty("email");
    expect(await errorOf(narrow.client.files.info({ file: "F1" }))).toMatchObject({ needed: "files:read" });
    const fileInput = { type: "file_input", action_id: "file" } as const;
    const input = { type: "input", label: { type: "plain_text", text: "File" }, element: fileInput } as const;
    const view = { type: "modal", title: { type: "plain_text", text: "File" }, blocks: [input] } as const;
    const opened = narrow.client.views.open({
      trigger_id: "none",
      view: { ...view, submit: view.title, blocks: [...view.blocks] },
    });
    expect(await errorOf(opened)).toMatchObject({ error: "missing_scope", needed: "files:read" });
    await narrow.stop();
  });

  it("refuses blocks with a JSON pointer, and too much of them", async () => {
    expect(await errorOf(post({ blocks: [section("fine"), section("")] }))).toMatchObject({
      error: "invalid_blocks",
      errors: ["must be more than 0 characters [json-pointer:/blocks/1/text/text]"],
      response_metadata: {
        messages: ["[ERROR] must be more than 0 characters [json-pointer:/blocks/1/text/text]"],
      },
    });
    const long = Array.from({ length: 5 }, () => section("x".repeat(2_700)));
    expect((await errorOf(post({ blocks: long }))).error).toBe("msg_blocks_too_long");
    expect((await errorOf(post({ text: "" }))).error).toBe("no_text");
  });

  it("knows where the bot may post", async () => {
    const cases: [string, string | null][] = [
      ["C0NOWHERE", "channel_not_found"],
      ["G0SECRET", "channel_not_found"],
      ["C0OLD", "is_archived"],
      ["#other", null],
      [MEI, null],
    ];
    for (const [channel, error] of cases)
      expect((await errorOf(post({ channel })))?.error ?? null).toBe(error);
    expect(peer.sandbox.directMessages(MEI).map(({ text }) => text)).toEqual(["Hello"]);
    const history = client().conversations.history({ channel: "C0OTHER" });
    expect((await errorOf(history)).error).toBe("not_in_channel");
    await client().conversations.join({ channel: "C0OTHER" });
    expect((await client().conversations.history({ channel: "C0OTHER" })).messages).toHaveLength(1);
  });

  it("gives metadata only to those who ask, and threads apart from the history", async () => {
    const metadata = { event_type: "mainstay_digest", event_payload: { key: "digest:1" } };
    const { ts } = await post({ metadata });
    await post({ text: "Reply", thread_ts: ts });
    const plain = await client().conversations.history({ channel: GENERAL });
    expect(plain.messages?.map(({ text }) => text)).toEqual(["Hello", "Welcome"]);
    expect(plain.messages?.[0]).not.toHaveProperty("metadata");
    const full = await client().conversations.history({ channel: GENERAL, include_all_metadata: true });
    expect(full.messages?.[0]).toMatchObject({ metadata, reply_count: 1 });
    const thread = await client().conversations.replies({ channel: GENERAL, ts: String(ts) });
    expect(thread.messages?.map(({ text }) => text)).toEqual(["Hello", "Reply"]);
  });

  it("pages by cursor", async () => {
    for (let index = 0; index < 4; index += 1) await post({ text: `${index}` });
    const texts: string[] = [];
    for await (const page of client().paginate("conversations.history", { channel: GENERAL, limit: 2 }))
      texts.push(...(page as unknown as { messages: { text: string }[] }).messages.map(({ text }) => text));
    expect(texts).toEqual(["3", "2", "1", "0", "Welcome"]);
    const bad = client().conversations.history({ channel: GENERAL, cursor: "bad" });
    expect((await errorOf(bad)).error).toBe("invalid_cursor");
  });

  it("takes a post a second per channel, then says when to come back", async () => {
    const strict = await startPeer("http", () => {}, { rateLimits: { postBurst: 2, tiers: true } });
    const send = (channel: string) => errorOf(strict.client.chat.postMessage({ channel, text: "Hello" }));
    expect(await send(GENERAL)).toBeNull();
    expect(await send(GENERAL)).toBeNull();
    expect(await send(GENERAL)).toMatchObject({ code: ErrorCode.RateLimitedError, retryAfter: 1 });
    expect(await send(ANNA)).toBeNull();
    await strict.sandbox.advanceBy(1_000);
    expect(await send(GENERAL)).toBeNull();
    for (let call = 0; call < 20; call += 1) await strict.client.users.list({});
    expect(await errorOf(strict.client.users.list({}))).toMatchObject({ retryAfter: 3 });
    await strict.stop();
  });

  it("fails on demand: after the message was stored, before, slowly, or not at all", async () => {
    const { sandbox } = peer;
    const count = () => sandbox.messagesIn("general").filter(({ text }) => text === "Hello").length;
    sandbox.faults.next("chat.postMessage", { kind: "server_error", when: "after" });
    expect(await errorOf(post({}))).toMatchObject({ code: ErrorCode.HTTPError, statusCode: 500 });
    expect(count()).toBe(1);
    sandbox.faults.next("chat.postMessage", { kind: "cut", when: "before" });
    expect(await errorOf(post({}))).toMatchObject({ code: ErrorCode.RequestError });
    expect(count()).toBe(1);
    sandbox.faults.next("chat.postMessage", { kind: "rate_limited", retryAfterSeconds: 7 });
    expect(await errorOf(post({}))).toMatchObject({ retryAfter: 7 });
    sandbox.faults.next("chat.postMessage", { kind: "slow", ms: 5_000 });
    const slow = post({});
    await sandbox.waitForMessage(({ text }) => text === "Hello" && count() === 2);
    await sandbox.advanceBy(5_000);
    expect((await slow).ok).toBe(true);
    expect((await post({})).ok).toBe(true);
  });

  it("takes a file in three steps and shows it in the channel", async () => {
    await client().filesUploadV2({
      channel_id: GENERAL,
      filename: "chart.png",
      file: Buffer.from("png bytes"),
      title: "Chart",
    });
    const message = peer.sandbox.messagesIn("general").at(-1);
    const file = peer.sandbox.snapshot().files[message!.fileIds[0]!];
    expect(file).toMatchObject({ title: "Chart", mimeType: "image/png", sizeBytes: 9 });
    const served = await fetch(new URL(file!.path, peer.sandbox.url));
    expect(await served.text()).toBe("png bytes");
    const image = (id: string) =>
      post({ blocks: [{ type: "image", slack_file: { id }, alt_text: "Chart" }] });
    expect(await errorOf(image(file!.id))).toBeNull();
    expect(await errorOf(image("F0NOWHERE"))).toMatchObject({
      error: "invalid_blocks",
      errors: ["invalid slack file [json-pointer:/blocks/0/slack_file]"],
    });
  });

  it("lives in the time of its clock", async () => {
    await peer.sandbox.advanceTo(new Date("2026-11-23T08:00:00Z"));
    const { ts } = await post({});
    expect(Number(ts)).toBe(Date.parse("2026-11-23T08:00:00Z") / 1000);
    expect(peer.sandbox.clock().getTime()).toBeGreaterThan(NOON.getTime());
    await expect(peer.sandbox.advanceTo(NOON)).rejects.toThrow("forward");
  });
});
