import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CostEntry } from "../../src/domain/costs/cost-entry.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { percentPhrase } from "../../src/slack/blocks/risk/risk-words.ts";
import { ACTION } from "../../src/slack/ids.ts";
import { createStore } from "../../src/store/store.ts";
import { moneyText } from "../../src/words/money.ts";
import { textOf } from "../../src/words/text.ts";
import { costEntries } from "../support/cost-entries.ts";
import { addCustomer, addModel, addOrder, addScore } from "../support/customer-rows.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { type SlackBot, startSlackBot } from "../support/slack-bot.ts";
import { type Sent, type SlackPeer, startSlackPeer, TEAM_ID } from "../support/slack-peer.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const CLV = { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null };

/** Every figure an answer may give, as the store has it; by customer, or of all. */
type Figures = Readonly<Record<string, string>>;

type Asked = {
  /** Ana owns Acme and Globex, Ben the others, Mia steers. */
  readonly by?: "ana" | "ben" | "mia" | "guest";
  /** What was asked just before, in the same conversation. */
  readonly after?: readonly string[];
  readonly text: string;
  readonly in?: "direct" | "sales" | "partners";
  /** Names of figures, and texts in slashes. */
  readonly shows: ReadonlyArray<string | RegExp>;
  /** Besides what no answer may show. */
  readonly hides?: ReadonlyArray<string | RegExp>;
  /** About which customers it may speak; left out: about any. */
  readonly about?: readonly string[];
};

const UNKNOWN = /I did not understand/;
const ACME = ["Acme"];

const ENGLISH: readonly Asked[] = [
  { text: "Hi Mainstay, how is Acme doing today?", shows: ["acme risk", "acme monthly"], about: ACME },
  { text: "How’s Acmee getting on, please?", shows: ["acme risk"], about: ACME },
  { by: "ben", text: "how is ＡＣＭＥ？", shows: ["acme risk"], hides: ["acme monthly"], about: ACME },
  { text: "Could you tell me why Acme is at risk?", shows: ["acme risk", /open/], about: ACME },
  {
    text: "Since when is Acme at risk?",
    shows: ["acme risk", "acme before", "acme high since"],
    about: ACME,
  },
  { after: ["how is Acme?"], text: "why?", shows: ["acme risk", /Because|reasons|open/i], about: ACME },
  { after: ["why is Acme at risk"], text: "and Globex?", shows: ["globex risk"], about: ["Globex"] },
  { after: ["how is Acme?"], text: "what would help?", shows: ["acme risk", "acme lever"], about: ACME },
  { text: "What should I do about Acme?", shows: ["acme risk", "acme lever"], about: ACME },
  { by: "mia", text: "Who is about to leave?", shows: ["acme risk", "initech risk", "beijing risk"] },
  {
    text: "Which of my customers are at risk?",
    shows: ["acme risk"],
    hides: ["initech risk", "beijing risk"],
  },
  { text: "Whose risk moved most this week?", shows: ["beijing before", "beijing risk", "initech before"] },
  { by: "mia", text: "threshold 60%", shows: ["stand at 60"] },
  { text: "Can you show me the history of Acme?", shows: [/Acme/], about: ACME },
  { text: "What does Acme cost us?", shows: ["acme cost"], about: ACME },
  { by: "ben", text: "What does Acme cost us?", shows: [/Only the account owner/], hides: ["acme cost"] },
  { text: "What's Acme worth to us?", shows: ["acme revenue"], about: ACME },
  { by: "mia", text: "What was our retention rate last month?", shows: ["retention"] },
  {
    text: "How is Vandelay?",
    shows: [/Which customer/, /Vandelay North/, /Vandelay South/],
    hides: [/\d+ %/],
  },
  { text: "What will the weather be like in Berlin on Friday?", shows: [UNKNOWN], hides: [/\d+ %/] },
];

