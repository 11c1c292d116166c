import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import { slackPoster } from "../../src/delivery/slack-poster.ts";
import { ACTION, FIELD } from "../../src/slack/ids.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer, addModel, addScore } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { startFaultySlack } from "../support/faulty-slack.ts";
import { mainstayIn } from "../support/run-mainstay.ts";
import { type SlackBot, startSlackBot } from "../support/slack-bot.ts";
import { BOT_TOKEN, type SlackPeer, startSlackPeer } from "../support/slack-peer.ts";

/** A Wednesday. */
const NOW = new Date("2026-12-09T09:00:00Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const people = {
  ana: { name: "Ana", email: "ana@example.com" },
  ben: { name: "Ben", email: "ben@example.com" },
};

describeOnEachDatabase("what is followed by a reference", (database) => {
  let peer: SlackPeer;
  let faulty: Awaited<ReturnType<typeof startFaultySlack>>;
  let bot: SlackBot;
  beforeAll(async () => {
    peer = await startSlackPeer({ people, channels: { sales: {} } });
    faulty = await startFaultySlack(peer.apiUrl);
    bot = await startSlackBot(database(), peer, () => NOW);
  });
  afterAll(async () => {
    await bot.app.stop(5000);
    await faulty.close();
    await peer.close();
  });
  afterEach(() => {
    bot.logged.length = 0;
  });

  const mainstay = mainstayIn(database);
  const trace = (text: string, ...more: string[]) => mainstay.run("trace", text, ...more);
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  const store = () => createStore(database());
  const deliver = (at: Date) => {
    const poster = slackPoster({ token: BOT_TOKEN, slackApiUrl: faulty.apiUrl });
    return deliverDue({ ...store(), poster, whyNotPost: async () => null, clock: () => at, log: silent });
  };

  beforeEach(async () => {
    peer.clear();
    for (const [id, { name, email }] of Object.entries(people)) {
      const about = { slackUserId: peer.userId(id), name, email, role: "rep" } as const;
      await store().members.save({ ...about, timeZone: "UTC", account: "member" }, NOW);
    }
    const about = { name: "北京 <Acme>", externalId: "acme", ownerEmail: "ana@example.com" };
    const acme = await addCustomer(database(), { ...about, monthlyRevenueMinor: 100_000 });
    const modelId = await addModel(database());
    await addScore(database(), acme, { asOf: "2026-12-09T02:00:00Z", probability: 0.62, modelId });
  });

  /** Ben says that Ana's customer will stay, of which she hears. */
  async function benOverrides(): Promise<string> {
    const card = await bot.type("ben", "acme");
    await bot.click("ben", card, ACTION.override);
    const { body } = await peer.waitFor(({ method }) => method === "views.open");
    await bot.submit("ben", body.view, {
      [FIELD.overrideSays]: { selected_option: { value: "stay" } },
      [FIELD.overrideUntil]: { selected_date: "2027-01-31" },
      [FIELD.overrideBecause]: { value: "new budget" },
    });
    expect(await bot.app.idle(5000)).toBe(true);
    const { rows } = await database().pool.query("SELECT key FROM outbox");
    expect(rows).toHaveLength(1);
    return rows[0].key;
  }

  it("is a message, from the form that asked for it over each attempt to where it stands", async () => {
    const key = await benOverrides();
    faulty.next("chat.postMessage", { kind: "status", status: 429, headers: { "retry-after": "7" } });
    await deliver(NOW);
    await deliver(later(7));
    const { code, err, json } = await trace(key, "--json");
    expect(code, err).toBe(0);
    const stands = { channelId: expect.any(String), ts: expect.stringMatching(/^\d+\.\d+$/) };
    expect(json).toMatchObject({
      kind: "message",
      receipt: { key, state: "posted", ...stands },
      request: { what: "override.set", userId: peer.userId("ben"), userName: "Ben", isUnderWay: false },
      attempts: [
        { attempt: 1, outcome: "postponed", because: expect.stringContaining("ratelimited") },
        { attempt: 2, outcome: "posted", because: null },
      ],
    });
    expect((await trace(key)).out).toContain(`Taken as the key of a message: ${key}`);
    const { channelId, ts } = json.receipt;
    const { out: told } = await trace(`${channelId}/${ts}`);
    expect(told).toContain("Taken as a message in Slack");
    expect(told).toContain(`Asked for by ${json.request.id}`);
    expect(told).toContain("override.set by Ben, arrived 2026-12-09T09:00:00.000Z");
    expect(told).toContain("Attempt 1 ended 2026-12-09T09:00:00.000Z: put off.");
    const link = `https://team.slack.com/archives/${channelId}/p${ts.replace(".", "")}`;
    expect((await trace(link, "--json")).json).toMatchObject({ receipt: { key } });

    const request = await trace(json.request.id, "--json");
    expect((await trace(json.request.id)).out).toContain("It led to this message:");
    expect(request.json).toMatchObject({
      id: json.request.id,
      audit: [{ actor: peer.userId("ben"), customerName: "北京 <Acme>" }],
      messages: [{ key, state: "posted" }],
    });
  });

  it("is the reference that a person was given, and the request that failed", async () => {
    await database().pool.query("ALTER TABLE customers RENAME TO customers_away");
    let reference = "";
    try {
      const answer = await bot.type("ana", "acme");
      reference = /reference ([0-9a-f]{8})/.exec(answer.body.text)?.[1] ?? "";
      expect(await bot.app.idle(5000)).toBe(true);
    } finally {
      await database().pool.query("ALTER TABLE customers_away RENAME TO customers");
    }
    const { code, json } = await trace(reference, "--json");
    expect(code).toBe(0);
    expect(json).toMatchObject({
      request: { what: "/customer", userId: peer.userId("ana"), attempts: 1 },
      failures: [{ reference, what: "/customer" }],
      audit: [],
      messages: [],
    });
    const told = await trace(reference.toUpperCase());
    expect(told.out).toContain(`Taken as the reference of an error: ${reference.toUpperCase()}`);
    expect(told.out).toContain(`was given the reference ${reference}, which stands in the log`);
    expect(told.out).toContain("It led to no message.");
  });

  it("is said to be unknown, with what is nearest, and takes no option of a figure", async () => {
    const key = await benOverrides();
    const { code, err } = await trace(`${key.slice(0, -1)}`);
    expect(code).toBe(1);
    expect(err).toContain(`Nearest: ${key}`);
    expect((await trace("revenu")).err).toContain("Nearest: revenue");
    expect((await trace("00000000")).err).toContain("No error has the reference 00000000");
    expect((await trace("C1/1712345678.901234")).err).toContain("No message of mine stands there");
    expect((await trace("command:gone")).err).toContain("requests stay for eight days");
    expect((await trace(key, "--segment", "VIP")).err).toContain("--segment goes with a figure");
  });
});
