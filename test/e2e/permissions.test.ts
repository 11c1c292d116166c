import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import { slackPoster } from "../../src/delivery/slack-poster.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { encodeButton } from "../../src/slack/blocks/button-value.ts";
import { slackDirectory } from "../../src/slack/frame/bolt-app.ts";
import {
  encodeCorrection,
  encodeDraft,
  encodeDraftTemplate,
  encodeMetadata,
  encodePlace,
  encodePlaybook,
  encodeShared,
  encodeWhyNot,
} from "../../src/slack/frame/form-metadata.ts";
import { ACTION, CALLBACK, FIELD } from "../../src/slack/ids.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer, addModel, addScore } from "../support/customer-rows.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { SIGNING_SECRET, type SlackBot, startSlackBot } from "../support/slack-bot.ts";
import { BOT_TOKEN, type Sent, type SlackPeer, startSlackPeer, TEAM_ID } from "../support/slack-peer.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** People who are in the workspace without being one of the company, as Slack tells of them. */
const VISITORS = {
  guest: { is_restricted: true },
  "single-guest": { is_restricted: true, is_ultra_restricted: true },
  stranger: { is_stranger: true },
  partner: { team_id: "T0ELSEWHERE" },
  leaver: { deleted: true },
  robot: { is_bot: true },
} as const;

/** Everything that can be typed: each reaches another subcommand or look-up. */
const TYPED = [
  "",
  "acme",
  "acm",
  "find acme",
  "show model",
  "at-risk",
  "movers",
  "digest",
  "digest last week",
  "what is our retention rate?",
  "how is Acme?",
  "why is Acme at risk?",
  "since when is Acme at risk?",
  "what would help Acme?",
  "what is Acme worth?",
  "acme cost",
  "acme history",
  "acme link",
  "acme channel",
  "acme channel here",
  "acme channel #sales",
  "acme channel notices on",
  "acme channel off",
  "https://crm.example.com/accounts/C-1042",
  "acme feedback",
  "acme override",
  "overrides",
  "acme quiet",
  "do-not-disturb",
  "why-silent acme",
  "drafts",
  "playbooks",
  "threshold 60%",
  "playbooks settings",
  "nudges",
  "nudges team",
  "acme snooze 2w",
  "costs",
  "costs 2026-10 by owner",
  "cost add acme",
  "segments",
  "model",
  "mentions",
  "advocates",
  "events",
  "channel on digest",
  "channel digest monday 9",
  "channel off digest",
  "channel on escalations",
  "setup",
] as const;

const LINKS = ["https://crm.example.com/accounts/C-1042", "https://app.hubspot.example/record/C-1042/view"];

