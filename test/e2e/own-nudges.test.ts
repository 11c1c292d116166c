import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import { redrawDue } from "../../src/delivery/redraw.ts";
import { slackPoster } from "../../src/delivery/slack-poster.ts";
import { asWritten } from "../../src/domain/phrase.ts";
import { ACTION, CALLBACK, FIELD } from "../../src/slack/ids.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { type SlackBot, startSlackBot } from "../support/slack-bot.ts";
import { BOT_TOKEN, type SlackPeer, startSlackPeer } from "../support/slack-peer.ts";

// Thursday, eleven in the morning in Berlin.
const NOW = new Date("2026-12-10T10:00:00Z");
const silent = { info: () => {}, warn: () => {}, error: () => {} };

describeOnOneDatabase("one's own nudges and settings", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  let now = NOW;
  let acme: number;

  beforeAll(async () => {
    peer = await startSlackPeer({
      people: {
        ana: { name: "Ana", email: "ana@example.com", timeZone: "Europe/Berlin" },
        ben: { name: "Ben", email: "ben@example.com", timeZone: "Asia/Kolkata" },
        mia: { name: "Mia", email: "mia@example.com", timeZone: "Europe/Berlin", admin: true },
      },
      channels: { sales: {} },
    });
    bot = await startSlackBot(database(), peer, () => now);
  });
  afterAll(async () => {
    await bot.app.stop(5000);
    await peer.close();
  });
  beforeEach(async () => {
    peer.clear();
    now = NOW;
    acme = await addCustomer(database(), { name: "Acme <有限公司>", ownerEmail: "ana@example.com" });
  });
  afterEach(async () => {
    expect(await bot.app.idle(5000)).toBe(true);
    expect(peer.problems).toEqual([]);
    expect(bot.logged).toEqual([]);
  });

  const store = () => createStore(database());
  /** A nudge of Ana's, as a morning's job keeps it. */
  const nudge = (customerId: number, day: string) =>
    store().suggestions.record([
      {
        ...{ key: `nudge:${customerId}:${day}`, kind: "nudge", customerId, memberId: peer.userId("ana") },
        ...{ playbook: "check-in", action: asWritten("Call them"), reason: asWritten("Silent for 48 days") },
        ...{ probability: 0.7, createdAt: new Date(`${day}T08:00:00Z`) },
      },
    ]);
  const said = async (person: string, text: string) => JSON.stringify((await bot.type(person, text)).body);
  const openedForm = async () => (await peer.waitFor(({ method }) => method === "views.open")).body.view;
  const told = (text: string) => peer.waitFor(({ body }) => JSON.stringify(body).includes(text));
  const statuses = async () =>
    (await database().pool.query("SELECT status FROM suggestions ORDER BY key")).rows.map(
      (row) => row.status,
    );

  const FORM = {
    [FIELD.nudgeHow]: { selected_option: { value: "daily" } },
    [FIELD.nudgeWeeklyOn]: { selected_option: { value: "1" } },
    [FIELD.nudgePausedUntil]: { selected_date: "2026-12-21" },
    [FIELD.nudgeHour]: { selected_option: { value: "8" } },
    [FIELD.nudgeWeekdays]: { selected_options: [{ value: "1" }, { value: "2" }, { value: "4" }] },
    [FIELD.nudgeBudget]: { selected_option: { value: "3" } },
    [FIELD.nudgeQuietFrom]: { selected_option: { value: "20" } },
    [FIELD.nudgeQuietUntil]: { selected_option: { value: "7" } },
    [FIELD.nudgeUrgent]: { selected_options: [{ value: "at-once" }] },
    [FIELD.nudgeCountry]: { selected_option: { value: "usual" } },
  };

  it("says so where nothing waits, or nobody could be told of anything", async () => {
    const none = await said("ana", "nudges");
    expect(none).toContain("Nothing waits for your answer.");
    expect(none).toContain("Every working day at 09:00 (Mon–Fri).");
    expect(none).toContain("Not on public holidays in Germany.");
    expect(none).toContain("Next: Thu 10 Dec");
    expect(await said("ben", "nudges")).toContain("You own no customers");
  });

  it("lists what waits, takes the answers, and shows what is left", async () => {
    const beta = await addCustomer(database(), { name: "Beta", ownerEmail: "ana@example.com" });
    await nudge(acme, "2026-12-09");
    await nudge(beta, "2026-12-08");
    // Too old to be answered.
    await nudge(beta, "2026-12-02");
    const list = await bot.type("ana", "提醒");
    const text = JSON.stringify(list.body);
    expect(text).toContain("2 customers wait for your answer");
    expect(text).toContain("*Acme &lt;有限公司&gt;* · sent 26 h ago");
    expect(text.indexOf("Acme")).toBeLessThan(text.indexOf("*Beta*"));

    const answer = await (await bot.click("ana", list, ACTION.openNudgeReachedOut)).answer();
    expect(answer.body.replace_original).toBe(true);
    expect(JSON.stringify(answer.body)).toContain("1 customer waits for your answer");
    expect(JSON.stringify(answer.body)).not.toContain("Acme");
    await told("Log a touch to say how it went");

    peer.clear();
    await bot.click("ana", answer, ACTION.openNudgeNotUseful);
    const view = await openedForm();
    expect(view.callback_id).toBe(CALLBACK.notUseful);
    await bot.submit("ana", view, {
      [FIELD.whyNot]: { selected_option: { value: "wrong-time" } },
      [FIELD.whyNotNote]: { value: null },
    });
    await told("Nothing waits for your answer.");
    expect(await statuses()).toEqual(["reached_out", "open", "not_useful"]);
    // The second click on the old list tells what happened.
    peer.clear();
    await bot.click("ana", list, ACTION.openNudgeReachedOut);
    await told("Nothing waits for your answer.");
  });

  it("snoozes from the list, and opens the card", async () => {
    await nudge(acme, "2026-12-09");
    const list = await bot.type("ana", "nudges");
    await bot.click("ana", list, ACTION.nudgeSnooze);
    await bot.submit("ana", await openedForm(), { [FIELD.snoozeFor]: { selected_option: { value: "7" } } });
    await told("Snoozed until 17 Dec");
    expect(await statuses()).toEqual(["snoozed"]);
    peer.clear();
    await bot.click("ana", list, ACTION.card);
    await told("End the snooze");
  });

  it("keeps what its reader chooses, and says what contradicts itself", async () => {
    await bot.click("ana", await bot.type("ana", "nudges"), ACTION.nudgeSettings);
    const view = await openedForm();
    expect(view.callback_id).toBe(CALLBACK.nudgeSettings);
    const wrong = async (change: object) => (await bot.submit("ana", view, { ...FORM, ...change })).errors;
    const paused = { [FIELD.nudgeHow]: { selected_option: { value: "paused" } } };
    expect(await wrong({ [FIELD.nudgeHour]: { selected_option: { value: "6" } } })).toEqual({
      [FIELD.nudgeHour]: "That is in your quiet hours: choose another time, or change them below.",
    });
    expect(await wrong({ [FIELD.nudgeHour]: { selected_option: { value: "5" } } })).toEqual({
      [FIELD.nudgeHour]: "Choose one of the list.",
    });
    expect(await wrong({ [FIELD.nudgeWeekdays]: { selected_options: [] } })).toEqual({
      [FIELD.nudgeWeekdays]: "Choose at least one day you work.",
    });
    expect(
      await wrong({
        [FIELD.nudgeHow]: { selected_option: { value: "weekly" } },
        [FIELD.nudgeWeeklyOn]: { selected_option: { value: "3" } },
      }),
    ).toEqual({ [FIELD.nudgeWeeklyOn]: "Choose a day you work." });
    for (const [day, text] of [
      [null, "Choose the day on which nudges come again."],
      ["2026-12-10", "Choose a day after today."],
      ["2027-06-01", "Choose a day within the next 92 days."],
    ])
      expect(await wrong({ ...paused, [FIELD.nudgePausedUntil]: { selected_date: day } })).toEqual({
        [FIELD.nudgePausedUntil]: text,
      });

    expect(await bot.submit("ana", view, FORM)).toBeNull();
    const saved = JSON.stringify((await told("Saved.")).body);
    expect(saved).toContain("Every working day at 08:00 (Mon, Tue, Thu).");
    expect(saved).toContain("At most 3 customers a working day.");
    expect(saved).toContain("come at once");

    expect(await bot.submit("ana", view, { ...FORM, ...paused })).toBeNull();
    await told("Paused until Mon 21 Dec");
    const team = await said("mia", "nudges team");
    expect(team).toContain("1 member owns customers; 1 has paused");
    expect(team).toContain("*Ana* · Paused until Mon 21 Dec · Europe/Berlin · 0 open, none sent");
    expect(await said("ana", "nudges team")).toContain("managers and operations");
    // Once the pause is over, it is as it was before.
    now = new Date("2026-12-21T07:00:00Z");
    expect(await said("ana", "nudges")).toContain("Next: Mon 21 Dec");
  });

  it("snoozes by a typed time, says until when, and takes it back", async () => {
    const done = await bot.type("ana", "acme snooze 2w");
    expect(JSON.stringify(done.body)).toContain("*Acme &lt;有限公司&gt;*: Snoozed until 24 Dec.");
    expect(JSON.stringify(done.body)).toContain("Undo");
    now = new Date(NOW.getTime() + 60_000);
    const again = await said("mia", "acme snooze 兩週");
    expect(again).toContain("Before, Ana had snoozed it until 24 Dec.");
    await bot.click("ana", done, ACTION.endSnooze);
    await told("has snoozed this customer until 24 Dec");
    await bot.click("mia", await bot.type("mia", "acme snooze until 2027-01-15"), ACTION.endSnooze);
    await told("The snooze has ended");
    expect(await said("ana", "acme snooze for ages")).toContain("I could not read “for ages” as a time.");
    expect(await said("ana", "acme snooze 0d")).toContain("Choose a day after today.");
    expect(await said("ana", "acme snooze 2 years")).toContain("I could not read");
    expect(await said("ana", "acme snooze 900d")).toContain("within the next year");
  });

  it("asks until when where no time was typed", async () => {
    const responseUrl = peer.responseUrl();
    await bot.send.form({
      ...{ command: "/customer", text: "acme snooze", user_id: peer.userId("ana"), team_id: "T000000001" },
      ...{ channel_id: peer.channelId("sales"), response_url: responseUrl },
      trigger_id: await peer.triggerId(peer.userId("ana")),
    });
    const view = await openedForm();
    expect(view.callback_id).toBe(CALLBACK.snooze);
    await bot.submit("ana", view, { [FIELD.snoozeFor]: { selected_option: { value: "14" } } });
    await told("Snoozed until 24 Dec");
  });

  it("tells a channel of customers without an owner, of whom somebody takes one", async () => {
    const on = await said("mia", "channel on nudges");
    expect(on).toContain("customers without an owner who need somebody");
    expect(await said("ana", "channel on nudges")).toContain("managers and operations");
    const lost = await addCustomer(database(), { name: "Lost & Co", ownerEmail: null });
    const day = "2026-12-10";
    const suggestionKey = `nudge:${lost}:${day}`;
    const told1 = {
      action: asWritten("Call them"),
      reason: asWritten("Silent for 48 days"),
      probability: 0.7,
    };
    const at = { createdAt: new Date("2026-12-10T08:00:00Z") };
    const recipient = peer.channelId("sales");
    const message = {
      ...{ kind: "channel-nudge" as const, channelId: recipient, day, createdAt: at.createdAt.toISOString() },
      ...{
        basis: null,
        overBudget: 2,
        items: [{ ...told1, suggestionKey, customerId: lost, name: "Lost & Co" }],
      },
    };
    await store().outbox.enqueue({ key: `nudges:${recipient}:${day}`, recipient, message, ...at }, [
      {
        ...{ ...told1, ...at, key: suggestionKey, kind: "nudge", customerId: lost, memberId: null },
        playbook: "check-in",
      },
    ]);
    const post = {
      ...store(),
      poster: slackPoster({ token: BOT_TOKEN, slackApiUrl: peer.apiUrl }),
      ...{ whyNotPost: async () => null, clock: () => now, log: silent },
    };
    peer.clear();
    expect(await deliverDue(post)).toEqual({ posted: 1 });
    const posted = await told("1 customer without an owner needs somebody");
    expect(JSON.stringify(posted.body)).toContain("2 more customers are left for another day");

    await bot.click("ben", posted, ACTION.takeNudge);
    await told("*Lost &amp; Co* is yours for now");
    await bot.click("ana", posted, ACTION.takeNudge);
    await told("Ben has taken this customer already.");
    await bot.click("ben", posted, ACTION.takeNudge);
    await told("You have taken this customer already");
    now = new Date(NOW.getTime() + 11_000);
    peer.clear();
    expect(await redrawDue(post)).toEqual({ redrawn: 1 });
    const redrawn = await peer.waitFor(({ method }) => method === "chat.update");
    expect(JSON.stringify(redrawn.body.blocks)).toContain("Ben took this customer");
    expect(JSON.stringify(redrawn.body.blocks)).not.toContain(ACTION.takeNudge);

    peer.clear();
    const list = await bot.type("ben", "nudges");
    expect(JSON.stringify(list.body)).toContain("*Lost &amp; Co*");
    await bot.click("ben", list, ACTION.openNudgeReachedOut);
    await bot.app.idle(5000);
    await bot.click("ana", posted, ACTION.takeNudge);
    await told("Someone reached out");
    expect(await statuses()).toEqual(["reached_out"]);
  });
});
