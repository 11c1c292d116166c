import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { asWritten } from "../../src/domain/phrase.ts";
import { nudgeBlocks, nudgeText } from "../../src/slack/blocks/messages/nudge.ts";
import { ACTION, FIELD } from "../../src/slack/ids.ts";
import { suggestionStore } from "../../src/store/outreach/suggestions.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { type SlackBot, startSlackBot } from "../support/slack-bot.ts";
import { type Sent, type SlackPeer, startSlackPeer } from "../support/slack-peer.ts";

describeOnEachDatabase("a nudge's buttons", (database) => {
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
    now = new Date("2026-12-09T09:00:00Z");
    const items = await Promise.all(["Acme", "Beta"].map(suggest));
    const message = {
      kind: "nudge" as const,
      memberId: peer.userId("ana"),
      day: "2026-12-09",
      createdAt: sentAt.toISOString(),
      basis: null,
      items,
      overBudget: 0,
    };
    const body = { text: nudgeText(message, "en"), blocks: nudgeBlocks(message, "en") };
    nudge = { method: "chat.postMessage", body, responseUrl: null };
  });

  async function suggest(name: string) {
    const customerId = await addCustomer(database(), { name });
    const suggestionKey = `nudge:${customerId}:2026-12-09`;
    const told = {
      action: asWritten("Get in touch"),
      reason: asWritten("Silent for 48 days"),
      probability: 0.7,
    };
    await suggestionStore(database()).record([
      {
        ...told,
        kind: "nudge",
        key: suggestionKey,
        customerId,
        memberId: null,
        playbook: "follow-up",
        createdAt: sentAt,
      },
    ]);
    return { ...told, suggestionKey, customerId, name };
  }
  const statuses = async () => {
    const { rows } = await database().pool.query("SELECT key, status FROM suggestions ORDER BY customer_id");
    return rows.map(({ status }) => status);
  };

  it("note that someone reached out, in the place of that customer's buttons alone", async () => {
    const answer = await (await bot.click("ana", nudge, ACTION.nudgeReachedOut)).answer();
    expect(answer.body.replace_original).toBe(true);
    expect(JSON.stringify(answer.body.blocks)).toContain("You reached out to this customer just now.");
    const left = answer.body.blocks.filter((block: { type: string }) => block.type === "actions");
    expect(left).toHaveLength(1);
    expect((await statuses()).toSorted()).toEqual(["open", "reached_out"]);
    const offer = await peer.waitFor(({ body }) => body.replace_original === false);
    await bot.click("ana", offer, ACTION.logTouch);
    await peer.waitFor(({ method }) => method === "views.open");
  });

  it("say who was first on a second click, and keep the first answer", async () => {
    await (await bot.click("ana", nudge, ACTION.nudgeNotUseful)).answer();
    now = new Date("2026-12-09T11:00:00Z");
    const second = await (await bot.click("ben", nudge, ACTION.nudgeReachedOut)).answer();
    expect(JSON.stringify(second.body.blocks)).toContain("marked this as not useful 2 h ago.");
    expect((await statuses()).toSorted()).toEqual(["not_useful", "open"]);
  });

  it("snooze the customer through the same form", async () => {
    await bot.click("ana", nudge, ACTION.nudgeSnooze);
    const { view } = (await peer.waitFor(({ method }) => method === "views.open")).body;
    await bot.submit("ana", view, {
      [FIELD.snoozeFor]: { selected_option: { value: "7" } },
      [FIELD.snoozeUntil]: { selected_date: null },
    });
    const told = await peer.waitFor(({ body }) => body.text?.startsWith("Snoozed until 16 Dec"));
    expect(told.body.replace_original).toBe(false);
    expect((await statuses()).toSorted()).toEqual(["open", "snoozed"]);
  });
});