describeOnOneDatabase("who may have what", (database) => {
  const account = (name: string, fields: object) => [
    name,
    { name, email: `${name}@example.com`, account: { ...fields } },
  ];
  const slack = {
    people: {
      ana: { name: "Ana", email: "ana@example.com" },
      mia: { name: "Mia", email: "mia@example.com", admin: true },
      ...Object.fromEntries(Object.entries(VISITORS).map(([name, fields]) => account(name, fields))),
    } as Parameters<typeof startSlackPeer>[0]["people"],
    channels: { sales: {}, partners: { shared: true }, later: { shared: false } },
  };
  let peer: SlackPeer;
  let bot: SlackBot;
  let acme: number;

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

  const said = (messages: readonly Sent[]) => JSON.stringify(messages.map(({ body }) => body));
  const value = () => encodeButton({ customerId: acme, suggestionKey: "nudge:1", shownAt: NOW });
  let deliveries = 0;

  const press = async (person: string, actionId: string, channel: string, pressed = value()) => {
    const responseUrl = peer.responseUrl();
    const userId = peer.userId(person);
    await bot.send.interaction({
      type: "block_actions",
      user: { id: userId, team_id: TEAM_ID },
      channel: { id: channel.startsWith("D") ? channel : peer.channelId(channel) },
      container: { type: "message", is_ephemeral: false },
      message: { text: "a card", blocks: [] },
      trigger_id: await peer.triggerId(userId),
      response_url: responseUrl,
      actions: [{ type: "button", action_id: actionId, value: pressed, action_ts: String(++deliveries) }],
    });
    await bot.app.idle(5000);
  };

  const submit = async (
    person: string,
    callbackId: string,
    fields: Record<string, object>,
    channel = "sales",
  ) => {
    const place = { responseUrl: peer.responseUrl(), channelId: peer.channelId(channel) };
    const about = {
      ...{ customerId: acme, suggestionKey: null, isCard: true, isSeenByAll: true, sharedBy: null },
      openedAt: null,
    };
    const values = Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, { [id]: field }]));
    const metadata: Record<string, string> = {
      [CALLBACK.addCost]: encodePlace(place),
      [CALLBACK.nudgeSettings]: encodePlace(place),
      [CALLBACK.notUseful]: encodeWhyNot({ ...place, customerId: acme, suggestionKey: "nudge:1" }),
      [CALLBACK.handOver]: encodeWhyNot({ ...place, customerId: acme, suggestionKey: "nudge:1" }),
      [CALLBACK.correctCost]: encodeCorrection({ ...place, entryId: 1 }),
      [CALLBACK.setPlaybook]: encodePlaybook({ ...place, playbook: "thank", revision: 0 }),
      [CALLBACK.share]: encodeShared({ ...place, customerId: acme, ownerId: null }),
      [CALLBACK.shareAgain]: encodeShared({ ...place, customerId: acme, ownerId: null }),
      [CALLBACK.draftSent]: encodeDraft({ ...place, ...about, language: "en", form: "chat" }),
      [CALLBACK.draftTemplate]: encodeDraftTemplate({
        ...place,
        playbook: "thank",
        language: "en",
        seen: null,
      }),
    };
    await bot.send.interaction({
      type: "view_submission",
      user: { id: peer.userId(person), team_id: TEAM_ID },
      view: {
        id: `V${++deliveries}`,
        callback_id: callbackId,
        private_metadata: metadata[callbackId] ?? encodeMetadata({ ...place, ...about }),
        state: { values },
      },
    });
    await bot.app.idle(5000);
  };

  const openHome = async (person: string) => {
    const event = { type: "app_home_opened", user: peer.userId(person), tab: "home", channel: "D1" };
    await bot.send.event({ type: "event_callback", team_id: TEAM_ID, event_id: `Ev${++deliveries}`, event });
    await bot.app.idle(5000);
  };

  const write = async (person: string, text: string, channel: string, type = "app_mention") => {
    const ts = `1796824800.${++deliveries}`;
    const event = { type, user: peer.userId(person), text, channel, ts };
    await bot.send.event({ type: "event_callback", team_id: TEAM_ID, event_id: `Ev${deliveries}`, event });
    await bot.app.idle(5000);
  };

  const FORMS: Readonly<Record<string, Record<string, object>>> = {
    [CALLBACK.logTouch]: {
      [FIELD.channel]: { selected_option: { value: "phone" } },
      [FIELD.outcome]: { selected_option: { value: "reached" } },
      [FIELD.note]: { value: null },
      [FIELD.minutes]: { value: "5" },
      [FIELD.at]: { selected_date_time: NOW.getTime() / 1000 },
    },
    [CALLBACK.askFeedback]: {
      [FIELD.feedbackKind]: { selected_option: { value: "nps" } },
      [FIELD.feedbackContact]: { selected_option: { value: "none" } },
      [FIELD.feedbackLanguage]: { selected_option: { value: "none" } },
    },
    [CALLBACK.draftSent]: { [`${FIELD.draftChat}:en`]: { value: "Hi" }, [FIELD.minutes]: { value: "5" } },
    [CALLBACK.draftTemplate]: Object.fromEntries(
      [FIELD.draftSubject, FIELD.draftBody, FIELD.draftChat].map((id) => [`${id}:en:ours`, { value: "Hi" }]),
    ),
    [CALLBACK.snooze]: { [FIELD.snoozeFor]: { selected_option: { value: "7" } } },
    [CALLBACK.setPlaybook]: { [FIELD.playbookMode]: { selected_option: { value: "off" } } },
    [CALLBACK.handOver]: { [FIELD.handOverTo]: { selected_user: "U1" } },
    [CALLBACK.quiet]: { [FIELD.quietBecause]: { value: "they asked" } },
    [CALLBACK.override]: {
      [FIELD.overrideSays]: { selected_option: { value: "stay" } },
      [FIELD.overrideUntil]: { selected_date: "2027-01-31" },
      [FIELD.overrideBecause]: { value: "a new budget" },
    },
    [CALLBACK.share]: {},
    [CALLBACK.shareAgain]: {},
    [CALLBACK.nudgeSettings]: {
      [FIELD.nudgeHow]: { selected_option: { value: "daily" } },
      [FIELD.nudgeWeeklyOn]: { selected_option: { value: "1" } },
      [FIELD.nudgeHour]: { selected_option: { value: "9" } },
      [FIELD.nudgeWeekdays]: { selected_options: [{ value: "1" }] },
      [FIELD.nudgeBudget]: { selected_option: { value: "usual" } },
      [FIELD.nudgeQuietFrom]: { selected_option: { value: "20" } },
      [FIELD.nudgeQuietUntil]: { selected_option: { value: "7" } },
      [FIELD.nudgeCountry]: { selected_option: { value: "usual" } },
    },
    [CALLBACK.notUseful]: { [FIELD.whyNot]: { selected_option: { value: "wrong-time" } } },
    [CALLBACK.addEvent]: {
      [FIELD.eventName]: { value: "Open day" },
      [FIELD.eventDay]: { selected_date: "2026-12-20" },
      [FIELD.eventFor]: { selected_option: { value: "all" } },
    },
    [CALLBACK.correctCost]: { [FIELD.correctAmount]: { value: "1" } },
    [CALLBACK.addCost]: {
      [FIELD.costCategory]: { selected_option: { value: "tools" } },
      [FIELD.costAmount]: { value: "12" },
      [FIELD.costCurrency]: { value: "EUR" },
      [FIELD.costFrom]: { selected_date: "2026-12-01" },
      [FIELD.costTo]: { selected_date: "2026-12-01" },
      [FIELD.costCustomer]: { value: "C-1042" },
    },
  };

  const written = async () => {
    const { rows } = await database().pool.query(
      `SELECT (SELECT count(*) FROM touches) + (SELECT count(*) FROM suggestions) + (SELECT count(*) FROM cost_entries)
         + (SELECT count(*) FROM account_channels) + (SELECT count(*) FROM channel_settings) + (SELECT count(*) FROM draft_templates) + (SELECT count(*) FROM audit_events)
         + (SELECT count(*) FROM customers WHERE snoozed_until IS NOT NULL) AS rows`,
    );
    return Number(rows[0].rows);
  };

  it.each(Object.keys(VISITORS))(
    "gives and takes nothing to and from a %s, whatever they do",
    async (person) => {
      for (const typed of TYPED) {
        const { body } = await bot.type(person, typed);
        expect(body.response_type).toBe("ephemeral");
      }
      for (const actionId of Object.values(ACTION)) await press(person, actionId, "sales");
      for (const [callbackId, fields] of Object.entries(FORMS)) await submit(person, callbackId, fields);
      await openHome(person);
      await bot.postLinks(person, LINKS);
      await bot.postLinks(person, LINKS, { channel: "D1" });
      for (const link of LINKS) {
        const pane = await bot.openPane(person, link, { channel: null });
        expect(pane.body.metadata).toBeUndefined();
        expect(pane.body.error.custom_message).not.toBe("");
      }
      for (const typed of TYPED) {
        await write(person, `<@UBOT> ${typed}`, peer.channelId("sales"));
        await write(person, typed, "D1", "message");
      }
      expect(peer.sent.some(({ method }) => method === "views.open")).toBe(false);
      expect(said(peer.sent)).not.toMatch(/Acme|C-1042|62 %|AUC|€/);
      expect(peer.sent.some(({ body }) => body.response_type === "in_channel")).toBe(false);
      expect(await written()).toBe(0);
    },
  );

  describe("in a channel that another organisation reads", () => {
    it("a manager gets nothing about customers, but a button that shows it privately", async () => {
      for (const typed of TYPED.filter((text) => text !== "" && !text.startsWith("channel off"))) {
        const { body } = await bot.type("mia", typed, "partners");
        expect(body.text).toContain("Another organisation reads this channel");
        const [button] = body.blocks[1].elements;
        expect(button).toMatchObject({ action_id: ACTION.askPrivately, value: typed });
      }
      for (const actionId of Object.values(ACTION).filter((id) => !id.startsWith("privately")))
        await press("mia", actionId, "partners");
      expect(said(peer.sent).replaceAll(/"value":"[^"]*"/g, "")).not.toMatch(/Acme|C-1042|62 %|AUC|€/);
      expect(await written()).toBe(0);
    });

    it("a mention gets nothing about customers either, and only its writer sees that", async () => {
      for (const person of ["mia", "ana"]) await write(person, "<@UBOT> acme", peer.channelId("partners"));
      expect(peer.sent.map(({ method }) => method)).toEqual(["chat.postEphemeral", "chat.postEphemeral"]);
      expect(peer.sent.map(({ body }) => body.user)).toEqual([peer.userId("mia"), peer.userId("ana")]);
      expect(peer.sent.map(({ body }) => body.text)).toEqual(
        Array(2).fill(expect.stringContaining("Another organisation")),
      );
    });

    it("the command asked privately is answered in the direct message, by its reader's rights", async () => {
      await press("mia", ACTION.askPrivately, "partners", "acme");
      const card = await peer.waitFor(({ method }) => method === "chat.postMessage");
      expect(card.body.channel).toBe(peer.userId("mia"));
      expect(said([card])).toMatch(/Acme.*€2,500/s);
      const told = await peer.waitFor(({ body }) => body.replace_original === true);
      expect(said([told])).toContain("in our direct messages");

      peer.clear();
      await press("ana", ACTION.askPrivately, "partners", "costs");
      expect(said(peer.sent)).toContain("is for managers and operations");
    });

    it("a customer's button offers the card privately", async () => {
      await press("ana", ACTION.why, "partners");
      const refused = await peer.waitFor(() => true);
      const [button] = refused.body.blocks[1].elements;
      expect(button.action_id).toBe(ACTION.cardPrivately);
      await press("ana", ACTION.cardPrivately, "partners", button.value);
      const card = await peer.waitFor(({ method }) => method === "chat.postMessage");
      expect(said([card])).toContain("Acme");
    });

    it("a form that was opened before is kept, and answered in the direct message", async () => {
      await submit("ana", CALLBACK.logTouch, FORMS[CALLBACK.logTouch] ?? {}, "partners");
      expect(await written()).toBeGreaterThan(0);
      expect(peer.sent.map(({ method }) => method)).not.toContain("response_url");
      expect(new Set(peer.sent.map(({ body }) => body.channel))).toEqual(new Set([peer.userId("ana")]));
    });
  });

  it("shows everyone's card again after a form, whatever the form says of its sharer", async () => {
    const place = { responseUrl: peer.responseUrl(), channelId: peer.channelId("sales") };
    const forged = { customerId: acme, suggestionKey: null, isCard: true, isSeenByAll: true, openedAt: null };
    const metadata = encodeMetadata({ ...place, ...forged, sharedBy: peer.userId("mia") });
    const values = Object.entries(FORMS[CALLBACK.snooze] ?? {}).map(([id, field]) => [id, { [id]: field }]);
    await bot.send.interaction({
      type: "view_submission",
      user: { id: peer.userId("ana"), team_id: TEAM_ID },
      view: {
        id: `V${++deliveries}`,
        callback_id: CALLBACK.snooze,
        private_metadata: metadata,
        state: { values: Object.fromEntries(values) },
      },
    });
    const again = await peer.waitFor(({ body }) => body.replace_original === true);
    expect(said([again])).toContain("shown to the owner and to managers");
    expect(said([again])).not.toContain("€");
  });

  describe("just before posting", () => {
    const deliver = () => {
      const settings = {
        connection: {
          mode: "http",
          botToken: BOT_TOKEN,
          signingSecret: SIGNING_SECRET,
          host: "127.0.0.1",
          port: 0,
        },
        apiUrl: peer.apiUrl,
      } as const;
      const workspace = slackDirectory(settings, silent);
      const store = createStore(database());
      const { whyNotPost } = bindFlows({ ...store, workspace, clock: () => NOW });
      const poster = slackPoster({ token: BOT_TOKEN, slackApiUrl: peer.apiUrl });
      return deliverDue({ ...store, poster, whyNotPost, clock: () => NOW, log: silent });
    };
    const enqueue = (recipient: string) =>
      createStore(database()).outbox.enqueue({
        key: `costs:${recipient}`,
        recipient,
        message: {
          kind: "cost-summary",
          month: "2026-11",
          currencies: [],
          base: { served: 0, retained: 0 },
          activityWindowDays: 365,
          readAt: NOW.toISOString(),
        },
        createdAt: NOW,
      });
    const failure = async () => {
      const { rows } = await database().pool.query("SELECT status, last_error FROM outbox");
      return rows[0];
    };

    it("a channel that was shared since it asked gets nothing, and the message says why", async () => {
      await enqueue(peer.channelId("later"));
      slack.channels.later.shared = true;
      expect(await deliver()).toEqual({ failed: 1 });
      expect(await failure()).toMatchObject({
        status: "failed",
        last_error: { code: "undelivered.audience.shared", parameters: {} },
      });
      expect(peer.sent).toEqual([]);
    });

    it.each(["guest", "stranger", "leaver"])("a %s gets nothing", async (person) => {
      await enqueue(peer.userId(person));
      expect(await deliver()).toEqual({ failed: 1 });
      expect(peer.sent).toEqual([]);
    });

    it("an internal channel gets its message", async () => {
      await enqueue(peer.channelId("later"));
      expect(await deliver()).toEqual({ posted: 1 });
    });

    it("a channel with guests in it gets nothing", async () => {
      await bot.type("guest", "acme"); // from here on the workspace is known to have a guest
      peer.clear();
      await enqueue(peer.channelId("sales"));
      expect(await deliver()).toEqual({ failed: 1 });
      expect((await failure()).last_error.code).toBe("undelivered.audience.guests");
    });
  });
});
