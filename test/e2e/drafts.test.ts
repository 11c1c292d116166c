import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import { slackPoster } from "../../src/delivery/slack-poster.ts";
import { phrase } from "../../src/domain/phrase.ts";
import { ACTION, CALLBACK, FIELD } from "../../src/slack/ids.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { type SlackBot, startSlackBot } from "../support/slack-bot.ts";
import { BOT_TOKEN, type Sent, type SlackPeer, startSlackPeer } from "../support/slack-peer.ts";

const SENT_AT = new Date("2026-12-09T08:00:00Z");
const silent = { info: () => {}, warn: () => {}, error: () => {} };

describeOnOneDatabase("drafts", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  let now = SENT_AT;
  let nudge: Sent;
  let acme: number;

  beforeAll(async () => {
    peer = await startSlackPeer({
      people: {
        ana: { name: "Ana Berg", email: "ana@example.com" },
        ben: { name: "Ben", email: "ben@example.com" },
        mia: { name: "Mia", email: "mia@example.com", admin: true },
      },
      channels: { sales: {} },
    });
    bot = await startSlackBot(database(), peer, () => now);
  });
  afterAll(async () => {
    await bot.app.stop(5000);
    await peer.close();
  });
  afterEach(async () => {
    expect(await bot.app.idle(5000)).toBe(true);
    expect(peer.problems).toEqual([]);
    expect(bot.logged).toEqual([]);
  });
  beforeEach(async () => {
    now = SENT_AT;
    acme = await addCustomer(database(), {
      ...{ name: "Acme & Söhne <GmbH>", externalId: "C-1042", ownerEmail: "ana@example.com" },
      ...{ startedOn: "2026-01-20", monthlyRevenueMinor: 250_000, renewsOn: "2027-01-20" },
    });
    await database().pool.query("UPDATE customers SET language = 'German' WHERE id = $1", [acme]);
    await database().pool.query(
      `INSERT INTO contacts (customer_id, source, external_id, name, email) VALUES ($1, 'test', 'p1', 'Dana Novak', 'dana@acme.example')`,
      [acme],
    );
    nudge = await postNudge();
    now = new Date("2026-12-09T09:00:00Z");
    peer.clear();
  });

  const store = () => createStore(database());
  const key = () => `nudge:${acme}:2026-12-09`;

  async function postNudge() {
    const memberId = peer.userId("ana");
    const told = {
      ...{ action: phrase("call-about-renewal.action"), probability: 0.7 },
      reason: phrase("call-about-renewal.reason", { days: 42 }),
    };
    const item = { ...told, customerId: acme, suggestionKey: key(), name: "Acme & Söhne <GmbH>" };
    const suggestion = {
      ...{ ...told, kind: "nudge" as const, key: key(), customerId: acme, memberId },
      ...{ playbook: "call-about-renewal", createdAt: now },
    };
    const message = {
      ...{ kind: "nudge" as const, memberId, day: "2026-12-09", createdAt: now.toISOString(), basis: null },
      ...{ items: [item], overBudget: 0 },
    };
    await store().outbox.enqueue(
      { key: `nudges:${memberId}:2026-12-09`, recipient: memberId, message, createdAt: now },
      [suggestion],
    );
    const poster = slackPoster({ token: BOT_TOKEN, slackApiUrl: peer.apiUrl });
    const deps = { ...store(), poster, whyNotPost: async () => null, clock: () => now, log: silent };
    peer.clear();
    expect(await deliverDue(deps)).toEqual({ posted: 1 });
    return peer.waitFor(({ method }) => method === "chat.postMessage");
  }

  type View = Sent["body"];
  let viewId = "";
  const opened = async (): Promise<View> => {
    const { body, viewId: id = "" } = await peer.waitFor(({ method }) => method === "views.open");
    viewId = id;
    return body.view;
  };
  const updated = async (): Promise<View> =>
    (await peer.waitFor(({ method }) => method === "views.update")).body.view;
  const told = (text: string) => peer.waitFor(({ body }) => JSON.stringify(body).includes(text));
  /** The first block whose id begins so. */
  const blockOf = (view: View, field: string) =>
    view.blocks.find((block: { block_id?: string }) => block.block_id?.startsWith(field));
  const textOf = (view: View, field: string): string => blockOf(view, field)?.element.initial_value;
  /** Fields as they were shown, with what was written over them. */
  const filled = (view: View, values: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(
      view.blocks
        .filter((block: { type: string }) => block.type === "input")
        .map(({ block_id: id, element }: View) => {
          const own = Object.entries(values).find(([field]) => id.startsWith(field))?.[1];
          return [id, { value: own ?? element.initial_value ?? null }];
        }),
    );
  let choices = 0;
  async function choose(person: string, view: View, actionId: string, value: string) {
    const userId = peer.userId(person);
    peer.clear();
    await bot.send.interaction({
      ...{ type: "block_actions", user: { id: userId, team_id: "T000000001" }, team: { id: "T000000001" } },
      ...{ container: { type: "view", view_id: viewId }, view: { ...view, id: viewId } },
      trigger_id: await peer.triggerId(userId, viewId),
      actions: [
        {
          ...{ type: "static_select", action_id: actionId, block_id: "b", action_ts: `c${++choices}` },
          selected_option: { text: { type: "plain_text", text: value }, value },
        },
      ],
    });
  }
  const touches = async () => {
    const { rows } = await database().pool.query(
      "SELECT channel, outcome, note, minutes_spent AS minutes, member_id AS by FROM touches ORDER BY id",
    );
    return rows;
  };
  const status = async () => (await store().suggestions.find(key()))?.status;

  it("open from a nudge in the customer's language, and say why it is in that", async () => {
    await bot.click("ana", nudge, ACTION.nudgeDraft);
    const view = await opened();
    expect(view.callback_id).toBe(CALLBACK.draftSent);
    expect(textOf(view, FIELD.draftSubject)).toBe("Ihre Vertragsverlängerung am 20. Januar 2027");
    const body = textOf(view, FIELD.draftBody);
    expect(body).toMatch(
      /^Guten Tag Dana Novak,\n\nIhr Vertrag steht am 20\. Januar 2027 zur Verlängerung an\./,
    );
    expect(body).toMatch(/\n\nFreundliche Grüße\nAna Berg\nGood Wares$/);
    const said = JSON.stringify(view);
    expect(said).toContain("In German, because the customer's file says so.");
    expect(said).toContain("<mailto:dana@acme.example?subject=Ihre%20Vertragsverl%C3%A4ngerung");
    expect(said).toContain("Acme &amp; Söhne &lt;GmbH&gt;");
    expect(said).not.toMatch(/70 ?%/);
    // Looking changes nothing.
    expect(await touches()).toEqual([]);
    expect(await status()).toBe("open");
  });

  it("change language and form, and are noted as sent once, which settles the nudge", async () => {
    await bot.click("ana", nudge, ACTION.nudgeDraft);
    await choose("ana", await opened(), ACTION.draftLanguage, "fr");
    const french = await updated();
    expect(textOf(french, FIELD.draftSubject)).toBe("Le renouvellement de votre contrat le 20 janvier 2027");
    expect(JSON.stringify(french)).toContain("In French, as you chose.");
    await choose("ana", french, ACTION.draftForm, "chat");
    const chat = await updated();
    expect(textOf(chat, FIELD.draftChat)).toMatch(/^Bonjour Dana Novak,\nVotre contrat/);
    expect(blockOf(chat, FIELD.draftSubject)).toBeUndefined();
    await choose("ana", chat, ACTION.draftForm, "email");
    const mail = await updated();

    expect(await bot.submit("ana", mail, filled(mail, { [FIELD.minutes]: "lots" }))).toMatchObject({
      errors: { [FIELD.minutes]: "Whole minutes from 0 to 1,440." },
    });
    expect(await bot.submit("ana", mail, filled(mail, { [FIELD.draftBody]: " " }))).toMatchObject({
      errors: { [`${FIELD.draftBody}:fr`]: "Nothing is in it. Write what you sent, or close the form." },
    });
    expect(await touches()).toEqual([]);
    await bot.submit(
      "ana",
      mail,
      filled(mail, { [FIELD.draftSubject]: "Votre contrat", [FIELD.minutes]: "7" }),
    );
    await told("Noted: e-mail sent, no answer yet.");
    const touch = { channel: "email", outcome: "no_answer", note: "Votre contrat", minutes: 7 };
    expect(await touches()).toEqual([{ ...touch, by: peer.userId("ana") }]);
    expect(await status()).toBe("reached_out");
    expect(await store().suggestions.answersIn(`nudges:${peer.userId("ana")}:2026-12-09`)).toMatchObject([
      { status: "reached_out", byName: "Ana Berg" },
    ]);

    // The same from another form that stood open beside it.
    await bot.submit("ana", mail, filled(mail), "V-another");
    await told("This was noted before; nothing changed.");
    expect(await touches()).toHaveLength(1);
    // A message that still shows the button.
    now = new Date("2026-12-09T10:00:00Z");
    peer.clear();
    await bot.click("ana", nudge, ACTION.nudgeDraft);
    await told("You logged a touch");
    expect(peer.sent.some(({ method }) => method === "views.open")).toBe(false);
  });

  it("open from a card, for the card's own advice, and show it anew", async () => {
    const card = await bot.type("ana", "C-1042");
    await bot.click("ana", card, ACTION.draft);
    const view = await opened();
    expect(textOf(view, FIELD.draftSubject)).toContain("Ihre Vertragsverlängerung");
    await bot.submit("ana", view, filled(view));
    const shown = await told("Noted: e-mail sent, no answer yet.");
    expect(shown.body.replace_original).toBe(true);
    expect(await touches()).toHaveLength(1);
  });

  it("say so where what they were suggested for is no longer so", async () => {
    await database().pool.query("UPDATE customers SET renews_on = NULL, language = 'Italian' WHERE id = $1", [
      acme,
    ]);
    await bot.click("ana", nudge, ACTION.nudgeDraft);
    const view = await opened();
    const said = JSON.stringify(view);
    expect(said).toContain("What this was suggested for is no longer so");
    expect(said).toContain("There are no drafts in their language (Italian).");
    expect(textOf(view, FIELD.draftSubject)).toBe("Your renewal");
  });

  it("are edited by a manager, and reps get that text until ours is back", async () => {
    const list = await bot.type("mia", "drafts");
    expect(JSON.stringify(list.body)).toContain(
      "You have no texts of your own yet: ours serve for all 28 in 6 languages.",
    );
    await bot.click("mia", list, ACTION.draftTemplate, "sales", "Renewal");
    await choose("mia", await opened(), ACTION.draftTemplateLanguage, "de");
    const view = await updated();
    expect(textOf(view, FIELD.draftSubject)).toBe("Ihre Vertragsverlängerung[ am {renewal}]");
    const wrong = {
      [FIELD.draftSubject]: "Hallo {name}",
      [FIELD.draftBody]: "Hallo {contact",
      [FIELD.draftChat]: "",
    };
    const { errors } = await bot.submit("mia", view, filled(view, wrong));
    expect(Object.values(errors)).toEqual([
      "{name} is not known here. Known are {contact}, {customer}, {sender}, {company}, {renewal}, {days}.",
      "There is a { that belongs to no name. Names are written like {contact}, without spaces.",
      "Write something here.",
    ]);
    const own = {
      [FIELD.draftSubject]: "Verlängern wir?",
      [FIELD.draftBody]: "Moin[ {contact}], wir sind’s.\n{sender}",
    };
    expect(await bot.submit("mia", view, filled(view, own))).toBeNull();
    const kept = await told("Kept: Renewal in German. Reps get your text from now on.");
    expect(kept.body.replace_original).toBe(true);
    expect(JSON.stringify(kept.body)).toContain("Renewal · German · set by Mia on");

    // Another manager's form, opened before.
    const late = await bot.submit("mia", view, filled(view, own), "V-late");
    expect(Object.values(late.errors)).toEqual([
      "Mia changed this text while you had it open, so yours is not kept. Copy it, close the form and open it again.",
    ]);

    peer.clear();
    await bot.click("ana", nudge, ACTION.nudgeDraft);
    const draft = await opened();
    expect(textOf(draft, FIELD.draftSubject)).toBe("Verlängern wir?");
    expect(textOf(draft, FIELD.draftBody)).toBe("Moin Dana Novak, wir sind’s.\nAna Berg");
    expect(JSON.stringify(draft)).toContain("Your team's text, set by Mia on");

    peer.clear();
    await bot.click("mia", kept, ACTION.draftTemplate, "sales", "Renewal");
    await choose("mia", await opened(), ACTION.draftTemplateLanguage, "de");
    const again = await peer.waitFor(({ method }) => method === "views.update");
    await bot.clickInModal("mia", again, ACTION.draftTemplateOurs);
    await told("Reps get our text again: Renewal in German.");
    expect(await store().draftTemplates.all()).toEqual([]);
    const { rows } = await database().pool.query(
      "SELECT action, actor FROM audit_events WHERE action LIKE 'draft.%' ORDER BY id",
    );
    expect(rows).toEqual([
      { action: "draft.set", actor: peer.userId("mia") },
      { action: "draft.removed", actor: peer.userId("mia") },
    ]);
  });

  it("are not edited by reps", async () => {
    const refused = await bot.type("ana", "drafts");
    expect(JSON.stringify(refused.body)).not.toContain("Choose a draft");
    const list = await bot.type("mia", "drafts");
    await bot.click("ana", list, ACTION.draftTemplate, "sales", "Renewal");
    await bot.app.idle(5000);
    expect(peer.sent.some(({ method }) => method === "views.open")).toBe(false);
  });
});
