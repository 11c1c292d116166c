import { beforeEach, expect, it } from "vitest";
import { ACTION, CALLBACK, FIELD } from "../../src/slack/ids.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import type { SlackBot } from "../support/slack-bot.ts";
import type { Sent, SlackPeer } from "../support/slack-peer.ts";
import { withBotInSlack } from "../support/slack-suite.ts";

const now = new Date("2026-12-09T09:00:00Z");

describeOnOneDatabase("events in Slack", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  const shown = (message: Sent) => JSON.stringify(message.body);
  withBotInSlack(
    database,
    () => now,
    (...both) => {
      [peer, bot] = both;
    },
  );
  beforeEach(async () => {
    peer.clear();
    const id = await addCustomer(database(), { name: "華光", ownerEmail: "ana@example.com" });
    await database().pool.query("UPDATE customers SET segment = 'Retail' WHERE id = $1", [id]);
  });
  const form = async (list: Sent) => {
    await bot.click("mia", list, ACTION.eventAdd);
    return peer.waitFor(({ body }) => body.view?.callback_id === CALLBACK.addEvent);
  };
  const filled = (given: { name?: string; day?: string; to?: string; which?: string | null }) => ({
    [FIELD.eventName]: { value: given.name ?? "开放日 <!channel>" },
    [FIELD.eventDay]: { selected_date: given.day ?? "2026-12-20" },
    [FIELD.eventPlace]: { value: "https://a.example" },
    [FIELD.eventFor]: { selected_option: { value: given.to ?? "segment" } },
    [FIELD.eventWhich]: { value: given.which === undefined ? "retail" : given.which },
  });

  it("say how to begin: to a rep whom to ask, to a manager with a button", async () => {
    const rep = shown(await bot.type("ana", "events"));
    expect(rep).toContain("Ask a manager");
    expect(rep).not.toContain(ACTION.eventAdd);
    const manager = shown(await bot.type("mia", "events"));
    expect(manager).toContain("from 14 to 3 days before");
    expect(manager).toContain(ACTION.eventAdd);
  });

  it("are added in a form, shown with how many customers they are for, and removed", async () => {
    const { body } = await form(await bot.type("mia", "events"));
    const wrong = await bot.submit("mia", body.view, filled({ day: "2026-12-08", which: null }));
    expect(wrong?.errors).toEqual({
      [FIELD.eventDay]: "That day has passed.",
      [FIELD.eventWhich]: "Say which one, as your files name it.",
    });
    expect((await bot.submit("mia", body.view, filled({})))?.errors).toBeUndefined();
    const list = await peer.waitFor((entry) => shown(entry).includes("Added: "));
    expect(list.body).toMatchObject({ replace_original: true });
    expect(shown(list)).toContain("1 customer");
    expect(shown(list)).toContain("for the segment “retail”");
    // What a screen reader says is plain text.
    expect(shown(list).replaceAll(/"accessibility_label":"[^"]*"/g, "")).not.toContain("<!channel>");
    const asRep = shown(await bot.type("ana", "event"));
    expect(asRep).toContain("开放日");
    expect(asRep).not.toContain(ACTION.eventRemove);
    const again = await bot.type("mia", "events");
    const { rows } = await database().pool.query("SELECT id FROM events");
    const removed = await (await bot.click("mia", again, `${ACTION.eventRemove}:${rows[0].id}`)).answer();
    expect(shown(removed)).toContain("Removed: ");
    expect(shown(removed)).toContain("No event is planned");
    const twice = await (await bot.click("mia", again, `${ACTION.eventRemove}:${rows[0].id}`)).answer();
    expect(shown(twice)).toContain("had been removed already");
  });

  it("say so where nobody fits, and where they are there already", async () => {
    const { body } = await form(await bot.type("mia", "events"));
    await bot.submit("mia", body.view, filled({ which: "Retial" }));
    const list = await peer.waitFor((entry) => shown(entry).includes("No customer fits"));
    expect(shown(list)).toContain("nobody at present");
    await bot.submit("mia", body.view, filled({}));
    const known = await peer.waitFor((entry) => shown(entry).includes("is planned on that day already"));
    expect(shown(known)).toContain("1 event planned");
  });
});
