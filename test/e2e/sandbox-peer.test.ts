import type { App } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { ANNA, GENERAL, MEI, MODES, type Peer, startPeer } from "./sandbox-peer-app.ts";

const section = (text: string) => ({ type: "section" as const, text: { type: "mrkdwn" as const, text } });
const buttons = (...ids: string[]) => ({
  type: "actions" as const,
  elements: ids.map((id) => ({
    type: "button" as const,
    action_id: id,
    value: `value of ${id}`,
    text: { type: "plain_text" as const, text: id },
  })),
});
const noteModal = {
  type: "modal" as const,
  callback_id: "note",
  notify_on_close: true,
  title: { type: "plain_text" as const, text: "Note" },
  submit: { type: "plain_text" as const, text: "Save" },
  blocks: [
    {
      type: "input" as const,
      block_id: "note",
      label: { type: "plain_text" as const, text: "Note" },
      element: { type: "plain_text_input" as const, action_id: "note", max_length: 20 },
    },
  ],
};

const errorOf = async (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error) => error.data ?? error,
  );

describe.each(MODES)("a workspace whose app is reached by %s", (mode) => {
  let peer: Peer;
  let sandbox: Sandbox;
  let app: App;
  const seen: string[] = [];
  /** Answers what is held back when the test says so. */
  let release: () => void = () => {};
  const held = () => new Promise<void>((resolve) => (release = resolve));

  beforeEach(async () => {
    seen.length = 0;
    peer = await startPeer(mode, listen);
    ({ sandbox, app } = peer);
  });
  afterEach(async () => {
    release();
    await peer.stop();
  });

  function listen(app: App) {
    app.command("/customer", async ({ command, ack, respond, client }) => {
      if (command.text === "silence") return held();
      if (command.text === "at once") return ack({ response_type: "in_channel", text: "Right here" });
      await ack();
      if (command.text === "note") {
        await client.views.open({ trigger_id: command.trigger_id, view: noteModal });
        return;
      }
      await respond({ text: `Card of ${command.text}`, blocks: [section(command.text), buttons("done")] });
    });
    app.action("done", async ({ ack, respond, action }) => {
      await ack();
      if (action.type === "button") await respond({ replace_original: true, text: `Done: ${action.value}` });
    });
    app.action("rewrite", async ({ ack, body, client }) => {
      await ack();
      if (body.type !== "block_actions" || !body.message || !body.channel) return;
      await client.chat.update({
        channel: body.channel.id,
        ts: body.message.ts,
        text: `Rewritten by ${body.user.id}`,
      });
    });
    app.view("note", async ({ ack, view }) => {
      const note = view.state.values.note?.note?.value ?? "";
      if (note === "silence") return held();
      if (note === "bad") return ack({ response_action: "errors", errors: { note: "Say more." } });
      if (note === "wrong") return ack({ response_action: "errors", errors: { nowhere: "?" } });
      if (note === "more")
        return ack({ response_action: "push", view: { ...noteModal, callback_id: "second" } });
      seen.push(`noted ${note}`);
      await ack();
    });
    app.view({ type: "view_closed", callback_id: /.*/ }, async ({ ack, body }) => {
      seen.push(`closed ${body.view.callback_id}, cleared ${"is_cleared" in body && body.is_cleared}`);
      await ack();
    });
    app.event("app_home_opened", async ({ event, client }) => {
      await client.views.publish({ user_id: event.user, view: { type: "home", blocks: [section("Home")] } });
    });
    app.event("app_mention", async ({ event, say }) => {
      await say({ text: "You called?", thread_ts: event.ts });
    });
  }

  const card = async (text = "Acme") => {
    await sandbox.command({ user: ANNA, channel: "general", command: "/customer", text });
    return sandbox.waitForMessage((message) => message.text === `Card of ${text}`);
  };

  it("shows a command's answer to the person alone, and keeps it out of the history", async () => {
    const message = await card();
    expect(message.ephemeralFor).toBe(ANNA);
    expect(sandbox.messagesIn("general", { as: ANNA }).at(-1)?.text).toBe("Card of Acme");
    expect(sandbox.messagesIn("general").map(({ text }) => text)).toEqual(["Welcome"]);
    const history = await peer.client.conversations.history({ channel: GENERAL });
    expect(history.messages?.map(({ text }) => text)).toEqual(["Welcome"]);
  });

  it("takes the acknowledgement itself as an answer", async () => {
    await sandbox.command({ user: ANNA, channel: "general", command: "/customer", text: "at once" });
    expect(sandbox.messagesIn("general").at(-1)?.text).toBe("Right here");
  });

  it("tells the person of a command that is not acknowledged within 3 s, once", async () => {
    const asked = sandbox.command({ user: ANNA, channel: "general", command: "/customer", text: "silence" });
    await sandbox.advanceBy(2_999);
    await sandbox.advanceBy(1);
    expect(await asked).toEqual({ kind: "timed_out" });
    expect(sandbox.messagesIn("general", { as: ANNA }).at(-1)?.text).toContain(
      'failed with the error "operation_timeout"',
    );
    await sandbox.advanceBy(600_000);
    expect(sandbox.snapshot().log.filter(({ name }) => name === "/customer")).toHaveLength(1);
  });

  it("delivers clicks, and lets the answer replace an ephemeral message or update a posted one", async () => {
    const message = await card();
    await sandbox.click({ user: ANNA, on: message, actionId: "done" });
    expect((await sandbox.waitForMessage(({ text }) => text.startsWith("Done"))).text).toBe(
      "Done: value of done",
    );

    await peer.client.chat.postMessage({ channel: GENERAL, text: "Posted", blocks: [buttons("rewrite")] });
    const posted = await sandbox.waitForMessage(({ text }) => text === "Posted");
    await sandbox.click({ user: MEI, on: posted, actionId: "rewrite" });
    const rewritten = await sandbox.waitForMessage(({ text }) => text === `Rewritten by ${MEI}`);
    expect(rewritten.ts).toBe(posted.ts);
    expect(rewritten.blocks).toEqual([]);
  });

  it("answers a click on a message that someone else was shown with a refusal", async () => {
    const message = await card();
    await expect(async () => sandbox.click({ user: MEI, on: message, actionId: "done" })).rejects.toThrow(
      "gone",
    );
  });

  describe("a modal", () => {
    beforeEach(async () => {
      await sandbox.command({ user: ANNA, channel: "general", command: "/customer", text: "note" });
      await sandbox.waitForModal(ANNA);
    });

    it("is complete before the app hears of it", async () => {
      expect(await sandbox.submitView({ user: ANNA })).toBeNull();
      expect(sandbox.modalOf(ANNA)?.errors).toEqual({ note: "Please complete this required field." });
      await sandbox.submitView({ user: ANNA, values: { note: "x".repeat(21) } });
      expect(sandbox.modalOf(ANNA)?.errors).toEqual({ note: "Please enter at most 20 characters." });
      expect(seen).toEqual([]);
    });

    it("shows the app's errors, then closes", async () => {
      await sandbox.submitView({ user: ANNA, values: { note: "bad" } });
      expect(sandbox.modalOf(ANNA)?.errors).toEqual({ note: "Say more." });
      await sandbox.submitView({ user: ANNA, values: { note: "good" } });
      expect(sandbox.modalOf(ANNA)).toBeNull();
      expect(seen).toEqual(["noted good"]);
    });

    it("stays open with a sentence when the answer names no input of it, or none comes", async () => {
      await sandbox.submitView({ user: ANNA, values: { note: "wrong" } });
      expect(sandbox.modalOf(ANNA)?.failure).toContain("trouble");
      const submitted = sandbox.submitView({ user: ANNA, values: { note: "silence" } });
      await sandbox.advanceBy(3_000);
      await submitted;
      expect(sandbox.modalOf(ANNA)).toMatchObject({
        isSubmitting: false,
        failure: expect.stringContaining("trouble"),
      });
    });

    it("may put another on top, and tells which were closed", async () => {
      await sandbox.submitView({ user: ANNA, values: { note: "more" } });
      expect(sandbox.modalOf(ANNA)?.callbackId).toBe("second");
      await sandbox.closeView({ user: ANNA });
      expect(sandbox.modalOf(ANNA)?.callbackId).toBe("note");
      await sandbox.closeView({ user: ANNA, all: true });
      expect(seen).toEqual(["closed second, cleared false", "closed note, cleared true"]);
    });

    it("can be updated by its hash once", async () => {
      const { id, hash } = sandbox.modalOf(ANNA)!;
      await peer.client.views.update({ view_id: id, hash, view: noteModal });
      const again = peer.client.views.update({ view_id: id, hash, view: noteModal });
      expect((await errorOf(again)).error).toBe("hash_conflict");
    });
  });

  it("publishes the Home when it is opened", async () => {
    await sandbox.openHome(ANNA);
    expect((await sandbox.waitForHome(ANNA)).blocks[0]).toMatchObject(section("Home"));
    expect(sandbox.homeOf(MEI)).toBeNull();
  });

  it("delivers mentions, and shows the reply in their thread", async () => {
    const hello = sandbox.post({ user: ANNA, channel: "general", text: `Hi <@${sandbox.botUserId}>` });
    const reply = await sandbox.waitForMessage(({ text }) => text === "You called?");
    expect(reply.threadTs).toBe(hello.ts);
    expect(sandbox.messagesIn("general").find(({ ts }) => ts === hello.ts)?.replyCount).toBe(1);
  });

  it("gives a trigger 3 s and one use", async () => {
    const triggers: string[] = [];
    app.use(async ({ body, next }) => {
      if ("trigger_id" in body) triggers.push(String(body.trigger_id));
      await next();
    });
    await card();
    const open = () => errorOf(peer.client.views.open({ trigger_id: triggers.at(-1)!, view: noteModal }));
    await sandbox.advanceBy(3_000);
    expect(await open()).toBeNull();
    expect((await open()).error).toBe("exchanged_trigger_id");
    await card("Globex");
    await sandbox.advanceBy(3_001);
    expect((await open()).error).toBe("expired_trigger_id");
    const invented = peer.client.views.open({ trigger_id: "1.2.3", view: noteModal });
    expect((await errorOf(invented)).error).toBe("invalid_trigger_id");
  });

  it("takes 5 answers at a response_url within 30 minutes", async () => {
    const urls: string[] = [];
    app.use(async ({ body, next }) => {
      if ("response_url" in body) urls.push(String(body.response_url));
      await next();
    });
    await card();
    const respond = () => fetch(urls.at(-1)!, { method: "POST", body: JSON.stringify({ text: "Again" }) });
    await sandbox.waitForLog(({ name }) => name === "response_url");
    for (let use = 2; use <= 5; use += 1) expect((await respond()).status).toBe(200);
    const sixth = await respond();
    expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: "used_url" }]);
    await card("Globex");
    await sandbox.advanceBy(30 * 60_000 + 1);
    expect(await (await respond()).json()).toEqual({ ok: false, error: "expired_url" });
  });

  it("shows both sides of each request in the log, without tokens", async () => {
    await card();
    await sandbox.waitForLog(({ name }) => name === "response_url");
    const { log } = sandbox.snapshot();
    const command = log.find(({ name }) => name === "/customer");
    expect(command).toMatchObject({ direction: "to_app", transport: mode, ok: true, status: 200 });
    expect(log.find(({ name }) => name === "response_url")).toMatchObject({
      direction: "from_app",
      ok: true,
    });
    expect(JSON.stringify(log)).not.toContain(sandbox.tokens.bot);
    expect(JSON.stringify(log)).not.toContain(sandbox.tokens.app);
  });
});

