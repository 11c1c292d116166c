import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { ACTION, CALLBACK } from "../../src/slack/ids.ts";
import { handledRequestStore } from "../../src/store/messages/handled-requests.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { type SlackBot, startSlackBot } from "../support/slack-bot.ts";
import { type SlackPeer, startSlackPeer, TEAM_ID } from "../support/slack-peer.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const BEFORE = new Date(NOW.getTime() - 5 * 60_000);

describeOnOneDatabase("what was acknowledged before a crash", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  beforeAll(async () => {
    peer = await startSlackPeer({
      people: { ana: { name: "Ana", email: "ana@example.com" } },
      channels: { sales: {} },
    });
    bot = await startSlackBot(database(), peer, () => NOW);
  });
  afterAll(async () => {
    await bot.app.stop(5000);
    await peer.close();
  });
  beforeEach(() => {
    peer.clear();
    bot.logged.length = 0;
  });

  /** Acknowledged by a process that ended before it did anything. */
  const left = (id: string, body: object) => handledRequestStore(database()).keep(id, body, BEFORE);
  const touches = async () => (await database().pool.query("SELECT external_id, note FROM touches")).rows;

  /** The form as Ana sent it, filled in. */
  async function touchForm() {
    await addCustomer(database(), { name: "Acme" });
    const card = await bot.type("ana", "acme");
    await bot.click("ana", card, ACTION.logTouch);
    const { body } = await peer.waitFor(({ method }) => method === "views.open");
    const value = (block: string, element: object) => [block, { [block]: element }] as const;
    return {
      type: "view_submission",
      user: { id: peer.userId("ana"), team_id: TEAM_ID },
      team: { id: TEAM_ID },
      view: {
        ...body.view,
        id: "V77",
        callback_id: CALLBACK.logTouch,
        state: {
          values: Object.fromEntries([
            value("channel", { selected_option: { value: "phone" } }),
            value("outcome", { selected_option: { value: "reached" } }),
            value("note", { value: "Called" }),
            value("minutes", { value: "5" }),
            value("at", { selected_date_time: BEFORE.getTime() / 1000 }),
          ]),
        },
      },
    };
  }

  it("is done by the next process, once: a touch is kept", async () => {
    const form = await touchForm();
    await left("view:V77:log_touch", form);
    await bot.app.resume();
    expect(await touches()).toEqual([{ external_id: "V77", note: "Called" }]);
    await bot.app.resume();
    expect(await touches()).toHaveLength(1);
  });

  it("is not done twice where the crash came after the writing and before the note of it", async () => {
    const form = await touchForm();
    await left("view:V77:log_touch", form);
    await bot.app.resume();
    await database().pool.query("DELETE FROM handled_requests WHERE id LIKE 'view:V77%'");
    await left("view:V77:log_touch", form);
    await bot.app.resume();
    expect(await touches()).toHaveLength(1);
  });

  it("is answered late where it was a command", async () => {
    await addCustomer(database(), { name: "Acme" });
    const responseUrl = peer.responseUrl();
    await left("command:T1", {
      ...{ command: "/customer", text: "acme", user_id: peer.userId("ana") },
      ...{
        channel_id: peer.channelId("sales"),
        team_id: TEAM_ID,
        trigger_id: "T1",
        response_url: responseUrl,
      },
    });
    await bot.app.resume();
    const { body } = await peer.waitFor((entry) => entry.responseUrl === new URL(responseUrl).pathname);
    expect(JSON.stringify(body)).toContain("Acme");
  });

  it("is told to its sender and to the operators, once, where it ended the process three times", async () => {
    await bot.type("ana", "nobody"); // So that the bot knows her.
    await database().pool.query(
      "INSERT INTO channel_settings (channel_id, alerts, time_zone, set_by, updated_at) VALUES ($1, true, 'UTC', 'U1', now())",
      [peer.channelId("sales")],
    );
    await left("view:V78:log_touch", await touchForm());
    await left("E1", {
      type: "event_callback",
      event_id: "E1",
      event: { type: "user_change", user: { id: "U9" } },
    });
    await database().pool.query("UPDATE handled_requests SET attempts = 3 WHERE body IS NOT NULL");
    await bot.app.resume();
    await bot.app.resume();
    const { rows } = await database().pool.query(
      "SELECT kind, recipient, message FROM outbox WHERE kind LIKE 'given-up%' ORDER BY kind, key",
    );
    expect(rows.map(({ kind, recipient }) => [kind, recipient])).toEqual([
      ["given-up-alert", peer.channelId("sales")],
      ["given-up-alert", peer.channelId("sales")],
      ["given-up-note", peer.userId("ana")],
    ]);
    expect(rows[0].message).toMatchObject({ how: "event", senderName: null, isSenderTold: false });
    expect(rows[1].message).toMatchObject({ how: "form", senderName: "Ana", isSenderTold: true });
    expect(rows[2].message).toMatchObject({
      request: { how: "form", label: "Log a touch" },
      reference: "view:V78:log_touch",
      sentAt: BEFORE.toISOString(),
    });
    expect(await touches()).toEqual([]);
  });
});
