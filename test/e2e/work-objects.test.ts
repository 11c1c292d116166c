import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ACTION } from "../../src/slack/ids.ts";
import { addCustomer, addModel, addScore } from "../support/customer-rows.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { type SlackBot, startSlackBot } from "../support/slack-bot.ts";
import { type Sent, type SlackPeer, startSlackPeer, TEAM_ID } from "../support/slack-peer.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const HOSTILE = "<!channel> *Acme* <https://evil.example|Click> & Söhne";

describeOnOneDatabase("customers by their links", (database) => {
  const slack = {
    people: {
      ana: { name: "Ana", email: "ana@example.com" },
      ben: { name: "Ben", email: "ben@example.com" },
      mia: { name: "Mia", email: "mia@example.com", admin: true },
      lin: { name: "Lin", email: "lin@example.com", account: { locale: "zh-TW" } },
      gus: { name: "Gus", email: "gus@example.com", account: { is_restricted: true } },
    },
    channels: { sales: {}, partners: { shared: true }, later: { shared: false } },
  };
  let peer: SlackPeer;
  let bot: SlackBot;
  let acme: number;
  let presses = 0;

  beforeAll(async () => {
    peer = await startSlackPeer(slack);
    bot = await startSlackBot(database(), peer, () => NOW);
  });
  afterAll(async () => {
    await bot.app.stop(5000);
    await peer.close();
  });
  beforeEach(async () => {
    slack.channels.later.shared = false;
    peer.clear();
    acme = await addCustomer(database(), {
      name: "Acme",
      externalId: "C-1042",
      ownerEmail: "ana@example.com",
      monthlyRevenueMinor: 250_000,
      startedOn: "2025-01-20",
    });
    const modelId = await addModel(database());
    const reasons = [{ feature: "openTickets", value: 3, typical: 0, contribution: 0.9 }];
    await addScore(database(), acme, { asOf: "2026-12-09T12:00:00Z", probability: 0.62, reasons, modelId });
  });
  afterEach(async () => {
    expect(await bot.app.idle(5000)).toBe(true);
    expect(peer.problems).toEqual([]);
    expect(bot.logged).toEqual([]);
  });

  const link = () => `https://us.example/c/${acme}`;
  const unfurls = () => peer.sent.filter(({ method }) => method === "chat.unfurl");
  const posted = async (...given: Parameters<SlackBot["postLinks"]>) => {
    await bot.postLinks(...given);
    await bot.app.idle(5000);
    return unfurls().at(-1)?.body.metadata.entities ?? [];
  };
  // biome-ignore lint/suspicious/noExplicitAny: an entity as it was sent
  const fieldsOf = (entity: any): Record<string, string> =>
    Object.fromEntries(
      entity.entity_payload.custom_fields.map(({ key, value }: Record<string, string>) => [key, value]),
    );
  // biome-ignore lint/suspicious/noExplicitAny: an entity as it was sent
  const buttonsOf = (entity: any): { action_id: string; value: string }[] => [
    ...entity.entity_payload.actions.primary_actions,
    ...entity.entity_payload.actions.overflow_actions,
  ];

  describe("below a message", () => {
    it("show the customer as everybody there may see them, with how fresh that is", async () => {
      const [entity, ...more] = await posted("ana", [link()]);
      expect(more).toEqual([]);
      expect(entity).toMatchObject({
        app_unfurl_url: link(),
        url: link(),
        external_ref: { id: String(acme), type: "customer" },
        entity_type: "slack#/entities/item",
        entity_payload: { attributes: { title: { text: "Acme" }, display_type: "Customer" } },
      });
      expect(fieldsOf(entity)).toMatchObject({
        risk: expect.stringContaining("62 %"),
        owner: "Ana",
        worth: expect.stringContaining("value shown to the owner and to managers"),
        known: expect.stringContaining("scored"),
      });
      expect(JSON.stringify(entity)).not.toMatch(/€|2,500/);
      expect(entity.entity_payload.actions).toBeUndefined();
    });

    it("show them by addresses of the team's own systems, of one source or of any", async () => {
      const hubspot = await addCustomer(database(), { name: "Globex", externalId: "77" });
      await database().pool.query("UPDATE customers SET source = 'hubspot' WHERE id = $1", [hubspot]);
      await addCustomer(database(), { name: "Initech", externalId: "77" });
      const crm = "https://CRM.example.com/accounts/C-1042?tab=notes";
      const entities = await posted("ana", [crm, "https://app.hubspot.example/record/77/view"]);
      expect(entities.map((entity: { app_unfurl_url: string }) => entity.app_unfurl_url)).toEqual([
        crm,
        "https://app.hubspot.example/record/77/view",
      ]);
      expect(entities[0].url).toBe(link());
      expect(entities[1].external_ref.id).toBe(String(hubspot));
      peer.clear();
      // Two sources have it: none is guessed.
      expect(await posted("ana", ["https://crm.example.com/accounts/77"])).toEqual([]);
    });

    it("show amounts where a manager opened the channel to them", async () => {
      await bot.type("mia", "channel on digest");
      const [entity] = await posted("ben", [link()]);
      expect(fieldsOf(entity).worth).toContain("€2,500");
    });

    it.each([
      ["where another organisation reads", { channel: "partners" }],
      ["in a direct message that the bot is not in", { channel: "D1", is_bot_user_member: false }],
      ["in a conversation the bot cannot look into", { channel: "C999" }],
      ["while the message is being written", { source: "composer" as const }],
    ])("show nothing %s", async (_, more) => {
      expect(await posted("mia", [link()], more)).toEqual([]);
      expect(peer.sent).toEqual([]);
    });

    it("show nothing once the channel is shared", async () => {
      expect(await posted("mia", [link()], { channel: "later" })).toHaveLength(1);
      peer.clear();
      slack.channels.later.shared = true;
      expect(await posted("mia", [link()], { channel: "later" })).toEqual([]);
    });

    it("show nothing of a guest's link, nor of one that names nobody", async () => {
      expect(await posted("gus", [link()])).toEqual([]);
      const others = ["https://us.example/c/999999", "https://us.example/c/x", "https://us.example/f/1"];
      expect(await posted("mia", [...others, "https://crm.example.com/accounts/none"])).toEqual([]);
    });

    it("show five at most, each once", async () => {
      const ids = await Promise.all(
        [1, 2, 3, 4, 5, 6].map((n) => addCustomer(database(), { name: `Co ${n}`, externalId: `N-${n}` })),
      );
      const links = ids.map((id) => `https://us.example/c/${id}`);
      expect(await posted("mia", [...links, ...links])).toHaveLength(5);
    });

    it("are written in the channel's language, else in that of whoever posted", async () => {
      const [own] = await posted("lin", [link()]);
      expect(own.entity_payload.attributes.display_type).toBe("客戶");
      await bot.type("mia", "channel language 简体中文");
      const [channels] = await posted("lin", [link()]);
      expect(channels.entity_payload.attributes.display_type).toBe("客户");
    });

    it("show a hostile name as what it is: no mention, no link, no formatting", async () => {
      const id = await addCustomer(database(), {
        name: HOSTILE,
        externalId: "<@U1>",
        segment: "_a_ <!here>",
      });
      const [entity] = await posted("mia", [`https://us.example/c/${id}`]);
      const pane = await bot.openPane("mia", `https://us.example/c/${id}`, { askedId: String(id) });
      const shown = [entity, pane.body.metadata].map((one) => JSON.stringify(fieldsOf(one))).join();
      expect(shown).not.toMatch(/<|>|\*(?!\u200B)/);
      expect(fieldsOf(pane.body.metadata).segment).toBe("_\u200Ba_\u200B ‹!here›");
    });

    it("do nothing where the message is gone meanwhile", async () => {
      const event = {
        ...{ type: "link_shared", user: peer.userId("mia"), channel: peer.channelId("sales") },
        ...{ message_ts: "1.1", is_bot_user_member: true, links: [{ url: link(), domain: "us.example" }] },
      };
      await bot.send.event({ type: "event_callback", team_id: TEAM_ID, event_id: "EvGone", event });
      await bot.app.idle(5000);
      expect(unfurls()).toEqual([]);
    });
  });

  describe("in their pane", () => {
    const pane = (person: string, more: Parameters<SlackBot["openPane"]>[2] = {}) =>
      bot.openPane(person, link(), { askedId: String(acme), ...more });

    it("show each reader what that reader may see", async () => {
      const [owner, other, manager] = [await pane("ana"), await pane("ben"), await pane("mia")];
      for (const { body } of [owner, manager]) expect(fieldsOf(body.metadata).worth).toContain("€2,500");
      expect(fieldsOf(other.body.metadata).worth).not.toContain("€");
      for (const { body } of [owner, other, manager]) expect(fieldsOf(body.metadata).risk).toContain("62 %");
      expect(buttonsOf(owner.body.metadata).map(({ action_id }) => action_id)).toEqual([
        ...[ACTION.logTouch, ACTION.snooze, ACTION.why, ACTION.draft, ACTION.override, ACTION.history],
        ACTION.cost,
      ]);
      expect(buttonsOf(other.body.metadata).map(({ action_id }) => action_id)).not.toContain(ACTION.cost);
    });

    it("note who saw amounts, as a card does", async () => {
      for (const person of ["ana", "ben", "mia"]) await pane(person);
      await bot.app.idle(5000);
      const { rows } = await database().pool.query("SELECT * FROM money_reads");
      expect(JSON.stringify(rows)).toContain(peer.userId("ana"));
      expect(JSON.stringify(rows)).toContain(peer.userId("mia"));
      expect(JSON.stringify(rows)).not.toContain(peer.userId("ben"));
    });

    it.each<[string, string, { channel?: string }, string]>([
      ["a guest", "gus", {}, "guest"],
      [
        "whoever opens it where another organisation reads",
        "mia",
        { channel: "partners" },
        "Another organisation",
      ],
    ])("refuse %s in the words of the command", async (_, person, more, says) => {
      const refused = await pane(person, more);
      const typed = await bot.type(person, "acme", more.channel ?? "sales");
      expect(refused.body.metadata).toBeUndefined();
      expect(refused.body.error.status).toBe("custom");
      expect(refused.body.error.custom_message).toContain(says);
      expect(typed.body.text).toBe(refused.body.error.custom_message);
    });

    it("are in the reader's language", async () => {
      const { metadata } = (await pane("lin")).body;
      const labels = metadata.entity_payload.custom_fields.map(({ label }: { label: string }) => label);
      expect(labels).toEqual(expect.arrayContaining(["風險", "下一步", "負責人"]));
      expect(metadata.entity_payload.actions.primary_actions[0].text).toMatch(/\p{Script=Han}/u);
    });

    it("say so of a deleted customer, and of a link that names nobody", async () => {
      await database().pool.query("DELETE FROM customers WHERE id = $1", [acme]);
      expect((await pane("mia")).body.error.custom_message).toContain("no longer in the customer file");
      const nobody = await bot.openPane("mia", "https://us.example/c/x");
      expect(nobody.body.error.custom_message).toContain("I know no customer by this link");
    });

    it("say so of a customer who was joined into another one, and show that one", async () => {
      const whole = await addCustomer(database(), { name: "Acme Group", externalId: "G-1" });
      await database().pool.query("UPDATE customers SET joined_into = $1 WHERE id = $2", [whole, acme]);
      const { metadata } = (await pane("mia")).body;
      expect(metadata.external_ref.id).toBe(String(acme));
      expect(metadata.entity_payload.attributes.title.text).toBe("Acme Group");
      expect(fieldsOf(metadata).joined).toContain("joined into Acme Group");
    });

    const press = async (
      person: string,
      { action_id, value }: { action_id: string; value: string },
      channel: string,
    ) => {
      const userId = peer.userId(person);
      await bot.send.interaction({
        type: "block_actions",
        user: { id: userId, team_id: TEAM_ID },
        trigger_id: await peer.triggerId(userId),
        container: { type: "entity_detail", channel_id: peer.channelId(channel), entity_url: link() },
        actions: [{ type: "button", action_id, value, action_ts: String(++presses) }],
      });
      await bot.app.idle(5000);
    };

    it("have the card's buttons: a touch is logged from there", async () => {
      const [button] = buttonsOf((await pane("ana")).body.metadata);
      await press("ana", button as { action_id: string; value: string }, "sales");
      expect(
        peer.sent.some(
          ({ method, body }) => method === "views.open" && body.view.callback_id === "touch.log",
        ),
      ).toBe(true);
    });

    it("have buttons that give nothing once the channel is shared", async () => {
      slack.channels.later.shared = false;
      const buttons = buttonsOf((await pane("mia", { channel: "later" })).body.metadata);
      slack.channels.later.shared = true;
      peer.clear();
      for (const button of buttons) await press("mia", button, "later");
      const told = peer.sent.map(({ body }: Sent) => body.text);
      expect(told).toHaveLength(buttons.length);
      for (const text of told) expect(text).toContain("Another organisation");
    });
  });

  describe("behind the command", () => {
    it("are the customer's name, in a direct message to the bot too", async () => {
      expect((await bot.type("ana", link())).body.text).toContain("Acme: ");
      expect((await bot.type("ana", "https://crm.example.com/accounts/C-1042/edit")).body.text).toContain(
        "Acme: ",
      );
      const event = {
        type: "message",
        user: peer.userId("ben"),
        text: `<${link()}>`,
        channel: "D1",
        ts: "9.9",
      };
      await bot.send.event({ type: "event_callback", team_id: TEAM_ID, event_id: "EvDirect", event });
      const card = await peer.waitFor(({ method }) => method === "chat.postMessage");
      expect(card.body.text).toContain("Acme: ");
    });

    it("are told where somebody wants to share one", async () => {
      expect((await bot.type("ben", "acme link")).body.text).toContain(`\`${link()}\``);
      expect((await bot.type("lin", "acme 連結")).body.text).toContain(`\`${link()}\``);
    });
  });

  it("a link opened in a browser says where to look, the same of every id, and nothing of the customer", async () => {
    const [known, unknown, chinese] = await Promise.all([
      fetch(`${bot.url}/c/${acme}`),
      fetch(`${bot.url}/c/999999`),
      fetch(`${bot.url}/c/${acme}`, { headers: { "accept-language": "zh-TW" } }),
    ]);
    const text = await known.text();
    expect(known.status).toBe(200);
    expect(known.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(text).toContain("This customer is in Slack");
    expect(text).not.toMatch(/Acme|62 %/);
    expect(await unknown.text()).toBe(text);
    expect(await chinese.text()).toContain("請在 Slack 中查看這位客戶");
  });
});
