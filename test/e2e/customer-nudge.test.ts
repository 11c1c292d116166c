import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import { redrawDue } from "../../src/delivery/redraw.ts";
import { slackPoster } from "../../src/delivery/slack-poster.ts";
import { nudgesOverSince } from "../../src/domain/outreach/nudge-answer.ts";
import { asWritten } from "../../src/domain/phrase.ts";
import { ACTION, CALLBACK, FIELD } from "../../src/slack/ids.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { type SlackBot, startSlackBot } from "../support/slack-bot.ts";
import { BOT_TOKEN, type Sent, type SlackPeer, startSlackPeer } from "../support/slack-peer.ts";

describeOnOneDatabase("a nudge's buttons", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  const sentAt = new Date("2026-12-09T08:00:00Z");
  let now = sentAt;
  let nudge: Sent;

  beforeAll(async () => {
    peer = await startSlackPeer({
      people: {
        ana: { name: "Ana", email: "ana@example.com" },
        ben: { name: "Ben", email: "ben@example.com" },
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
    peer.clear();
    now = sentAt;
    await store().members.save(
      {
        ...{ slackUserId: peer.userId("ana"), name: "Ana", email: "ana@example.com", role: "rep" },
        ...{ timeZone: "UTC", account: "member" },
      },
      sentAt,
    );
    customers.splice(0);
    for (const name of ["Acme", "Beta"])
      customers.push(await addCustomer(database(), { name, ownerEmail: "ana@example.com" }));
    await plan("2026-12-09");
    nudge = await post();
    now = new Date("2026-12-09T09:00:00Z");
    peer.clear();
  });

  const customers: number[] = [];
  const store = () => createStore(database());
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  const delivery = () => ({
    ...store(),
    poster: slackPoster({ token: BOT_TOKEN, slackApiUrl: peer.apiUrl }),
    whyNotPost: async () => null,
    clock: () => now,
    log: silent,
  });
  const keyOf = (customerId: number | undefined, day = "2026-12-09") => `nudge:${customerId}:${day}`;

  /** What a morning's job keeps: a message about these customers, and what it suggests. */
  async function plan(day: string, about: readonly number[] = customers) {
    const told = {
      action: asWritten("Get in touch"),
      reason: asWritten("Silent for 48 days"),
      probability: 0.7,
    };
    const items = about.map((customerId, place) => ({
      ...{ ...told, customerId, suggestionKey: keyOf(customerId, day), name: ["Acme", "Beta"][place] ?? "" },
    }));
    const memberId = peer.userId("ana");
    const message = {
      ...{ kind: "nudge" as const, memberId, day, createdAt: now.toISOString(), basis: null },
      ...{ items, overBudget: 0 },
    };
    const suggestions = items.map(({ customerId, suggestionKey: key }) => ({
      ...{
        ...told,
        kind: "nudge" as const,
        key,
        customerId,
        memberId,
        playbook: "follow-up",
        createdAt: now,
      },
    }));
    await store().outbox.enqueue(
      { key: `nudges:${memberId}:${day}`, recipient: memberId, message, createdAt: now },
      suggestions,
    );
  }

  async function post() {
    expect(await deliverDue(delivery())).toEqual({ posted: 1 });
    return peer.waitFor(({ method }) => method === "chat.postMessage");
  }

  /** The posted message as it is drawn anew, once nothing can be on its way any more. */
  async function redrawn() {
    now = new Date(now.getTime() + 11_000);
    peer.clear();
    expect(await redrawDue(delivery())).toEqual({ redrawn: 1 });
    const { body } = await peer.waitFor(({ method }) => method === "chat.update");
    expect(await redrawDue(delivery())).toEqual({});
    return { text: JSON.stringify(body.blocks), rows: rowsOf(body) };
  }
  const rowsOf = (body: Sent["body"]) =>
    body.blocks.filter((block: { type: string }) => block.type === "actions").length;
  const statuses = async () => {
    const { rows } = await database().pool.query(
      "SELECT status FROM suggestions WHERE kind = 'nudge' ORDER BY customer_id",
    );
    return rows.map(({ status }) => status);
  };
  /** What somebody is told beside the message. */
  const told = (text: string) => peer.waitFor(({ body }) => String(body.text).includes(text));
  const openedForm = async () => (await peer.waitFor(({ method }) => method === "views.open")).body.view;

  it("note that someone reached out, in the place of that customer's buttons alone", async () => {
    const answer = await (await bot.click("ana", nudge, ACTION.nudgeReachedOut)).answer();
    expect(answer.body.replace_original).toBe(true);
    expect(JSON.stringify(answer.body.blocks)).toContain("You reached out (<!date^");
    expect(rowsOf(answer.body)).toBe(1);
    expect(await statuses()).toEqual(["reached_out", "open"]);
    const offer = await peer.waitFor(({ body }) => body.replace_original === false);
    await bot.click("ana", offer, ACTION.logTouch);
    await peer.waitFor(({ method }) => method === "views.open");
  });

  it("keep both answers of two at once, whatever each of them saw of the message", async () => {
    const second = { ...nudge, body: { ...nudge.body, blocks: nudge.body.blocks.slice(3) } };
    await Promise.all([
      bot.click("ana", nudge, ACTION.nudgeReachedOut),
      bot.click("ben", second, ACTION.nudgeReachedOut),
    ]);
    await bot.app.idle(5000);
    expect(await statuses()).toEqual(["reached_out", "reached_out"]);
    const { text, rows } = await redrawn();
    expect(text).toContain("You reached out");
    expect(text).toContain("Ben reached out");
    expect(rows).toBe(0);
  });

  it("show the card and why beside the message, which stays as it is", async () => {
    await bot.click("ana", nudge, ACTION.nudgeCard);
    const card = await peer.waitFor(({ body }) => body.replace_original === false);
    expect(card.body.text).toContain("Acme");
    await bot.click("ana", nudge, ACTION.why);
    expect((await openedForm()).callback_id).toBe(CALLBACK.why);
    expect(peer.sent.some(({ body }) => body.replace_original === true)).toBe(false);
    expect(await statuses()).toEqual(["open", "open"]);
  });

  it("ask why it was not useful, keep that, and say who was first on a second click", async () => {
    await bot.click("ana", nudge, ACTION.nudgeNotUseful);
    const view = await openedForm();
    expect(view.callback_id).toBe(CALLBACK.notUseful);
    const nothing = { [FIELD.whyNot]: { selected_option: null }, [FIELD.whyNotNote]: { value: null } };
    expect(await bot.submit("ana", view, nothing)).toMatchObject({
      errors: { [FIELD.whyNot]: "Choose what was wrong." },
    });
    expect(await statuses()).toEqual(["open", "open"]);
    const answer = { selected_option: { value: "already-handled" } };
    const chosen = { [FIELD.whyNot]: answer, [FIELD.whyNotNote]: { value: " called  " } };
    await bot.submit("ana", view, chosen, "V-once");
    await bot.submit("ana", view, chosen, "V-once");
    const shown = await told("You marked this as not useful: already handled");
    expect(shown.body.replace_original).toBe(true);
    const { rows } = await database().pool.query(
      "SELECT why_not, why_not_note, settled_by FROM suggestions WHERE status = 'not_useful'",
    );
    expect(rows).toEqual([
      { why_not: "already-handled", why_not_note: "called", settled_by: peer.userId("ana") },
    ]);
    now = new Date("2026-12-09T11:00:00Z");
    await bot.click("ben", nudge, ACTION.nudgeReachedOut);
    await told("marked this as not useful 2 h ago.");
    await bot.click("ana", nudge, ACTION.nudgeNotUseful);
    await told("You marked this as not useful 2 h ago.");
    expect(await statuses()).toEqual(["not_useful", "open"]);
  });

  it("snooze the customer through the same form, and end that again", async () => {
    await bot.click("ana", nudge, ACTION.nudgeSnooze);
    const view = await openedForm();
    const week = {
      [FIELD.snoozeFor]: { selected_option: { value: "7" } },
      [FIELD.snoozeUntil]: { selected_date: null },
    };
    await bot.submit("ana", view, week);
    const line = await told("Snoozed until 16 Dec");
    expect(line.body.replace_original).toBe(false);
    expect(await statuses()).toEqual(["snoozed", "open"]);
    expect((await redrawn()).text).toContain("You snoozed this customer");
    await bot.click("ana", line, ACTION.endSnooze);
    await told("The snooze has ended");
    await bot.click("ana", line, ACTION.endSnooze);
    await told("This customer is not snoozed any more.");
  });

  it("tell the owner what a colleague did, who sees it in the form and can end it", async () => {
    await bot.click("ben", nudge, ACTION.nudgeSnooze);
    const week = { [FIELD.snoozeFor]: { selected_option: { value: "7" } } };
    await bot.submit("ben", await openedForm(), week);
    await bot.app.idle(5000);
    peer.clear();
    const note = await post();
    expect(note.body.text).toContain(
      `<@${peer.userId("ben")}> snoozed *Acme*, one of your accounts, until 16 Dec`,
    );
    now = new Date(now.getTime() + 60_000);
    peer.clear();
    await bot.click("ana", note, ACTION.nudgeCard);
    const card = await peer.waitFor(({ body }) => JSON.stringify(body).includes("End the snooze: Acme"));
    await bot.click("ana", card, ACTION.snooze);
    const view = await openedForm();
    expect(JSON.stringify(view)).toContain("Ben has snoozed this customer until 16 Dec.");
    await bot.submit("ana", view, { [FIELD.snoozeFor]: { selected_option: { value: "end" } } });
    await peer.waitFor(({ body }) => JSON.stringify(body).includes("The snooze has ended"));
    const { rows } = await database().pool.query("SELECT snoozed_until FROM customers WHERE name = 'Acme'");
    expect(rows).toEqual([{ snoozed_until: null }]);
    // Nobody is told what they did themselves.
    expect(await deliverDue(delivery())).toEqual({});
  });

  it("close when a newer one speaks of the customer, and count no contact of another day", async () => {
    now = new Date("2026-12-14T08:00:00Z");
    await plan("2026-12-14", customers.slice(0, 1));
    await post();
    const { text, rows } = await redrawn();
    expect(text).toContain("a newer reminder speaks of this customer");
    expect(rows).toBe(1);
    await bot.click("ana", nudge, ACTION.nudgeReachedOut);
    const line = await told("This reminder is from 9 Dec and closed");
    expect(await store().suggestions.find(keyOf(customers[0]))).toMatchObject({
      status: "closed",
      settledBy: null,
    });
    expect(await store().suggestions.find(keyOf(customers[0], "2026-12-14"))).toMatchObject({
      status: "open",
    });
    await bot.click("ana", line, ACTION.logTouch);
    expect((await openedForm()).callback_id).toBe(CALLBACK.logTouch);
  });

  it("close after a week, and stay as they are where the message was deleted", async () => {
    now = new Date("2026-12-16T08:00:00Z");
    // Before anything closed it: too old all the same.
    await bot.click("ana", nudge, ACTION.nudgeNotUseful);
    await told("This reminder is from 9 Dec and closed");
    expect(await statuses()).toEqual(["open", "open"]);
    expect(await store().suggestions.closeOld(nudgesOverSince(now), now)).toBe(2);
    const { text, rows } = await redrawn();
    expect(text).toContain("nobody answered within 7 days");
    expect(rows).toBe(0);
    await database().pool.query("UPDATE outbox SET redraw_at = $1, ts = '1.000001'", [now]);
    expect(await redrawDue(delivery())).toEqual({ left: 1 });
    expect(await redrawDue(delivery())).toEqual({});
  });
});