const TRADITIONAL: readonly Asked[] = [
  { text: "你好，請問 Acme 最近怎麼樣？", shows: ["acme risk", "acme monthly"], about: ACME },
  { text: "幫我看一下 Acmee 的情況，謝謝", shows: ["acme risk"], about: ACME },
  { by: "ben", text: "ＡＣＭＥ現在怎樣？", shows: ["acme risk"], hides: ["acme monthly"], about: ACME },
  { text: "請問 Acme 為什麼有風險？", shows: ["acme risk"], about: ACME },
  { text: "Acme 從什麼時候開始有風險的？", shows: ["acme before", "acme high since"], about: ACME },
  { after: ["Acme 怎麼樣"], text: "為什麼？", shows: ["acme risk"], about: ACME },
  { after: ["Acme 為什麼有風險"], text: "那 Globex 呢？", shows: ["globex risk"], about: ["Globex"] },
  { after: ["Acme 怎麼樣"], text: "該怎麼辦？", shows: ["acme lever"], about: ACME },
  { text: "怎樣才能留住 Acme？", shows: ["acme lever"], about: ACME },
  { by: "mia", text: "哪些客戶快要流失了？", shows: ["acme risk", "initech risk", "beijing risk"] },
  { text: "我的客戶裡誰有風險？", shows: ["acme risk"], hides: ["initech risk", "beijing risk"] },
  { text: "誰的風險變化最大？", shows: ["beijing before", "beijing risk", "initech before"] },
  { by: "mia", text: "門檻６０％", shows: ["stand at 60"] },
  { text: "請查一下 Acme 的往來記錄", shows: [/Acme/], about: ACME },
  { text: "Acme 的維護成本是多少？", shows: ["acme cost"], about: ACME },
  { by: "ben", text: "Acme 的成本是多少？", shows: [/Only the account owner/], hides: ["acme cost"] },
  { text: "Acme 的終身價值是多少？", shows: ["acme revenue"], about: ACME },
  { by: "mia", text: "上個月的客戶留存率是多少？", shows: ["retention"] },
  { text: "Vandelay 怎麼樣？", shows: [/Which customer/, /Vandelay North/], hides: [/\d+ %/] },
  { text: "明天台北的天氣會不會下雨呢？", shows: [UNKNOWN], hides: [/\d+ %/] },
];

const SIMPLIFIED: readonly Asked[] = [
  { by: "ben", text: "您好，北京贸易最近怎么样？", shows: ["beijing risk"], about: ["北京贸易"] },
  { by: "ben", text: "麻烦查一下北京貿易", shows: ["beijing risk"], about: ["北京贸易"] },
  { text: "请问北京贸易怎么样", shows: ["beijing risk"], hides: ["beijing monthly"], about: ["北京贸易"] },
  { text: "北京贸易为什么风险这么高？", shows: ["beijing risk"], about: ["北京贸易"] },
  { text: "北京贸易什么时候开始有风险的？", shows: ["beijing before"], about: ["北京贸易"] },
  { after: ["北京贸易怎么样"], text: "从什么时候开始？", shows: ["beijing before"], about: ["北京贸易"] },
  { after: ["北京贸易怎么样"], text: "还有Acme呢？", shows: ["acme risk"], about: ACME },
  { after: ["Acme怎么样"], text: "有什么办法能帮上忙？", shows: ["acme lever"], about: ACME },
  { text: "我们该怎么挽留Acme？", shows: ["acme lever"], about: ACME },
  { by: "mia", text: "谁可能会离开？", shows: ["acme risk", "initech risk", "beijing risk"] },
  { by: "ben", text: "看看我的高风险客户", shows: ["initech risk", "beijing risk"], hides: ["acme risk"] },
  { text: "哪个客户的风险上升最多", shows: ["beijing before", "beijing risk"] },
  { by: "mia", text: "如果把阈值设为60%会怎么样？", shows: ["stand at 60"] },
  { text: "Acme最近发生了什么？", shows: [/Acme/], about: ACME },
  { text: "我们在Acme身上花了多少钱？", shows: ["acme cost"], about: ACME },
  { by: "ben", text: "Acme值多少钱？", shows: [/Only the account owner/], hides: ["acme revenue"] },
  { text: "为什么没有提醒我Acme的事", shows: [/Acme/], about: ACME },
  { by: "ana", text: "上个月的流失率是多少？", shows: [/managers and operations/], hides: ["retention"] },
  { text: "Vandelay怎么样？", shows: [/Which customer/, /Vandelay South/], hides: [/\d+ %/] },
  { text: "请帮我写一首关于春天的诗好吗？", shows: [UNKNOWN], hides: [/\d+ %/] },
];

