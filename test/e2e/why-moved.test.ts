import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { generateLog, LOG_END } from "../../scripts/bench/generate-activities.ts";
import { daysAfter } from "../../src/domain/clock.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { scoreCustomers } from "../../src/flows/risk/scoring/score-customers.ts";
import { trainModel } from "../../src/flows/risk/training/train-model.ts";
import { runDueJobs } from "../../src/jobs/run-due-jobs.ts";
import { scoreDaily } from "../../src/jobs/score-daily.ts";
import { digestBlocks } from "../../src/slack/blocks/messages/digest.ts";
import { ACTION } from "../../src/slack/ids.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { quickModel as model } from "../support/shared-model.ts";
import { type SlackBot, startSlackBot } from "../support/slack-bot.ts";
import { type Sent, type SlackPeer, startSlackPeer } from "../support/slack-peer.ts";

const CLV = { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null };

describeOnOneDatabase("Why, in Slack", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  let name: string;
  let now = LOG_END;

  beforeAll(async () => {
    peer = await startSlackPeer({
      people: { mia: { name: "Mia", email: "mia@example.com", admin: true } },
      channels: { sales: {} },
    });
    bot = await startSlackBot(database(), peer, () => now);
  });
  afterAll(async () => {
    await bot.app.stop(5000);
    await peer.close();
  });
  afterEach(async () => {
    expect(await bot.app.idle(30_000)).toBe(true);
    expect(peer.problems).toEqual([]);
    expect(bot.logged).toEqual([]);
    peer.clear();
  });

  /** A trained model and two scorings of invented customers; the one whose risk moved most gets a name. */
  async function scoredTwice() {
    await generateLog(database(), { customers: 300, activities: 6_000 });
    const before = daysAfter(LOG_END, -14);
    const deps = { ...createStore(database()), model, clock: () => before };
    await trainModel(deps, { asOf: before, horizonDays: 90, seed: 1 });
    await scoreCustomers(deps, { asOf: before });
    await scoreCustomers(deps, { asOf: LOG_END });
    const { rows } = await database().pool.query<{ id: number }>(
      `SELECT customer_id AS id FROM scores WHERE probability IS NOT NULL GROUP BY customer_id HAVING count(*) = 2
       ORDER BY max(probability) - min(probability) DESC LIMIT 1`,
    );
    name = "Moving Customer";
    await database().pool.query(
      "UPDATE customers SET name = $2, search_keys = ARRAY['moving customer'], search_text = 'moving customer' WHERE id = $1",
      [rows[0]?.id, name],
    );
  }

  const clickWhy = async () => {
    const card = await bot.type("mia", name);
    await bot.click("mia", card, ACTION.why);
    const opened = await peer.waitFor(({ method }) => method === "views.open");
    const updated = await peer.waitFor(({ method }) => method === "views.update");
    return { opened: shown(opened), updated: shown(updated) };
  };
  const shown = ({ body }: Sent) => JSON.stringify(body.view.blocks);

  it("opens at once, and then says in three parts why the risk moved", async () => {
    await scoredTwice();
    const { opened, updated } = await clickWhy();
    expect(opened).toContain("Working out why it moved…");
    expect(updated).not.toContain("Working out");
    const told =
      /Since 18 May: ([+−]\d+) points?: time passing ([+−]?\d+), (?:new data ([+−]?\d+)|nothing new)/.exec(
        updated,
      );
    const [total = 0, time = 0, data = 0] = (told ?? [])
      .slice(1)
      .map((points) => Number((points ?? "0").replace("−", "-")));
    expect(told, updated).not.toBeNull();
    expect(time + data).toBe(total);
    expect(updated).toContain("What the score rests on");
  });

  it("says so where the old model cannot be read any more", async () => {
    await scoredTwice();
    await database().pool.query("UPDATE model_versions SET artifact = 'gone'");
    const { updated } = await clickWhy();
    expect(updated).toMatch(
      /Why it moved cannot be told\. The stored bytes of model version \d+ are damaged/,
    );
  });

  it("is, once data have stopped, that risks are as of then, at every surface, until data come again", async () => {
    await scoredTwice();
    await ownedByMia();
    const figureOf = ({ body }: Sent) => /\*([^*]+ %)\* risk of/.exec(JSON.stringify(body.blocks))?.[1];
    const before = figureOf(await bot.type("mia", name));
    expect(before).toBeDefined();
    // A Monday, more than two weeks after the last row.
    await nightOf("2026-06-15T05:00:00Z");
    const card = await bot.type("mia", name);
    expect(figureOf(card)).toBe(before);
    const note = "No new data since 31 May";
    expect(JSON.stringify(card.body.blocks)).toContain(`${note}: the risk is as of then.`);
    const { updated } = await clickWhy();
    expect(updated).toContain(`${note}: the risk is as of then.`);
    expect(updated).not.toContain("What would lower it");
    expect(await home()).toContain(`${note} 2026: risks are as of then.`);
    const stopped = await digest();
    expect(stopped).toMatchObject({ newlyHigh: { count: 0 }, risers: [], fallers: [] });
    expect(JSON.stringify(digestBlocks(stopped, "en"))).toContain(`${note} 2026: risks are as of then.`);
    const nudges = await flows().composeNudges({ timeZone: "UTC", day: "2026-06-15" });
    expect(nudges.decisions).toContainEqual(expect.objectContaining({ because: "data-stopped" }));
    for (const { message } of nudges.plans)
      for (const { stoppedSince } of message.items) expect(stoppedSince).toBe("2026-05-31");

    await database().pool.query(
      `INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency)
       SELECT source, 'again', id, 'order', '2026-06-15T10:00:00Z', 1000, 'EUR' FROM customers WHERE name = $1`,
      [name],
    );
    await nightOf("2026-06-16T05:00:00Z");
    const again = await bot.type("mia", name);
    expect(JSON.stringify(again.body.blocks)).not.toContain("No new data");
    expect(JSON.stringify(again.body.blocks)).toContain("No data came after 31 May until 15 Jun");
    expect(await home()).not.toContain("No new data");
    expect(await digest()).toMatchObject({
      stopped: null,
      resumed: [{ lastDay: "2026-05-31", backDay: "2026-06-15" }],
      risers: [],
    });
  });

  const flows = () =>
    bindFlows({ ...createStore(database()), model, clock: () => now, clv: CLV, timeZone: "UTC" });
  const digest = () => flows().composeDigest({ week: "2026-W24", timeZone: "UTC" });

  /** The clock is moved, and the night's scoring runs. */
  async function nightOf(moment: string) {
    now = new Date(moment);
    const settings = { timeZone: "UTC", horizonDays: 90, seed: 1 };
    const { jobRuns } = createStore(database());
    await runDueJobs({
      ...{ jobs: [scoreDaily(flows(), settings)], jobRuns },
      ...{ clock: () => now, log: { info: () => {}, warn: () => {}, error: () => {} } },
    });
    expect(await jobRuns.recent(1)).toMatchObject([{ period: `${moment.slice(0, 10)} UTC`, status: "done" }]);
  }

  async function ownedByMia() {
    await database().pool.query("UPDATE customers SET owner_email = 'mia@example.com'");
    await bot.type("mia", "help");
  }

  async function home(): Promise<string> {
    peer.clear();
    const event = { type: "app_home_opened", user: peer.userId("mia"), tab: "home", channel: "D1" };
    const event_id = `Ev${now.getTime()}`;
    await bot.send.event({ type: "event_callback", team_id: "T000000001", event_id, event });
    return shown(await peer.waitFor(({ method }) => method === "views.publish"));
  }
});
