import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { createWorkerModel } from "../../model/worker-model.ts";
import { generateLog, LOG_END } from "../../scripts/bench/generate-activities.ts";
import { daysAfter } from "../../src/domain/clock.ts";
import { scoreCustomers } from "../../src/flows/risk/scoring/score-customers.ts";
import { trainModel } from "../../src/flows/risk/training/train-model.ts";
import { ACTION } from "../../src/slack/ids.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { quickToTrain } from "../support/quick-model.ts";
import { type SlackBot, startSlackBot } from "../support/slack-bot.ts";
import { type Sent, type SlackPeer, startSlackPeer } from "../support/slack-peer.ts";

const model = quickToTrain(createWorkerModel());
afterAll(() => model.close());

describeOnEachDatabase("Why, in Slack", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  let name: string;

  beforeAll(async () => {
    peer = await startSlackPeer({
      people: { mia: { name: "Mia", email: "mia@example.com", admin: true } },
      channels: { sales: {} },
    });
    bot = await startSlackBot(database(), peer, () => LOG_END);
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
});
