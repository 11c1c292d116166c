import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import { redrawDue } from "../../src/delivery/redraw.ts";
import { slackPoster } from "../../src/delivery/slack-poster.ts";
import { asWritten } from "../../src/domain/phrase.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { publicHolidays } from "../../src/holidays/public-holidays.ts";
import { escalateNudgesHourly } from "../../src/jobs/escalate-nudges-hourly.ts";
import { runDueJobs } from "../../src/jobs/run-due-jobs.ts";
import { scoreOverridesDaily } from "../../src/jobs/score-overrides-daily.ts";
import { ACTION, CALLBACK, FIELD } from "../../src/slack/ids.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer, addModel, addScore } from "../support/customer-rows.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { type SlackBot, startSlackBot } from "../support/slack-bot.ts";
import { BOT_TOKEN, type Sent, type SlackPeer, startSlackPeer } from "../support/slack-peer.ts";

/** A Wednesday. */
const START = new Date("2026-12-09T09:00:00Z");
const NAME = "北京 <Acme> & Co";

describeOnOneDatabase("what colleagues decide about a customer", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  let now = START;
  let acme: number;
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  const people = {
    ana: { name: "Ana", email: "ana@example.com" },
    ben: { name: "Ben", email: "ben@example.com" },
    mia: { name: "Mia", email: "mia@example.com", admin: true },
  };

  beforeAll(async () => {
    peer = await startSlackPeer({ people, channels: { sales: {} } });
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
    now = START;
    peer.clear();
    for (const [id, { name, email }] of Object.entries(people)) {
      const role = id === "mia" ? "manager" : "rep";
      const about = { slackUserId: peer.userId(id as "ana"), name, email, role } as const;
      await store().members.save({ ...about, timeZone: "UTC", account: "member" }, START);
    }
    acme = await addCustomer(database(), {
      ...{ name: NAME, externalId: "acme", ownerEmail: "ana@example.com" },
      ...{ monthlyRevenueMinor: 100_000, startedOn: "2025-01-20" },
    });
    const modelId = await addModel(database());
    await addScore(database(), acme, { asOf: "2026-12-09T02:00:00Z", probability: 0.62, modelId });
  });

  const store = () => createStore(database());
  const delivery = () => ({
    ...store(),
    ...{ poster: slackPoster({ token: BOT_TOKEN, slackApiUrl: peer.apiUrl }), whyNotPost: async () => null },
    ...{ clock: () => now, log: silent },
  });
  const said = ({ body }: Sent) => JSON.stringify(body);
  const openedForm = () => peer.waitFor(({ method }) => method === "views.open");
  const replaced = () => peer.waitFor(({ body }) => body.replace_original === true);
  const call = (says: string, until: string, because: string) => ({
    [FIELD.overrideSays]: { selected_option: { value: says } },
    [FIELD.overrideUntil]: { selected_date: until },
    [FIELD.overrideBecause]: { value: because },
  });
  async function tick() {
    const deps = { ...store(), clock: () => now, holidays: publicHolidays(), timeZone: "UTC" };
    const flows = bindFlows(deps);
    const jobs = [escalateNudgesHourly(flows), scoreOverridesDaily(flows, "UTC")];
    await runDueJobs({ jobs, jobRuns: store().jobRuns, clock: () => now, log: silent });
    await deliverDue(delivery());
  }

  async function sayStay(person: "ana" | "ben") {
    const card = await bot.type(person, "acme");
    await bot.click(person, card, ACTION.override);
    const { body } = await openedForm();
    expect(body.view.callback_id).toBe(CALLBACK.override);
    const wrong = await bot.submit(person, body.view, call("stay", "2026-12-09", " "));
    expect(Object.keys(wrong.errors).sort()).toEqual([FIELD.overrideBecause, FIELD.overrideUntil].sort());
    peer.clear();
    await bot.submit(person, body.view, call("stay", "2027-01-31", "new budget <approved>"));
    return replaced();
  }

  it("a call stands first on the card, beside the model's figure, and is taken back by a click", async () => {
    const card = await sayStay("ana");
    const blocks: Array<{ type: string; text?: { text: string } }> = card.body.blocks;
    const texts = blocks.flatMap(({ type, text }) => (type === "section" && text ? [text.text] : []));
    expect(texts[0]).toBe("*Ana says they will stay* until 31 Jan 2027: new budget &lt;approved&gt;");
    expect(texts[1]).toContain("62 %");
    expect(said(await bot.type("ben", "at-risk team"))).toContain(
      "Ana says they will stay until 31 Jan 2027",
    );
    expect(said(await bot.type("ana", "overrides"))).toContain("new budget &lt;approved&gt;");

    const seen = await bot.type("ben", "acme");
    peer.clear();
    await bot.click("ben", seen, ACTION.overrideTakeBack);
    expect(said(await replaced())).not.toContain("will stay");
    peer.clear();
    await bot.click("ben", seen, ACTION.overrideTakeBack);
    expect(said(await replaced())).toContain("nothing to take back");
    // The owner hears what somebody else did.
    await deliverDue(delivery());
    const note = await peer.waitFor(({ method }) => method === "chat.postMessage");
    expect(note.body.text).toContain("took back");
  });

  it("what came of a call is told to whoever made it, and to nobody else", async () => {
    await sayStay("ana");
    peer.clear();
    now = new Date("2027-01-31T10:00:00Z");
    await tick();
    const posts = peer.sent.filter(({ method }) => method === "chat.postMessage");
    expect(posts.map(({ body }) => body.text)).toEqual([
      expect.stringContaining(
        "Of your 1 call that is over 1 was right; the model was right in 0 of the 1 for which it had a figure.",
      ),
    ]);
    expect(said(await bot.type("mia", "overrides"))).not.toMatch(/1 call|Ana/);
    expect(said(await bot.type("mia", "overrides"))).toContain("fewer than 3 people");
  });

  /** A nudge of the morning, posted to Ana, about a customer with much at stake. */
  async function postNudge() {
    const told = {
      action: asWritten("Get in touch"),
      reason: asWritten("Silent for 48 days"),
      probability: 0.62,
    };
    const key = `nudge:${acme}:2026-12-09`;
    const memberId = peer.userId("ana");
    const item = {
      ...told,
      customerId: acme,
      suggestionKey: key,
      name: NAME,
      stake: { minor: 500_000, currency: "EUR" },
    };
    const message = {
      kind: "nudge",
      memberId,
      day: "2026-12-09",
      createdAt: START.toISOString(),
      basis: null,
    } as const;
    const suggestion = {
      ...told,
      kind: "nudge",
      key,
      customerId: acme,
      memberId,
      playbook: "check-in",
      createdAt: START,
    } as const;
    const entry = { key: `nudges:${memberId}:2026-12-09`, recipient: memberId, createdAt: START };
    await store().outbox.enqueue({ ...entry, message: { ...message, items: [item], overBudget: 0 } }, [
      suggestion,
    ]);
    await deliverDue(delivery());
    const post = await peer.waitFor(({ method }) => method === "chat.postMessage");
    peer.clear();
    return post;
  }

  it("a nudge nobody answers goes to managers, who take it: its owner sees whose it is", async () => {
    await postNudge();
    now = new Date("2026-12-11T08:00:00Z");
    await tick();
    expect(peer.sent).toEqual([]);
    now = new Date("2026-12-11T09:00:00Z");
    await tick();
    await tick();
    const posts = peer.sent.filter(({ method }) => method === "chat.postMessage");
    expect(posts).toHaveLength(1);
    const [escalation] = posts;
    expect(said(escalation!)).toMatch(/北京 &lt;Acme&gt; &amp; Co.* waits.*€5,000 at stake.*Get in touch/s);

    peer.clear();
    await bot.click("ben", escalation!, ACTION.escalationTake);
    expect(said(await peer.waitFor(() => true))).toContain("managers and operations");
    peer.clear();
    await bot.click("mia", escalation!, ACTION.escalationTake);
    await peer.waitFor(({ body }) => JSON.stringify(body).includes("It is yours now"));
    peer.clear();
    await bot.click("mia", escalation!, ACTION.escalationTake);
    await peer.waitFor(({ body }) => JSON.stringify(body).includes("You handed this reminder over"));

    peer.clear();
    now = new Date("2026-12-11T09:01:00Z");
    await redrawDue({ ...delivery(), redraws: store().redraws });
    const redrawn = peer.sent.filter(({ method }) => method === "chat.update");
    expect(redrawn.map(said).filter((text) => text.includes("Handed over to Mia"))).toHaveLength(2);
    await deliverDue(delivery());
    await deliverDue(delivery());
    const texts = peer.sent
      .filter(({ method }) => method === "chat.postMessage")
      .map(({ body }) => body.text);
    expect(texts).toEqual(
      expect.arrayContaining([
        expect.stringContaining("took over the reminder"),
        expect.stringContaining("1 customer to contact today"),
      ]),
    );
    // "Hand over" would pass on what was passed on: it says whose it is instead.
    expect(texts).toHaveLength(2);
  });

  it("a nudge is handed over to a colleague in a form", async () => {
    const post = await postNudge();
    await bot.click("ana", post, ACTION.nudgeHandOver);
    const { body } = await openedForm();
    const to = (person: "ana" | "ben") => ({ [FIELD.handOverTo]: { selected_user: peer.userId(person) } });
    expect((await bot.submit("ana", body.view, to("ana"))).errors[FIELD.handOverTo]).toContain(
      "yours already",
    );
    peer.clear();
    await bot.submit("ana", body.view, to("ben"));
    expect(said(await replaced())).toContain("You handed this over to Ben");
    await peer.waitFor((one) => said(one).includes("Handed over: I have sent the reminder to Ben."));
    peer.clear();
    await deliverDue(delivery());
    const theirs = await peer.waitFor(({ method }) => method === "chat.postMessage");
    expect(said(theirs)).toContain("Handed over to you by");
    expect(said(theirs)).not.toContain("at stake");
    peer.clear();
    await bot.click("ana", post, ACTION.nudgeHandOver);
    expect(said(await replaced())).toContain("You handed this over to Ben");
  });

  it("a customer who asked for quiet is left alone, and the list of managers allows contact again", async () => {
    const responseUrl = peer.responseUrl();
    await bot.send.form({
      ...{ command: "/customer", text: "acme quiet", user_id: peer.userId("ana"), team_id: "T000000001" },
      ...{ channel_id: peer.channelId("sales"), response_url: responseUrl },
      trigger_id: await peer.triggerId(peer.userId("ana")),
    });
    const { body } = await openedForm();
    expect(
      (await bot.submit("ana", body.view, { [FIELD.quietBecause]: { value: " " } })).errors,
    ).toBeDefined();
    await bot.submit("ana", body.view, { [FIELD.quietBecause]: { value: "they <asked> us" } });
    const told = await peer.waitFor((entry) => entry.responseUrl === new URL(responseUrl).pathname);
    expect(said(told)).toContain("is left alone from now on");
    expect(said(await bot.type("ben", "acme"))).toMatch(
      /\*Do not disturb\* since 9 Dec, says Ana: they &lt;asked&gt; us/,
    );
    expect(said(await bot.type("ben", "do-not-disturb"))).toContain("managers and operations");
    const list = await bot.type("mia", "do-not-disturb");
    expect(said(list)).toContain("left alone since 9 Dec, says Ana");
    peer.clear();
    await bot.click("mia", list, ACTION.quietAllow);
    expect(said(await replaced())).toContain("Everybody may be contacted");
    peer.clear();
    await bot.click("mia", list, ACTION.quietAllow);
    expect(said(await replaced())).toContain("Somebody was faster");
  });
});
