import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import { slackPoster } from "../../src/delivery/slack-poster.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { createStore } from "../../src/store/store.ts";
import { PSEUDO_LOCALE } from "../../src/words/locale.ts";
import { reportMissingWordsTo } from "../../src/words/missing-words.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";
import { type SlackBot, startSlackBot } from "../support/slack-bot.ts";
import { BOT_TOKEN, type Sent, type SlackPeer, startSlackPeer } from "../support/slack-peer.ts";

// Monday, ten in the morning in Berlin.
const now = new Date("2026-11-23T09:00:00Z");
const quietLog = { info: () => {}, warn: () => {}, error: () => {} };
const NAMES = /Acme|Bolt|Ana|Ben|Europe\/Berlin|test/g;

describeOnOneDatabase("who reads in another language", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  beforeAll(async () => {
    peer = await startSlackPeer({
      people: {
        ana: { name: "Ana", email: "ana@us.example", account: { locale: PSEUDO_LOCALE } },
        ben: { name: "Ben", email: "ben@us.example", account: { locale: "en-GB" } },
      },
      channels: { sales: {}, pseudo: {}, english: {} },
    });
    bot = await startSlackBot(database(), peer, () => now);
  });
  afterAll(async () => {
    await bot.app.stop(5_000);
    await peer.close();
  });

  // What was acknowledged is finished before the next test empties the tables.
  afterEach(async () => expect(await bot.app.idle(5_000)).toBe(true));

  beforeEach(async () => {
    peer.clear();
    const rows = fileRows(database());
    const model = await rows.model();
    for (const [name, owner] of [
      ["Acme", "ana"],
      ["Bolt", "ben"],
    ] as const) {
      const id = await addCustomer(database(), {
        name,
        externalId: `${name}-1`,
        ownerEmail: `${owner}@us.example`,
      });
      await rows.order(id, "2026-10-06T10:00:00Z", 1_234_500);
      await rows.score(id, "2026-11-23T03:00:00Z", 0.87, model, [
        { feature: "daysSinceLastPurchase", value: 48, typical: 20, contribution: 1.5 },
      ]);
    }
  });

  const bound = () =>
    bindFlows({
      ...createStore(database()),
      model: NO_MODEL,
      clock: () => now,
      clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
      timeZone: "UTC",
    });
  const deliver = () =>
    deliverDue({
      ...createStore(database()),
      poster: slackPoster({ token: BOT_TOKEN, slackApiUrl: peer.apiUrl }),
      whyNotPost: async () => null,
      clock: () => now,
      log: quietLog,
    });
  const posts = () => peer.sent.filter(({ method }) => method === "chat.postMessage");
  const about = (sent: readonly Sent[], word: string) => {
    const found = sent.find(({ body }) => JSON.stringify(body).includes(word));
    if (found === undefined) throw new Error(`Nothing about ${word}.`);
    return found;
  };

  it("gets the card, others in English, from the same rows", async () => {
    const [ana, ben] = [await bot.type("ana", "acme"), await bot.type("ben", "acme")];
    expect(untranslated(ana.body.blocks)).toEqual([]);
    expect(textsIn(ben.body.blocks).join(" ")).toMatch(/87 %\*? risk of [a-z ]+ in 90 days/);
    expect(textsIn(ben.body.blocks).join(" ")).not.toMatch(/~|ñ/);
    expect(peer.problems).toEqual([]);
  });

  it("gets the nudge and the digest, others in English", async () => {
    await bot.type("ana", "acme");
    await bot.type("ben", "acme");
    peer.clear();
    for (const [name, locale] of [
      ["pseudo", PSEUDO_LOCALE],
      ["english", "en"],
    ] as const)
      await database().pool.query(
        `INSERT INTO channel_settings (channel_id, digest, cost_summary, alerts, time_zone, locale, set_by, updated_at)
         VALUES ($1, true, false, false, 'UTC', $2, 'U1', now())`,
        [peer.channelId(name), locale],
      );
    await bound().planNudges({ timeZone: "UTC", day: "2026-11-23" });
    await bound().sendDigest({ timeZone: "UTC", week: "2026-W47" });
    while (Object.keys(await deliver()).length > 0);

    const [nudges, digests] = [
      posts().filter(({ body }) => body.channel.startsWith("D")),
      posts().filter(({ body }) => !body.channel.startsWith("D")),
    ];
    const pseudo = (sent: readonly Sent[], word: string) => {
      const { blocks, text } = about(sent, word).body;
      expect(untranslated([blocks, { text }])).toEqual([]);
    };
    pseudo(nudges, "Acme");
    expect(about(nudges, "Bolt").body.text).toMatch(/^1 customer to contact today: Bolt – .* → /);
    pseudo(digests, peer.channelId("pseudo"));
    expect(about(digests, peer.channelId("english")).body.text).toMatch(/^Customer digest, week 47/);
    expect(peer.problems).toEqual([]);
  });

  it("gets Home, others in English", async () => {
    for (const [person, isPseudo] of [
      ["ana", true],
      ["ben", false],
    ] as const) {
      await bot.send.event({
        type: "event_callback",
        event_id: `E-${person}`,
        team_id: "T000000001",
        event: { type: "app_home_opened", user: peer.userId(person), tab: "home", channel: "D1" },
      });
      const published = await peer.waitFor(
        ({ method, body }) => method === "views.publish" && body.user_id === peer.userId(person),
      );
      const { blocks } = published.body.view;
      if (isPseudo) expect(untranslated(blocks)).toEqual([]);
      else expect(textsIn(blocks).join(" ")).toMatch(/risk/);
    }
    expect(peer.problems).toEqual([]);
  });

  it("sees the card also where a newer version has written to it", async () => {
    reportMissingWordsTo(() => {});
    await database().pool.query(
      `UPDATE scores SET probability = NULL, reasons = '[]', silence = '{"code": "no-score.astral", "parameters": {}}'`,
    );
    const card = textsIn((await bot.type("ben", "acme")).body.blocks)
      .join(" ")
      .replaceAll("\u200b", "");
    expect(card).toContain("A newer version of Mainstay wrote this: no-score.astral");
    expect(card).toContain("Acme");
    expect(bot.logged).toEqual([]);
  });
});

/** Every text that somebody reads. */
function textsIn(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  const own = "text" in node && typeof node.text === "string" ? [node.text] : [];
  return [...own, ...Object.values(node).flatMap(textsIn)];
}

/** Words of plain English that are left: their vowels would be accented, had they gone through the words. */
function untranslated(node: unknown): string[] {
  return textsIn(node)
    .map((text) => text.replaceAll(/`[^`]*`|<[^>]*>|\d+ [A-Z][a-z]{2,3}\b/g, " ").replaceAll(NAMES, " "))
    .flatMap((text) => text.match(/(?<![\p{L}~])(?=\p{L}*[aeiou])[A-Za-z]{3,}(?!\p{L})/gu) ?? []);
}
