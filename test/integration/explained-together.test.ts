import pg from "pg";
import { expect, it, vi } from "vitest";
import { daysAfter } from "../../src/domain/clock.ts";
import { DEFAULT_NUDGE_POLICY } from "../../src/domain/outreach/nudges.ts";
import type { ChurnModel } from "../../src/domain/risk/churn-model.ts";
import { planNudges } from "../../src/flows/messages/plan-nudges.ts";
import { sendDigest } from "../../src/flows/messages/send-digest.ts";
import { readExplainedFacts } from "../../src/flows/outreach/read-explained-facts.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase, emptyTables } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { newModelVersion } from "../support/model-versions.ts";
import { sameForAll } from "../support/same-for-all.ts";

const NOW = new Date("2026-11-23T08:00:00Z");
const LAST_NIGHT = new Date("2026-11-23T00:00:00Z");

describeOnEachDatabase("scores explained for a message", (database) => {
  const depsOf = (model: Pick<ChurnModel, "score">) => ({
    ...createStore(database()),
    model,
    clock: () => NOW,
    clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
    timeZone: "UTC",
  });

  /** Customers of one rep who bought 48 days ago and became a high risk last night; nobody has explained their scores. */
  async function addUnexplained(customers: number): Promise<number[]> {
    const rows = fileRows(database());
    await rows.member("U1", "rep@us.example");
    const saved = newModelVersion({ promotedAt: LAST_NIGHT });
    const { id: model } = await createStore(database()).modelVersions.save(saved, "test");
    const ids: number[] = [];
    for (let i = 0; i < customers; i++) {
      const id = await rows.customer(`C${i}`, { owner_email: "rep@us.example", currency: "EUR" });
      await rows.order(id, daysAfter(NOW, -48));
      await rows.score(id, daysAfter(LAST_NIGHT, -8), 0.1, model);
      await rows.score(id, LAST_NIGHT, 0.9, model);
      ids.push(id);
    }
    await database().pool.query("UPDATE scores SET reasons = NULL, levers = NULL");
    return ids;
  }

  /** Statements and model calls that a flow takes where it may name so many customers. */
  async function cost(customers: number, flow: (model: Pick<ChurnModel, "score">) => Promise<unknown>) {
    await emptyTables(database());
    await addUnexplained(customers);
    await createStore(database()).channelSettings.save({
      channelId: "C1",
      digest: true,
      costSummary: false,
      alerts: false,
      escalations: false,
      timeZone: "UTC",
      locale: "en",
      setBy: "U1",
      updatedAt: NOW,
    });
    const model = sameForAll(0.9);
    const sent = vi.spyOn(pg.Client.prototype, "query");
    await flow(model);
    const statements = sent.mock.calls.length;
    sent.mockRestore();
    const { rows } = await database().pool.query<{ explained: number }>(
      'SELECT count(*)::int AS explained FROM scores WHERE reasons @> \'[{"feature": "daysSinceLastPurchase"}]\'',
    );
    return { statements, modelCalls: model.score.mock.calls.length, explained: rows[0]?.explained };
  }

  it("takes as many statements for the nudges of fifty customers as of one", async () => {
    const policy = { ...DEFAULT_NUDGE_POLICY, dailyBudget: 50, weeklyBudget: 50 };
    const plan = (model: Pick<ChurnModel, "score">) =>
      planNudges(depsOf(model), { timeZone: "UTC", day: "2026-11-23", policy });
    const one = await cost(1, plan);
    expect(one).toMatchObject({ explained: 1, modelCalls: 3 });
    expect(await cost(50, plan)).toEqual({ ...one, explained: 50 });
  });

  it("takes as many statements for the digest of fifty customers as of one", async () => {
    const send = (model: Pick<ChurnModel, "score">) =>
      sendDigest(depsOf(model), { week: "2026-W47", timeZone: "UTC" });
    const one = await cost(1, send);
    expect(one).toMatchObject({ explained: 1 });
    // Five who became a high risk, and of fifty equals the same five whose risk rose most.
    expect(await cost(50, send)).toEqual({ ...one, explained: 5 });
  });

  it("tells each customer's own reasons, and of each alone why there are none", async () => {
    const [same, changed, gone, other] = await addUnexplained(4);
    const { pool } = database();
    await pool.query("UPDATE scores SET probability = 0.4 WHERE customer_id = $1", [changed]);
    await pool.query("UPDATE customers SET ended_on = '2026-10-01' WHERE id = $1", [gone]);
    await pool.query("UPDATE activities SET at = at - interval '10 days' WHERE customer_id = $1", [other]);
    const ids = [same, changed, gone, other].map(Number);
    const facts = await readExplainedFacts(depsOf(sameForAll(0.9)), ["score"], ids, NOW);
    const told = ids.map((id) => facts.get(id)?.score);
    expect(told.map((score) => score?.unexplained)).toEqual([
      undefined,
      "data-changed",
      "no-customer-then",
      undefined,
    ]);
    expect(told.map((score) => score?.reasons.map(({ value }) => value))).toEqual([[48], [], [], [58]]);
  });
});
