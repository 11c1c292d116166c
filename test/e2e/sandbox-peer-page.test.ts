import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import {
  type CommandResult,
  PAGE_SOCKET_PATH,
  type PageCommand,
  type ServerMessage,
  type Snapshot,
} from "../../src/sandbox/page-protocol.ts";
import { ANNA, GENERAL, MEI, NOON, type Peer, startPeer } from "./sandbox-peer-app.ts";

/** The page's end of the socket. */
class PageSocket {
  readonly received: ServerMessage[] = [];
  private readonly socket: WebSocket;
  private readonly waiting = new Set<() => void>();

  constructor(url: string, origin: string) {
    this.socket = new WebSocket(url.replace("http", "ws").replace(/\/$/, PAGE_SOCKET_PATH), { origin });
    this.socket.on("message", (data) => {
      this.received.push(JSON.parse(String(data)));
      for (const check of [...this.waiting]) check();
    });
  }

  next<T>(pick: (message: ServerMessage) => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const check = () => {
        const found = this.received.map(pick).find((value) => value !== undefined);
        if (found === undefined) return;
        this.waiting.delete(check);
        resolve(found);
      };
      this.waiting.add(check);
      check();
    });
  }

  snapshot = (): Promise<Snapshot> =>
    this.next((message) => (message.type === "snapshot" ? message.snapshot : undefined));

  do(command: PageCommand): Promise<CommandResult> {
    const id = `${this.received.length}-${command.type}`;
    this.socket.send(JSON.stringify({ id, command }));
    return this.next((message) =>
      message.type === "reply" && message.id === id ? message.result : undefined,
    );
  }

  failed = (): Promise<boolean> =>
    new Promise((resolve) => {
      this.socket.once("open", () => resolve(false));
      this.socket.once("error", () => resolve(true));
    });

  sendRaw = (text: string) => this.socket.send(text);
  closed = () => new Promise<number>((resolve) => this.socket.once("close", resolve));
  close = () => this.socket.terminate();
}