describe("redelivery", () => {
  it.each(MODES)(
    "by %s: at once, after a minute, after five, with the retry's number and the same event id",
    async (mode) => {
      const retries: unknown[] = [];
      const peer = await startPeer(mode, (app) => {
        // Bolt acknowledges events before listeners run: only the receiver can hold one back.
        app.processEvent = async (event) => {
          retries.push([event.body.event_id, event.retryNum ?? 0]);
        };
      });
      const { sandbox } = peer;
      sandbox.post({ user: ANNA, channel: "general", text: "Anyone?" });
      const attempt = (number: number) =>
        sandbox.waitForLog(
          ({ name, retryNumber }) => name === "event: message.channels" && retryNumber === number,
        );
      const received = (count: number) => expect.poll(() => retries.length, { interval: 5 }).toBe(count);
      await received(1);
      await sandbox.advanceBy(3_000);
      expect((await attempt(0)).error).toBe("operation_timeout");
      await received(2);
      await sandbox.advanceBy(3_000);
      await attempt(1);
      await sandbox.advanceBy(59_999);
      expect(retries).toHaveLength(2);
      await sandbox.advanceBy(1);
      await received(3);
      await sandbox.advanceBy(3_000);
      await attempt(2);
      await sandbox.advanceBy(300_000);
      await received(4);
      await sandbox.advanceBy(3_000);
      await attempt(3);
      await sandbox.advanceBy(3_600_000);
      const [id] = retries[0] as [string];
      expect(retries).toEqual([
        [id, 0],
        [id, 1],
        [id, 2],
        [id, 3],
      ]);
      await peer.stop();
    },
  );

  it("over HTTP starts with the url_verification handshake", async () => {
    const peer = await startPeer("http", () => {});
    expect(await peer.sandbox.verifyAppUrl()).toBe(true);
    await peer.stop();
  });

  it("comes through a new socket when Slack asks to connect anew, or the connection is cut", async () => {
    const peer = await startPeer("socket", (app) => {
      app.command("/customer", ({ ack }) => ack("Here"));
    });
    const { sandbox } = peer;
    const ask = () => sandbox.command({ user: ANNA, channel: "general", command: "/customer" });
    for (const fault of ["refresh", "cut"] as const) {
      sandbox.sockets[fault]();
      await expect.poll(() => sandbox.snapshot().connection.isConnected, { interval: 5 }).toBe(false);
      expect((await ask())?.kind).toBe("failed");
      await sandbox.appConnected();
      expect((await ask())?.kind).toBe("acknowledged");
    }
    await peer.stop();
  });
});