const NAMES = ["Acme", "Globex", "Initech", "北京贸易", "Vandelay North", "Vandelay South"];

describeOnOneDatabase("asking in words", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  let figures: Figures;

  beforeAll(async () => {
    peer = await startSlackPeer({
      people: {
        ana: { name: "Ana", email: "ana@example.com" },
        ben: { name: "Ben", email: "ben@example.com" },
        mia: { name: "Mia", email: "mia@example.com", admin: true },
        guest: { name: "Guest", email: "guest@example.com", account: { is_restricted: true } },
      },
      channels: { sales: {}, partners: { shared: true }, "acc-globex": {}, random: {} },
    });
    bot = await startSlackBot(database(), peer, () => NOW);
  });
  afterAll(async () => {
    await bot.app.stop(5000);
    await peer.close();
  });
  beforeEach(async () => {
    peer.clear();
    figures = await fill();
  });
  afterEach(async () => {
    expect(await bot.app.idle(10_000)).toBe(true);
    expect(peer.problems.splice(0)).toEqual([]);
    expect(bot.logged.splice(0)).toEqual([]);
  });

  async function fill(): Promise<Figures> {
    const modelId = await addModel(database());
    const add = async (
      name: string,
      ownerEmail: string,
      monthlyRevenueMinor: number,
      scores: Readonly<Record<string, number>>,
    ) => {
      const customer = { name, ownerEmail, monthlyRevenueMinor, startedOn: "2025-01-20" };
      const id = await addCustomer(database(), customer);
      for (const [asOf, probability] of Object.entries(scores)) {
        const reasons = [{ feature: "openTickets", value: 3, typical: 0, contribution: 0.9 }];
        const levers = [{ steps: ["contact"] as const, probability: probability - 0.11 }];
        await addScore(database(), id, { asOf, probability, modelId, reasons, levers });
      }
      return id;
    };
    const [before, week, now] = ["2026-11-12T12:00:00Z", "2026-12-02T12:00:00Z", "2026-12-09T12:00:00Z"];
    const at = (first: number, second: number, third: number) => ({
      [before]: first,
      [week]: second,
      [now]: third,
    });
    const acme = await add("Acme", "ana@example.com", 250_000, at(0.34, 0.61, 0.62));
    const globex = await add("Globex", "ana@example.com", 90_000, at(0.2, 0.25, 0.23));
    const initech = await add("Initech", "ben@example.com", 70_000, at(0.8, 0.77, 0.55));
    const beijing = await add("北京贸易", "ben@example.com", 130_000, at(0.3, 0.38, 0.71));
    await add("Vandelay North", "ben@example.com", 10_000, at(0.1, 0.1, 0.11));
    await add("Vandelay South", "ben@example.com", 10_000, at(0.1, 0.1, 0.12));
    await addOrder(database(), acme, "2026-10-01T09:00:00Z", 1_234_500);
    await costEntries(database()).record([cost("customer:ext-Acme", 45_600)]);
    return read({ acme, globex, initech, beijing });
  }

  const cost = (appliesTo: string, amountMinor: number): CostEntry => ({
    ...{ source: "test", externalId: "cost-1", category: "tools", subcategory: null, kind: "direct" },
    ...{ amountMinor, currency: "EUR", fromDay: "2026-10-01", toDay: "2026-10-01" },
    ...{ appliesTo, driver: "equal", note: null },
  });

  /** What is right, out of the store. */
  async function read(ids: Readonly<Record<string, number>>): Promise<Figures> {
    const found: Record<string, string> = {};
    for (const [key, id] of Object.entries(ids)) {
      const { rows: scores } = await database().pool.query<{ p: number; at: string; levers: unknown }>(
        `SELECT probability AS p, to_char(as_of, 'FMDD Mon') AS at, levers FROM scores WHERE customer_id = $1
         ORDER BY as_of DESC`,
        [id],
      );
      const { rows: files } = await database().pool.query<{ minor: string }>(
        "SELECT monthly_revenue_minor AS minor FROM customers WHERE id = $1",
        [id],
      );
      const percent = (probability: number) => textOf(percentPhrase(probability), "en");
      const [newest, ...older] = scores;
      const low = older.find(({ p }) => p < 0.5);
      const levers = newest?.levers as ReadonlyArray<{ probability: number }>;
      found[`${key} risk`] = percent(newest!.p);
      found[`${key} before`] = percent((low ?? older[0]!).p);
      found[`${key} high since`] = scores.findLast(({ p }) => p >= 0.5)?.at ?? "never";
      found[`${key} lever`] = percent(levers[0]!.probability);
      found[`${key} monthly`] = moneyText({ minor: Number(files[0]!.minor), currency: "EUR" }, "en", "brief");
    }
    // Initech's risk has always been high: what it fell from is the week before.
    const { rows } = await database().pool.query<{ p: number }>(
      "SELECT probability AS p FROM scores WHERE customer_id = $1 ORDER BY as_of DESC OFFSET 1 LIMIT 1",
      [ids.initech],
    );
    found["initech before"] = textOf(percentPhrase(rows[0]!.p), "en");
    const { rows: high } = await database().pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM scores WHERE probability >= 0.6 AND as_of = '2026-12-09T12:00:00Z'`,
    );
    found["stand at 60"] = `${high[0]!.n} customers stand`;
    return { ...found, ...(await money(ids.acme!)) };
  }

  async function money(acme: number): Promise<Figures> {
    const deps = { ...createStore(database()), clock: () => NOW, timeZone: "UTC", clv: CLV };
    const flows = bindFlows(deps);
    const reader = {
      slackUserId: "UTEST",
      name: "T",
      email: null,
      role: "manager",
      timeZone: "UTC",
    } as const;
    const shown = await flows.showCustomerCosts({ customerId: acme, reader, place: "direct" });
    if (shown.kind !== "costs") throw new Error(shown.kind);
    const days = { fromDay: "2026-11-01", toDay: "2026-11-30" };
    const report = await flows.readMetrics({ period: days, timeZone: "UTC", clv: CLV, currency: null });
    if (report.kind !== "report") throw new Error(report.kind);
    const rate = report.report.metrics.find(({ key }) => key === "retention-rate")!.value!;
    const { totalMinor, revenueMinor, currency } = shown.costs;
    return {
      "acme cost": moneyText({ minor: totalMinor, currency }, "en"),
      "acme revenue": moneyText({ minor: revenueMinor!, currency }, "en"),
      retention: `Retention rate*\n*${Math.round(10 * rate) / 10} %*`,
    };
  }

  async function isDone(id: string): Promise<boolean> {
    const done = "SELECT FROM handled_requests WHERE id = $1 AND body IS NULL";
    return (await database().pool.query(done, [id])).rowCount === 1;
  }

  let messages = 0;
  async function write(
    { by = "ana", text, in: where = "direct" }: Asked,
    threadTs?: string,
  ): Promise<string> {
    const ts = `1796824800.${String(++messages).padStart(6, "0")}`;
    const isDirect = where === "direct";
    const event = {
      ...{ type: isDirect ? "message" : "app_mention", user: peer.userId(by), ts },
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
      channel: isDirect ? `D0${by.toUpperCase()}` : peer.channelId(where),
      text: isDirect ? text : `<@UBOT> ${text}`,
    };
    const body = { type: "event_callback", team_id: TEAM_ID, event_id: `EvA${messages}`, event };
    expect((await bot.send.event(body)).status).toBe(200);
    // An event is acknowledged before anybody looks who sent it.
    await expect
      .poll(() => isDone(`message:${event.channel}:${ts}`), { interval: 5, timeout: 20_000 })
      .toBe(true);
    return ts;
  }

  const answers = () => peer.sent.filter(({ method }) => method.startsWith("chat."));
  const saying = (sent: readonly Sent[]) =>
    sent.map(({ body }) => `${body.text}\n${texts(body.blocks).join("\n")}`).join("\n");

  /** What is wrong with the answer to a question; nothing where it is right. */
  async function wrong(asked: Asked): Promise<string[]> {
    await database().pool.query("DELETE FROM asked_before");
    for (const text of asked.after ?? []) await write({ ...asked, text });
    peer.clear();
    await write(asked);
    const said = saying(answers());
    const has = (one: string | RegExp) =>
      typeof one === "string" ? said.includes(figures[one] ?? `no figure ${one}`) : one.test(said);
    const others = asked.about === undefined ? [] : NAMES.filter((name) => !asked.about?.includes(name));
    return [
      ...asked.shows
        .filter((one) => !has(one))
        .map((one) => `does not show ${one} (${figures[String(one)]})`),
      ...(asked.hides ?? []).filter(has).map((one) => `shows ${one}`),
      ...others.filter((name) => said.includes(name)).map((name) => `speaks of ${name}`),
    ].map((problem) => `${asked.text}: ${problem}\n${said.slice(0, 600)}`);
  }

  it.each([
    ["English", ENGLISH],
    ["Traditional Chinese", TRADITIONAL],
    ["Simplified Chinese", SIMPLIFIED],
  ] as const)(
    "answers twenty questions in %s with the right figure and the right rights",
    async (_, asked) => {
      expect(asked).toHaveLength(20);
      const problems: string[] = [];
      for (const question of asked) problems.push(...(await wrong(question)));
      expect(problems).toEqual([]);
    },
  );

  describe("in a channel", () => {
    it("answers in the thread what everyone there may see, and the amounts to whoever asked alone", async () => {
      const ts = await write({ text: "how is Acme?", in: "sales", shows: [] });
      const [card, own, ...more] = answers();
      expect(more).toEqual([]);
      expect(card).toMatchObject({
        method: "chat.postMessage",
        body: { channel: peer.channelId("sales"), thread_ts: ts },
      });
      expect(saying([card!])).toContain(figures["acme risk"]);
      expect(saying([card!])).not.toContain(figures["acme monthly"]);
      expect(own).toMatchObject({
        method: "chat.postEphemeral",
        body: { user: peer.userId("ana"), thread_ts: ts },
      });
      expect(saying([own!])).toContain(figures["acme monthly"]);
      peer.clear();
      await write({ text: "why?", in: "sales", shows: [] }, ts);
      expect(answers().map(({ method }) => method)).toEqual(["chat.postMessage"]);
      expect(saying(answers())).toContain(figures["acme risk"]);
    });

    it("tells a rep nothing of what a colleague's customer is worth, nor that there is more", async () => {
      await write({ by: "ben", text: "how is Acme?", in: "sales", shows: [] });
      expect(answers().map(({ method }) => method)).toEqual(["chat.postMessage"]);
      expect(saying(answers())).not.toContain("€");
    });

    it("lists who is at risk without amounts, and with them to a manager alone", async () => {
      // Without a margin nobody's stake is known, and nothing could be told in front of all.
      await database().pool.query("UPDATE customers SET margin_percent = 50");
      await write({ by: "mia", text: "who is at risk?", in: "sales", shows: [] });
      const [list, own] = answers();
      expect(list?.method).toBe("chat.postMessage");
      expect(saying([list!])).toContain(figures["beijing risk"]);
      expect(saying([list!])).not.toContain("€");
      expect(JSON.stringify(list?.body.blocks)).not.toContain(ACTION.atRiskPage);
      expect(own?.method).toBe("chat.postEphemeral");
      expect(saying([own!])).toContain("€");
    });

    it("keeps costs, worth and reports to whoever asked", async () => {
      for (const text of ["what does Acme cost?", "what is Acme worth?", "show me last week's digest"])
        await write({ by: "mia", text, in: "sales", shows: [] });
      expect(new Set(answers().map(({ method }) => method))).toEqual(new Set(["chat.postEphemeral"]));
    });

    it("posts nothing where guests read along", async () => {
      await write({ by: "guest", text: "how is Acme?", in: "sales", shows: [] });
      expect(saying(answers())).not.toMatch(/\d+ %|owner/);
      expect(answers().map(({ method }) => method)).toEqual(["chat.postEphemeral"]);
      // From here on the workspace is known to have a guest.
      peer.clear();
      await write({ text: "how is Acme?", in: "sales", shows: [] });
      expect(answers().map(({ method }) => method)).toEqual(["chat.postEphemeral"]);
      expect(saying(answers())).toContain(figures["acme risk"]);
    });

    it("says nothing of customers where another organisation reads", async () => {
      for (const text of ["how is Acme?", "who is at risk?", "why?", "what is our retention rate?"])
        await write({ by: "mia", text, in: "partners", shows: [] });
      expect(answers().map(({ method }) => method)).toEqual(Array(4).fill("chat.postEphemeral"));
      expect(saying(answers())).not.toMatch(/\d+ %|€|Initech|Globex/);
      expect(saying(answers())).toContain("Another organisation reads this channel");
    });
  });

  it("goes on for ten minutes in the direct message, and asks who is meant after that", async () => {
    await write({ text: "how is Acme?", shows: [] });
    await database().pool.query("UPDATE asked_before SET at = at - interval '9 minutes'");
    peer.clear();
    await write({ text: "why?", shows: [] });
    expect(saying(answers())).toContain(figures["acme risk"]);
    await database().pool.query("UPDATE asked_before SET at = at - interval '11 minutes'");
    peer.clear();
    await write({ text: "why?", shows: [] });
    expect(saying(answers())).toMatch(/Which customer\?/);
    expect(saying(answers())).not.toMatch(/\d+ %/);
  });

  it("takes the customer after whom the open channel is called, where nobody else was spoken of", async () => {
    const beside = async (channel: string, text: string) => {
      const ts = `1796824900.${String(++messages).padStart(6, "0")}`;
      const entities = [{ type: "slack#/types/channel_id", value: peer.channelId(channel) }];
      const event = { type: "message", user: peer.userId("ana"), ts, channel: "D0ANA", text };
      await bot.send.event({
        ...{ type: "event_callback", team_id: TEAM_ID, event_id: `EvB${messages}` },
        event: { ...event, app_context: { entities } },
      });
      expect(await bot.app.idle(10_000)).toBe(true);
    };
    await beside("acc-globex", "how is this customer?");
    expect(saying(answers())).toContain(figures["globex risk"]);
    await database().pool.query("DELETE FROM asked_before");
    peer.clear();
    await beside("random", "how is this customer?");
    expect(saying(answers())).toMatch(/Which customer\?/);
  });

  it("goes on from nobody else's question", async () => {
    const ts = await write({ text: "how is Acme?", in: "sales", shows: [] });
    peer.clear();
    await write({ by: "ben", text: "why?", in: "sales", shows: [] }, ts);
    expect(saying(answers())).toMatch(/Which customer\?/);
  });

  it("answers the question, not only opens a card, once one of several is chosen", async () => {
    await write({ by: "ben", text: "why is Vandelay at risk?", shows: [] });
    const [choice] = answers();
    const press = await bot.click("ben", choice!, `${ACTION.askChoose}:1`);
    const why = await press.answer();
    expect(saying([why])).toContain("Vandelay South");
    peer.clear();
    await write({ by: "ben", text: "since when?", shows: [] });
    expect(saying(answers())).toContain("Vandelay South");
  });

  it("offers the three nearest, whose buttons ask", async () => {
    await write({ by: "mia", text: "please make our churn go away this week", shows: [] });
    const [unknown] = answers();
    expect(saying([unknown!])).toMatch(UNKNOWN);
    const press = await bot.click("mia", unknown!, `${ACTION.ask}:0`);
    expect(saying([await press.answer()])).not.toMatch(UNKNOWN);
  });

  it("keeps of a question whom it was about, and not what was written", async () => {
    await write({ text: "Why is Acme at risk, secretly?", shows: [] });
    await write({ text: "why is Acme at risk?", shows: [] });
    const { rows } = await database().pool.query("SELECT * FROM asked_before");
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ intent: "why", member_id: peer.userId("ana"), conversation: "D0ANA" });
    expect(JSON.stringify(rows)).not.toContain("risk");
  });
});

/** Every text a reader sees. */
function texts(part: unknown): string[] {
  if (typeof part === "string") return [part];
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === "text" || Array.isArray(value) || typeof value === "object" || Array.isArray(part)
      ? texts(value)
      : [],
  );
}
