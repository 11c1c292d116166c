import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import { slackPoster } from "../../src/delivery/slack-poster.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { ACTION } from "../../src/slack/ids.ts";
import { createStore } from "../../src/store/store.ts";
import { PSEUDO_LOCALE } from "../../src/words/locale.ts";
import { reportMissingWordsTo } from "../../src/words/missing-words.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { latinLeftIn } from "../support/latin-left.ts";
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
        mei: { name: "林美", email: "mei@us.example", admin: true, account: { locale: "zh-TW" } },
        li: { name: "李雷", email: "li@us.example", admin: true, account: { locale: "zh-CN" } },
      },
      channels: { sales: {}, pseudo: {}, english: {}, chinese: {} },
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
      ["chinese", "zh-Hant"],
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
    const chinese = about(digests, peer.channelId("chinese")).body;
    expect(chinese.text).toMatch(/^客戶週報，第 47 週（2026年11月16日至 2026年11月22日）/u);
    expect(englishIn([chinese.blocks, { text: chinese.text }])).toEqual([]);
    expect(peer.problems).toEqual([]);
  });

  const homeOf = async (person: string): Promise<Sent> => {
    await bot.send.event({
      type: "event_callback",
      event_id: `E-${person}`,
      team_id: "T000000001",
      event: { type: "app_home_opened", user: peer.userId(person), tab: "home", channel: "D1" },
    });
    return peer.waitFor(
      ({ method, body }) => method === "views.publish" && body.user_id === peer.userId(person),
    );
  };

  it("gets Home, others in English", async () => {
    for (const [person, isPseudo] of [
      ["ana", true],
      ["ben", false],
    ] as const) {
      const { blocks } = (await homeOf(person)).body.view;
      if (isPseudo) expect(untranslated(blocks)).toEqual([]);
      else expect(textsIn(blocks).join(" ")).toMatch(/risk/);
    }
    expect(peer.problems).toEqual([]);
  });

  it.each(["mei", "li"])("gets Home in Chinese with all of it: %s", async (person) => {
    await bot.type(person, "acme");
    await database().pool.query("UPDATE members SET role = 'operations', role_set_at = $1", [now]);
    await fileRows(database()).model();
    const { body } = await homeOf(person);
    expect(textsIn(body.view).join(" ")).toMatch(/营运|運營|營運|运营/u);
    expect(englishIn(body.view)).toEqual([]);
    expect(peer.problems).toEqual([]);
  });

  /** What the bot shows to what somebody types: a message, or a form. */
  const shownFor = async (person: string, text: string) => {
    const responseUrl = peer.responseUrl();
    const at = new URL(responseUrl).pathname;
    await bot.send.form({
      ...{ command: "/customer", text, team_id: "T000000001", response_url: responseUrl },
      ...{ user_id: peer.userId(person), channel_id: peer.channelId("sales") },
      trigger_id: await peer.triggerId(peer.userId(person)),
    });
    const isAnswer = ({ method, responseUrl: to }: Sent) => to === at || method === "views.open";
    return peer.waitFor(isAnswer);
  };

  it.each([
    ["mei", "zh-Hant"],
    ["li", "zh-Hans"],
  ] as const)("%s finds no English on any surface in %s", async (person, locale) => {
    const left: string[] = [];
    for (const text of TYPED) {
      peer.clear();
      const { body } = await shownFor(person, text);
      left.push(...englishIn(body).map((word) => `${text}: ${word}`));
    }
    for (const action of [ACTION.logTouch, ACTION.snooze, ACTION.why, ACTION.share]) {
      peer.clear();
      await bot.click(person, await bot.type(person, "acme"), action);
      const form = await peer.waitFor(({ method }) => method === "views.open");
      left.push(...englishIn(form.body.view).map((word) => `${action}: ${word}`));
    }
    expect(left).toEqual([]);
    expect(locale === "zh-Hant").toBe(person === "mei");
    expect(peer.problems).toEqual([]);
  });

  it("types commands in Chinese", async () => {
    const answers = async (person: string, text: string) => (await bot.type(person, text)).body.text;
    expect(await answers("mei", "說明")).toMatch(/^\/customer 的用法/u);
    expect(await answers("li", "帮助")).toMatch(/^\/customer 的用法/u);
    expect(await answers("mei", "風險 團隊")).toContain("Acme");
    expect(await answers("li", "风险")).toContain("Acme");
    expect(await answers("li", "Acme 历史")).toContain("Acme");
    expect(await answers("mei", "Acme歷史")).toContain("Acme");
    // Whoever names a customer means that customer's risk.
    expect(await answers("mei", "風險 Acme")).toMatch(/^Acme：/u);
    expect(await answers("ben", "at-risk acme")).toMatch(/^Acme: /);
    // In the reader's own language, whichever one the command is typed in.
    expect(await answers("ben", "風險")).toMatch(/^My customers at high risk/);
  });

  it("sets the language of a channel, which its digest is in", async () => {
    const type = async (text: string) => (await bot.type("mei", text, "english")).body.text;
    await type("頻道 開啟 週報");
    expect(await type("頻道 語言 简体中文")).toContain("简体中文");
    expect(await type("channel language Klingon")).toContain("「Klingon」");
    const rows = await database().pool.query(
      "SELECT digest, locale FROM channel_settings WHERE channel_id = $1",
      [peer.channelId("english")],
    );
    expect(rows.rows).toEqual([{ digest: true, locale: "zh-Hans" }]);
    const noted = await database().pool.query(
      "SELECT details FROM audit_events WHERE action = 'channel.changed' ORDER BY id",
    );
    expect(noted.rows.map(({ details }) => details)).toEqual([
      { channel: peer.channelId("english"), topic: "digest", on: true },
      { channel: peer.channelId("english"), language: "zh-Hans" },
    ]);
    expect((await bot.type("ana", "channel language English", "english")).body.text).not.toContain("English");
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

/** What a person may type, each another surface. */
const TYPED = [
  ...["help", "acme", "acm", "nobody like that", "at-risk", "at-risk team", "at-risk Nowhere", "acme cost"],
  ...["acme history", "acme feedback", "acme products", "acme points", "acme override", "overrides"],
  ...["acme quiet", "do-not-disturb", "why-silent acme", "drafts", "playbooks", "playbooks settings"],
  ...[
    "threshold 60%",
    "threshold much",
    "nudges",
    "nudges team",
    "acme snooze",
    "acme snooze later",
    "costs",
  ],
  ...["costs 2026-10 by owner", "costs fortnight", "cost add acme", "segments", "segments by rfm"],
  ...["segments by colour", "mentions", "advocates", "events", "duplicates", "channel"],
  ...["channel language", "channel on digest", "channel off digest", "help costs"],
] as const;

/** English that is left on a Chinese surface, but for what somebody typed or is called. */
function englishIn(node: unknown): string[] {
  const ours = /Acme|Bolt|Ana|Ben|acme|nobody like that|Nowhere|fortnight|colour|much|later|[「“]test[」”]/g;
  return textsIn(node).flatMap((text) => latinLeftIn(text.replaceAll(ours, " ")));
}

/** Days and weekdays are written by `Intl`, which has no pseudo-locale; commands and links are as they are. */
const BY_INTL = /`[^`]*`|<[^>]*>|\d+ [A-Z][a-z]{2,3}\b|[A-Z][a-z]{2}–[A-Z][a-z]{2}\b/g;

/** Words of plain English that are left: their vowels would be accented, had they gone through the words. */
function untranslated(node: unknown): string[] {
  return textsIn(node)
    .map((text) => text.replaceAll(BY_INTL, " ").replaceAll(NAMES, " "))
    .flatMap((text) => text.match(/(?<![\p{L}~])(?=\p{L}*[aeiou])[A-Za-z]{3,}(?!\p{L})/gu) ?? []);
}
