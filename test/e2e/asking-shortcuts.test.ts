import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CALLBACK, FIELD, SHORTCUT } from "../../src/slack/ids.ts";
import { addCustomer, addModel, addScore } from "../support/customer-rows.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { type SlackBot, startSlackBot } from "../support/slack-bot.ts";
import { type SlackPeer, startSlackPeer, TEAM_ID } from "../support/slack-peer.ts";

const NOW = new Date("2026-12-09T14:00:00Z");

describeOnOneDatabase("shortcuts and prompts", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  let acme: number;

  beforeAll(async () => {
    peer = await startSlackPeer({
      people: {
        ana: { name: "Ana", email: "ana@example.com" },
        mia: { name: "Mia", email: "mia@example.com", admin: true },
        guest: { name: "Guest", email: "guest@example.com", account: { is_restricted: true } },
      },
      channels: { sales: {}, partners: { shared: true } },
    });
    bot = await startSlackBot(database(), peer, () => NOW);
    // The first request of all takes longest, and a trigger lives for three seconds.
    await bot.type("ana", "help");
  });
  afterAll(async () => {
    await bot.app.stop(5000);
    await peer.close();
  });
  beforeEach(async () => {
    peer.clear();
    acme = await addCustomer(database(), { name: "Acme", externalId: "C-1", ownerEmail: "ana@example.com" });
    await addCustomer(database(), { name: "Globex", externalId: "C-2" });
    const modelId = await addModel(database());
    await addScore(database(), acme, { asOf: "2026-12-09T12:00:00Z", probability: 0.62, modelId });
  });
  afterEach(() => {
    expect(peer.problems.splice(0)).toEqual([]);
    expect(bot.logged.splice(0)).toEqual([]);
  });

  const use = async (person: string, callbackId: string, message?: { text: string; ts: string }) => {
    const userId = peer.userId(person);
    await bot.send.interaction({
      type: message === undefined ? "shortcut" : "message_action",
      callback_id: callbackId,
      trigger_id: await peer.triggerId(userId),
      user: { id: userId, team_id: TEAM_ID },
      team: { id: TEAM_ID },
      action_ts: "1796824800.000001",
      ...(message === undefined
        ? {}
        : { message, message_ts: message.ts, channel: { id: peer.channelId("partners") } }),
    });
    expect(await bot.app.idle(5000)).toBe(true);
  };
  const formOf = (callbackId: string) => peer.waitFor(({ body }) => body.view?.callback_id === callbackId);
  // biome-ignore lint/suspicious/noExplicitAny: a view as it was sent
  const inputOf = (view: any, id: string) => view.blocks.find((block: any) => block.block_id === id).element;
  const touches = async () => (await database().pool.query("SELECT * FROM touches")).rows;
  const said = () => JSON.stringify(peer.sent.map(({ body }) => body));

  const filled = (customer: string, note: string) => ({
    [FIELD.touchCustomer]: { value: customer },
    [FIELD.channel]: { selected_option: { value: "chat" } },
    [FIELD.outcome]: { selected_option: { value: "reached" } },
    [FIELD.at]: { selected_date_time: NOW.getTime() / 1000 - 3600 },
    [FIELD.minutes]: { value: "5" },
    [FIELD.note]: { value: note },
  });

  describe("Log as touch", () => {
    const message = {
      text: "Acme &amp; we agreed to meet <https://x.example|on Friday>",
      ts: "1796821200.000100",
    };

    it("opens the form with the message and whom it names, and keeps it", async () => {
      await use("ana", SHORTCUT.logAsTouch, message);
      const { view } = (await formOf(CALLBACK.touchFromMessage)).body;
      expect(inputOf(view, FIELD.touchCustomer).initial_value).toBe("Acme");
      expect(inputOf(view, FIELD.note).initial_value).toBe("Acme & we agreed to meet on Friday");
      expect(inputOf(view, FIELD.at).initial_date_time).toBe(1796821200);
      expect(inputOf(view, FIELD.channel).initial_option.value).toBe("chat");
      expect(await bot.submit("ana", view, filled("Acme", "met"))).toBeNull();
      expect(await bot.app.idle(5000)).toBe(true);
      expect(await touches()).toMatchObject([
        { customer_id: acme, member_id: peer.userId("ana"), note: "met", channel: "chat" },
      ]);
      expect(said()).toContain("A touch with Acme is logged");
      // The message stands where another organisation reads: nothing is said there.
      expect(peer.sent.some(({ body }) => body.channel === peer.channelId("partners"))).toBe(false);
    });

    it("guesses at nobody where two are named, and takes nobody who only might be meant", async () => {
      await use("ana", SHORTCUT.logAsTouch, { ...message, text: "Globex or Initech" });
      const guessed = (await formOf(CALLBACK.touchFromMessage)).body.view;
      expect(inputOf(guessed, FIELD.touchCustomer).initial_value).toBe("Globex");
      await addCustomer(database(), { name: "Initech", externalId: "C-3" });
      peer.clear();
      await use("ana", SHORTCUT.logAsTouch, { ...message, text: "Globex or Initech" });
      const { view } = (await formOf(CALLBACK.touchFromMessage)).body;
      await addCustomer(database(), { name: "Acme", externalId: "C-9" });
      const wrong = async (name: string) => (await bot.submit("ana", view, filled(name, "x")))?.errors;
      expect((await wrong("Acme"))[FIELD.touchCustomer]).toMatch(/Acme \(C-1\).*Acme \(C-9\)/);
      expect((await wrong("Acmee"))[FIELD.touchCustomer]).toMatch(/no such customer|Several/);
      expect((await wrong("zzyzx"))[FIELD.touchCustomer]).toMatch(/no such customer/);
      expect(await touches()).toEqual([]);
      expect(await bot.submit("ana", view, filled("C-9", "x"))).toBeNull();
      expect(await bot.app.idle(5000)).toBe(true);
      expect(await touches()).toHaveLength(1);
    });

    it("opens nothing for a guest", async () => {
      await use("guest", SHORTCUT.logAsTouch, message);
      expect(peer.sent.map(({ method }) => method)).toEqual(["chat.postMessage"]);
      expect(said()).not.toContain("Acme");
    });
  });

  describe("Find customer", () => {
    it("says at the field who is nobody, and sends the card of whoever is found", async () => {
      await use("ana", SHORTCUT.findCustomer);
      const { view } = (await formOf(CALLBACK.findCustomer)).body;
      const field = (value: string) => ({ [FIELD.findCustomer]: { value } });
      const wrong = async (name: string) => (await bot.submit("ana", view, field(name))).errors;
      expect((await wrong("zzyzx"))[FIELD.findCustomer]).toContain("no such customer");
      expect((await wrong("Globex of Nowhere"))[FIELD.findCustomer]).toContain("Globex (C-2)");
      const found = await bot.submit("ana", view, field("acme"));
      expect(JSON.stringify(found)).toContain("in our direct messages");
      const card = await peer.waitFor(({ method }) => method === "chat.postMessage");
      expect(card.body.channel).toBe(peer.userId("ana"));
      expect(said()).toContain("62 %");
      expect(await bot.app.idle(5000)).toBe(true);
    });
  });

  it("says of a shortcut of another version that it is none of ours", async () => {
    await use("ana", "constructor");
    expect(said()).toContain("older version");
  });

  describe("the Messages tab", () => {
    const openTab = async (person: string) => {
      const event = { type: "app_home_opened", user: peer.userId(person), tab: "messages", channel: "D0TAB" };
      const body = { type: "event_callback", team_id: TEAM_ID, event_id: `EvT-${person}`, event };
      await bot.send.event(body);
      expect(await bot.app.idle(5000)).toBe(true);
    };

    it.each([
      ["ana", ["Who should I contact today?", "Which of my customers are at risk?"]],
      ["mia", ["Who is at risk?", "Show me last week's digest"]],
    ])("offers %s four things to ask, in no thread", async (person, some) => {
      await openTab(person);
      const [offered, ...more] = peer.sent;
      expect(more).toEqual([]);
      expect(offered?.method).toBe("assistant.threads.setSuggestedPrompts");
      expect(offered?.body).toMatchObject({ channel_id: "D0TAB" });
      expect(offered?.body.thread_ts).toBeUndefined();
      for (const prompt of some) expect(said()).toContain(prompt);
    });

    it("offers a guest nothing, and draws no Home", async () => {
      await openTab("guest");
      expect(peer.sent).toEqual([]);
    });

    it("shows that a report is worked on, and that it is no more", async () => {
      const event = { type: "message", user: peer.userId("mia"), channel: "D0MIA", ts: "1796824801.000001" };
      const text = "what is our retention rate?";
      await bot.send.event({
        ...{ type: "event_callback", team_id: TEAM_ID, event_id: "EvS" },
        event: { ...event, text },
      });
      expect(await bot.app.idle(10_000)).toBe(true);
      expect(peer.sent.map(({ method }) => method)).toEqual([
        "assistant.threads.setStatus",
        "chat.postMessage",
        "assistant.threads.setStatus",
      ]);
      expect(peer.sent[0]?.body).toMatchObject({ channel_id: "D0MIA", thread_ts: "1796824801.000001" });
      expect(peer.sent[2]?.body.status).toBe("");
    });
  });
});