describe("the page's side of the workspace", () => {
  let folder: string;
  let peer: Peer;
  let page: PageSocket;
  const start = async () => {
    peer = await startPeer(
      "http",
      (app) => {
        app.command("/customer", async ({ ack }) => ack("Found"));
        app.action("done", async ({ ack }) => ack());
      },
      { pageFolder: join(folder, "page"), stateFile: join(folder, "state/sandbox.json") },
    );
    page = new PageSocket(peer.sandbox.url, new URL(peer.sandbox.url).origin);
  };
  const stop = async () => {
    page.close();
    await peer.stop();
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "sandbox-"));
    const { mkdirSync } = await import("node:fs");
    mkdirSync(join(folder, "page"));
    writeFileSync(join(folder, "page/index.html"), "<h1>Workspace</h1>");
    writeFileSync(join(folder, "secret.txt"), "secret");
    await start();
  });
  afterEach(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });

  const inGeneral = { as: ANNA, conversationId: GENERAL } as const;

  it("starts with everything, and the bot and people to act as", async () => {
    const snapshot = await page.snapshot();
    expect(snapshot.workspace).toMatchObject({ name: "Acme Sales", botUserId: peer.sandbox.botUserId });
    expect(snapshot.people.map(({ realName, initials }) => [realName, initials]).slice(0, 2)).toEqual([
      ["Anna Keller", "AK"],
      ["林美", "林"],
    ]);
    expect(snapshot.actingAs).toBe(ANNA);
    expect(snapshot.messages[GENERAL]?.map(({ text }) => text)).toEqual(["Welcome"]);
  });

  it("carries out commands and tells every tab what changed", async () => {
    const other = new PageSocket(peer.sandbox.url, new URL(peer.sandbox.url).origin);
    await other.snapshot();
    expect(
      await page.do({ type: "slash_command", ...inGeneral, command: "/customer", text: "acme" }),
    ).toEqual({ ok: true });
    const shown = await other.next((message) => (message.type === "message" ? message.message : undefined));
    expect(shown).toMatchObject({ text: "Found", ephemeralFor: ANNA });
    const posted = await page.do({ type: "post_message", ...inGeneral, text: "Thanks", threadTs: null });
    expect(posted).toMatchObject({ ok: true, value: { kind: "message" } });
    const dm = await page.do({ type: "open_dm", as: ANNA, with: MEI });
    expect(dm).toMatchObject({ ok: true, value: { kind: "conversation" } });
    other.close();
  });

  it("tells every tab of people who came or changed, and shares or archives a channel", async () => {
    await page.snapshot();
    await peer.sandbox.changePerson(MEI, { account: "guest" });
    const changed = await page.next((message) => (message.type === "person" ? message.person : undefined));
    expect(changed).toMatchObject({ id: MEI, account: "guest" });
    page.received.length = 0;
    expect(await page.do({ type: "set_language", as: ANNA, locale: "zh-TW" })).toEqual({ ok: true });
    const reading = await page.next((message) => (message.type === "person" ? message.person : undefined));
    expect(reading).toMatchObject({ id: ANNA, locale: "zh-TW", realName: "Anna Keller" });
    const conversationAfter = async (command: PageCommand) => {
      page.received.length = 0;
      expect(await page.do(command)).toEqual({ ok: true });
      return page.next((message) => (message.type === "conversation" ? message.conversation : undefined));
    };
    const shared = await conversationAfter({ type: "set_sharing", ...inGeneral, sharing: "shared" });
    expect(shared).toMatchObject({ id: GENERAL, isShared: true, isPendingShared: false });
    const archived = await conversationAfter({ type: "set_archived", ...inGeneral, isArchived: true });
    expect(archived).toMatchObject({ id: GENERAL, isShared: true, isArchived: true });
    const dm = peer.sandbox.snapshot().conversations.find(({ kind }) => kind === "im")?.id ?? "D0NONE";
    const refused = { type: "set_archived", as: ANNA, conversationId: dm, isArchived: true } as const;
    expect(await page.do(refused)).toMatchObject({ ok: false });
  });

  it("refuses with a sentence", async () => {
    const refused = (command: PageCommand) => page.do(command);
    await page.snapshot();
    expect(
      await refused({
        type: "post_message",
        as: ANNA,
        conversationId: "G0SECRET",
        text: "Hi",
        threadTs: null,
      }),
    ).toEqual({
      ok: false,
      message: "You are not in this conversation.",
    });
    expect(await refused({ type: "submit_view", as: ANNA, viewId: "V1", state: {} })).toMatchObject({
      ok: false,
    });
    expect(await refused({ type: "act_as", as: "U0NOBODY" })).toMatchObject({ ok: false });
    const past = { instant: "2020-01-01T00:00:00.000Z" };
    expect(await refused({ type: "advance_clock", as: ANNA, to: past })).toMatchObject({ ok: false });
  });

  it("moves the clock to mornings of the acting person's zone, and runs what is due before it says so", async () => {
    await page.snapshot();
    const moved: string[] = [];
    peer.sandbox.onClockMoved(async (now) => {
      await peer.client.chat.postMessage({ channel: GENERAL, text: `It is ${now.toISOString()}` });
      moved.push(now.toISOString());
    });
    await page.do({ type: "advance_clock", as: ANNA, to: { label: "tomorrow_morning" } });
    await page.do({ type: "advance_clock", as: MEI, to: { label: "next_monday" } });
    await page.do({ type: "advance_clock", as: ANNA, to: { label: "in_an_hour" } });
    expect(moved).toEqual([
      "2026-11-21T08:00:00.000Z",
      "2026-11-23T01:00:00.000Z",
      "2026-11-23T02:00:00.000Z",
    ]);
    expect(peer.sandbox.messagesIn("general").at(-1)?.text).toBe("It is 2026-11-23T02:00:00.000Z");
  });

  it("keeps everything over a restart, and forgets it on reset", async () => {
    await page.snapshot();
    await page.do({ type: "post_message", ...inGeneral, text: "Remember me", threadTs: null });
    await page.do({ type: "act_as", as: MEI });
    await page.do({ type: "advance_clock", as: ANNA, to: { label: "tomorrow_morning" } });
    await stop();
    await start();
    const snapshot = await page.snapshot();
    expect(snapshot.messages[GENERAL]?.at(-1)?.text).toBe("Remember me");
    expect(snapshot.actingAs).toBe(MEI);
    expect(snapshot.clock.now).toBe("2026-11-21T08:00:00.000Z");
    expect(peer.sandbox.clock().getTime()).toBeGreaterThan(NOON.getTime());
    page.received.length = 0;
    await page.do({ type: "reset", as: MEI });
    expect((await page.snapshot()).messages[GENERAL]?.map(({ text }) => text)).toEqual(["Welcome"]);
  });

  it("opens its socket to its own page alone, and ends it on nonsense", async () => {
    expect(await new PageSocket(peer.sandbox.url, "http://evil.example").failed()).toBe(true);
    expect(await new PageSocket(peer.sandbox.url, "null").failed()).toBe(true);
    await page.snapshot();
    page.sendRaw('{"id":"1","command":{"type":"format_disk"}}');
    expect(await page.closed()).toBe(1008);
  });

  it("takes files from its own page alone, and hands them to the app alone", async () => {
    const post = (origin: string, name = "orders.csv") =>
      fetch(new URL(`/page/files?${new URLSearchParams({ as: MEI, name })}`, peer.sandbox.url), {
        ...{ method: "POST", headers: { origin }, body: "客户,金额" },
      });
    expect((await post("http://evil.example")).status).toBe(403);
    const given = await (await post(new URL(peer.sandbox.url).origin)).json();
    const file = given as { id: string; url_private_download: string };
    expect(file).toMatchObject({ name: "orders.csv", filetype: "csv", size: 13, user: MEI });
    const stranger = await fetch(file.url_private_download);
    expect([stranger.status, stranger.headers.get("content-type")]).toEqual([
      200,
      "text/html; charset=utf-8",
    ]);
    const headers = { authorization: `Bearer ${peer.sandbox.tokens.bot}` };
    expect(await (await fetch(file.url_private_download, { headers })).text()).toBe("客户,金额");
    expect((await peer.client.files.info({ file: file.id })).file).toMatchObject({ name: "orders.csv" });
  });

  it("answers to its own host name alone, and serves nothing outside the page's folder", async () => {
    const get = (path: string, host?: string) =>
      new Promise<{ status?: number | undefined; text: string }>((resolve, reject) => {
        const { port } = new URL(peer.sandbox.url);
        const headers = host ? { host } : {};
        request({ host: "127.0.0.1", port, path, headers }, (response) => {
          let text = "";
          response.on("data", (chunk) => (text += chunk));
          response.on("end", () => resolve({ status: response.statusCode, text }));
        })
          .on("error", reject)
          .end();
      });
    expect(await get("/")).toEqual({ status: 200, text: "<h1>Workspace</h1>" });
    expect((await get("/", "rebound.example")).status).toBe(421);
    for (const path of ["/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/files/../secret.txt"])
      expect((await get(path)).status).toBe(404);
  });
});
