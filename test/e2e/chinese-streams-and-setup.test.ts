import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import { slackPoster } from "../../src/delivery/slack-poster.ts";
import { MEMBER_LIST_JOB } from "../../src/domain/customers/member-list.ts";
import { ACTION } from "../../src/slack/ids.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer, addModel, addOrder, addScore } from "../support/customer-rows.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { latinLeftIn } from "../support/latin-left.ts";
import { type SlackBot, startSlackBot } from "../support/slack-bot.ts";
import { BOT_TOKEN, type Sent, type SlackPeer, startSlackPeer, TEAM_ID } from "../support/slack-peer.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const log = { info: () => {}, warn: () => {}, error: () => {} };

/** Every text of a message that somebody reads: of its blocks, and of the task that stands above a streamed answer. */
function textsIn(node: unknown): string[] {
  if (typeof node === "string" || typeof node !== "object" || node === null) return [];
  const own = ["text", "title", "output"].flatMap((key) => {
    const value = (node as Record<string, unknown>)[key];
    return typeof value === "string" ? [value] : [];
  });
  return [...own, ...Object.values(node).flatMap(textsIn)];
}
const englishIn = (node: unknown): string[] =>
  textsIn(node).flatMap((text) => latinLeftIn(text.replaceAll(/Ana|ana@us|gone@us/g, " ")));

describeOnOneDatabase("whoever reads Chinese", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  beforeAll(async () => {
    peer = await startSlackPeer({
      people: {
        ana: { name: "Ana", email: "ana@us.example" },
        mei: { name: "林美", email: "mei@us.example", admin: true, account: { locale: "zh-TW" } },
        li: { name: "李雷", email: "li@us.example", admin: true, account: { locale: "zh-CN" } },
      },
      channels: { sales: {} },
    });
    bot = await startSlackBot(database(), peer, () => NOW);
  });
  afterAll(async () => {
    await bot.app.stop(5_000);
    await peer.close();
  });
  afterEach(async () => {
    expect(await bot.app.idle(5_000)).toBe(true);
    peer.takeStreams(false);
    expect(peer.problems).toEqual([]);
    expect(bot.logged).toEqual([]);
  });

  const deliver = () =>
    deliverDue({
      ...createStore(database()),
      poster: slackPoster({ token: BOT_TOKEN, slackApiUrl: peer.apiUrl }),
      whyNotPost: async () => null,
      clock: () => NOW,
      log,
    });
  let events = 0;
  const send = async (person: string, event: object) => {
    const body = { type: "event_callback", team_id: TEAM_ID, event_id: `EvZ${++events}` };
    await bot.send.event({ ...body, event: { user: peer.userId(person), channel: "D0ZH", ...event } });
    await expect.poll(() => bot.app.idle(5000), { interval: 5, timeout: 20_000 }).toBe(true);
  };

  beforeEach(async () => {
    peer.clear();
    await database().pool.query("INSERT INTO workspace_setup (id) VALUES (1)");
    const modelId = await addModel(database());
    for (const [name, ownerEmail] of [
      ["Acme", "ana@us.example"],
      ["Globex", "gone@us.example"],
    ] as const) {
      const id = await addCustomer(database(), { name, ownerEmail });
      await addOrder(database(), id, "2026-11-20T10:00:00Z", 123_400);
      await addScore(database(), id, { asOf: "2026-12-01T12:00:00Z", probability: 0.3, modelId });
      const reasons = [{ feature: "daysSinceLastPurchase", value: 19, typical: 9, contribution: 1 }];
      await addScore(database(), id, { asOf: "2026-12-09T12:00:00Z", probability: 0.62, modelId, reasons });
    }
  });

  it.each([
    ["mei", "查詢中", ["客戶留存率是多少？", "誰的風險變動最大？", "這週週報", "門檻改成 60% 會怎樣？"]],
    ["li", "查找中", ["客户留存率是多少？", "谁的风险变动最大？", "这周周报", "阈值改成 60% 会怎样？"]],
  ] as const)(
    "%s gets streamed answers without a word of English, their steps included",
    async (person, working, asked) => {
      peer.takeStreams(true);
      for (const text of asked) {
        peer.clear();
        await send(person, { type: "message", text, ts: `1796824800.${String(events).padStart(6, "0")}` });
        await peer.waitFor(({ method }) => /stopStream|postMessage/.test(method));
        const streamed = peer.sent.filter(({ method }) => method.endsWith("Stream")).map(({ body }) => body);
        expect([text, streamed.length, englishIn(streamed)]).toEqual([text, 2, []]);
        expect(textsIn(streamed[0])).toEqual([working]);
      }
    },
  );

  it.each(["mei", "li"])(
    "%s sets the bot up, from the offer to the first post, in Chinese",
    async (person) => {
      const seen: Sent[] = [];
      const shown = (sent: Sent) => {
        seen.push(sent);
        return sent;
      };
      await send(person, { type: "app_home_opened", tab: "home" });
      await deliver();
      shown(await peer.waitFor(({ method }) => method === "chat.postMessage"));
      const { jobRuns, members, workspaceSetup } = createStore(database());
      const claim = await jobRuns.claim({ job: MEMBER_LIST_JOB, period: "today" }, NOW, NOW, 3);
      await jobRuns.finish(claim!, "done", {}, NOW);
      await members.save(
        {
          ...{ slackUserId: peer.userId("ana"), name: "Ana", email: "ana@us.example", role: "rep" },
          ...{ timeZone: "UTC", account: "member", roleRule: "administers" },
        } as Parameters<typeof members.save>[0],
        NOW,
      );
      const setup = shown(await bot.type(person, person === "mei" ? "初始設定" : "初始设置"));
      shown(await (await bot.click(person, setup, ACTION.setupOwners)).answer());
      peer.clear();
      shown(await (await bot.click(person, setup, ACTION.setupDigest)).answer());
      const dryRun = shown(
        await peer.waitFor(({ body }) => JSON.stringify(body).includes(ACTION.setupStart)),
      );
      shown(await (await bot.click(person, dryRun, ACTION.setupStart)).answer());
      expect(await workspaceSetup.posts()).toBe(true);
      const done = shown(await bot.type(person, "setup"));
      shown(await (await bot.click(person, done, ACTION.setupStop)).answer());
      expect(await workspaceSetup.posts()).toBe(false);
      shown(await (await bot.click(person, setup, ACTION.setupNotNow)).answer());
      expect(seen).toHaveLength(9);
      for (const { body } of seen) expect([body.text, englishIn(body)]).toEqual([body.text, []]);
    },
  );
});
