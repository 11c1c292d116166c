import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { ACTION } from "../../src/slack/ids.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { type SlackBot, startSlackBot } from "../support/slack-bot.ts";
import { type SlackPeer, startSlackPeer, TEAM_ID } from "../support/slack-peer.ts";

const NOW = new Date("2026-12-09T14:00:00Z");

describeOnOneDatabase("a channel that is about a customer", (database) => {
  const slack = {
    people: {
      ana: { name: "Ana", email: "ana@example.com" },
      ben: { name: "Ben", email: "ben@example.com" },
      mia: { name: "Mia", email: "mia@example.com", admin: true },
      lin: { name: "Lin", email: "lin@example.com", account: { locale: "zh-TW" } },
    },
    channels: {
      ...{ sales: {}, "acc-acme": {}, partners: { shared: true } },
      ...{ old: { archived: true }, elsewhere: { botIsOut: true } },
    },
  };
  let peer: SlackPeer;
  let bot: SlackBot;
  let acme: number;
  let mentions = 0;

  beforeAll(async () => {
    peer = await startSlackPeer(slack);
    bot = await startSlackBot(database(), peer, () => NOW);
  });
  afterAll(async () => {
    await bot.app.stop(5000);
    await peer.close();
  });
  beforeEach(async () => {
    peer.clear();
    acme = await addCustomer(database(), {
      name: "Acme",
      externalId: "C-1042",
      ownerEmail: "ana@example.com",
    });
  });
  afterEach(async () => {
    expect(await bot.app.idle(5000)).toBe(true);
    expect(peer.problems).toEqual([]);
    expect(bot.logged).toEqual([]);
  });

  const typed = async (...given: Parameters<SlackBot["type"]>) => (await bot.type(...given)).body;
  const place = () => `<#${peer.channelId("acc-acme")}>`;

  it("is linked by its name or in it, and then shows the customer's card to whoever types nothing", async () => {
    const linked = await typed("ana", "acme channel #acc-acme");
    expect(linked.text).toContain(`${place()} is now the channel of *Acme*`);
    expect(linked.text).toContain("I post nothing there by myself");
    expect((await typed("ben", "", "acc-acme")).text).toContain("Acme: ");
    expect((await typed("ben", "")).text).not.toContain("Acme: ");
    expect((await typed("mia", "acme channel here", "acc-acme")).text).toContain(
      "is now the channel of *Acme*",
    );
    expect((await typed("ben", "acme channel")).text).toContain(`${place()} is the channel of *Acme*`);
    expect((await typed("ana", "acme channel off")).text).toContain("no longer the channel of *Acme*");
    expect((await typed("ana", "acme channel")).text).toContain("*Acme* has no channel");
    expect((await typed("ben", "", "acc-acme")).text).not.toContain("Acme: ");
  });

  it("is meant by a question that names nobody, and a greeting shows no card to everybody", async () => {
    await typed("ana", "acme channel #acc-acme");
    peer.clear();
    const mention = async (text: string) => {
      const channel = peer.channelId("acc-acme");
      const event = { type: "app_mention", user: peer.userId("ben"), text: `<@UBOT> ${text}`, channel };
      await bot.send.event({
        ...{ type: "event_callback", team_id: TEAM_ID, event_id: `EvMention${++mentions}` },
        event: { ...event, ts: `1796824800.00${mentions}` },
      });
      await bot.app.idle(5000);
    };
    await mention("thanks");
    expect(peer.sent.map(({ method }) => method)).toEqual(["chat.postEphemeral"]);
    expect(JSON.stringify(peer.sent)).not.toContain("Acme: ");
    await mention("how is this customer?");
    expect(JSON.stringify(peer.sent)).toContain("Acme: ");
  });

  it("gets notices when its owner presses the button, and none when they press again", async () => {
    const linked = await bot.type("ana", "acme channel #acc-acme");
    const on = await (await bot.click("ana", linked, ACTION.accountNoticesOn)).answer();
    expect(on.body.text).toContain(`I post in ${place()}`);
    const shown = await bot.type("ana", "acme channel");
    const off = await (await bot.click("ana", shown, ACTION.accountNoticesOff)).answer();
    expect(off.body.text).toContain("I post nothing");
    expect((await typed("ana", "acme channel notices on")).text).toContain(`I post in ${place()}`);
    const again = await (await bot.click("ben", shown, ACTION.accountUnlink)).answer();
    expect(again.body.text).toContain("Only the owner of *Acme*");
  });

  it.each([
    ["another rep", "ben", "acme channel #acc-acme", "sales", "Only the owner of *Acme*"],
    ["an archived one", "ana", "acme channel #old", "sales", "I am in no such channel"],
    ["one it is typed in that is archived", "ana", "acme channel here", "old", "That channel is archived"],
    [
      "one the bot is not in",
      "ana",
      "acme channel #elsewhere",
      "sales",
      "Invite me there with `/invite @Mainstay`",
    ],
    [
      "one that another organisation reads",
      "mia",
      "acme channel #partners",
      "sales",
      "Another organisation reads",
    ],
    ["a shared one it is typed in", "mia", "acme channel here", "partners", "Another organisation reads"],
  ])("refuses %s, and says what to do", async (_, person, text, channel, says) => {
    expect((await typed(person, text, channel)).text).toContain(says);
    expect((await database().pool.query("SELECT * FROM account_channels")).rows).toEqual([]);
  });

  it("is not taken for the channel's own settings, nor for a customer called like one", async () => {
    expect((await typed("mia", "channel language", "acc-acme")).text).toContain("language");
    const named = await addCustomer(database(), { name: "Channel", externalId: "CH" });
    expect((await typed("mia", "channel channel #acc-acme")).text).toContain(
      "is now the channel of *Channel*",
    );
    expect((await typed("mia", "channel")).text).toContain("Channel: ");
    const { rows } = await database().pool.query("SELECT customer_id FROM account_channels");
    expect(rows).toEqual([{ customer_id: named }]);
    await addCustomer(database(), { name: "English Channel", externalId: "EC" });
    expect((await typed("mia", "english channel")).text).toContain("English Channel: ");
    expect(acme).toBeGreaterThan(0);
  });

  it("is spoken of in Chinese, too, with a hostile name as what it is", async () => {
    await database().pool.query("UPDATE customers SET name = '<!channel> *A*' WHERE id = $1", [acme]);
    const none = await typed("lin", "C-1042 頻道");
    expect(none.text).toMatch(/沒有頻道/);
    expect(none.text).not.toContain("<!channel>");
    expect((await typed("lin", "C-1042頻道")).text).toMatch(/沒有頻道/);
  });
});
