import { expect, it } from "vitest";
import { generateLog, LOG_END } from "../../scripts/bench/generate-activities.ts";
import { helpScoring } from "../../src/flows/risk/scoring/help-scoring.ts";
import { scoreCustomers } from "../../src/flows/risk/scoring/score-customers.ts";
import { SCORING } from "../../src/flows/risk/scoring/scoring-ranges.ts";
import { trainModel } from "../../src/flows/risk/training/train-model.ts";
import type { Database } from "../../src/store/database/database.ts";
import type { ScoreBatch } from "../../src/store/risk/scores.ts";
import { sharedRunStore } from "../../src/store/shared-work/shared-runs.ts";
import { sharedWork } from "../../src/store/shared-work/shared-work.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { quickModel as model } from "../support/shared-model.ts";

const CUSTOMERS = 450;

/** What one process has: a store of its own, and a note of whom it scored. */
function processOn(database: Database) {
  const store = createStore(database);
  const saved: number[] = [];
  const scores = {
    ...store.scores,
    save: async (batch: ScoreBatch) => {
      saved.push(...batch.scores.map(({ customerId }) => customerId));
      await store.scores.save(batch);
    },
  };
  // Small ranges, so that few customers make enough of them to share.
  const features = {
    ...store.features,
    customerRanges: () => store.features.customerRanges({ targetSize: 30 }),
  };
  const runs = sharedRunStore(database);
  const shared = { runs, sharedWork: sharedWork(runs) };
  return { ...store, ...shared, scores, features, model, clock: () => LOG_END, saved };
}
type Process = ReturnType<typeof processOn>;

async function prepare(database: Database): Promise<void> {
  await generateLog(database, { customers: CUSTOMERS, activities: 9_000 });
  await trainModel(processOn(database), { asOf: LOG_END, horizonDays: 90, seed: 1, promote: true });
}

const scoresOf = async ({ pool }: Database) =>
  (await pool.query("SELECT customer_id, probability, silence, reasons FROM scores ORDER BY customer_id"))
    .rows;

const expire = ({ pool }: Database) =>
  pool.query(
    "UPDATE shared_ranges SET claimed_until = clock_timestamp() - interval '1 second' WHERE NOT settled",
  );

const twice = (ids: readonly number[]) => ids.filter((id, place) => ids.indexOf(id) !== place);

/** Begins a scoring as `begin` does, and scores nothing of it. */
async function beginAlone(process: Process, asOf = LOG_END) {
  const champion = await process.modelVersions.loadChampion();
  const settings = { asOf: asOf.toISOString(), modelVersionId: champion?.id ?? 0, resting: [] };
  const ranges = await process.features.customerRanges();
  const topic = `${settings.asOf} ${settings.modelVersionId}`;
  return process.runs.begin({ kind: SCORING, settings, topic, ranges });
}

describeOnEachDatabase("a scoring that several processes share", (database, itOnOne) => {
  it("scores everybody once, and tells each who leads it the same counts", async () => {
    await prepare(database());
    const alone = await scoreCustomers(processOn(database()), { asOf: LOG_END });
    const before = await scoresOf(database());
    const [a, b] = [processOn(database()), processOn(database())];
    const results = await Promise.all([a, b].map((one) => scoreCustomers(one, { asOf: LOG_END })));
    const { seconds: _alone, ...counts } = alone as { seconds: number };
    for (const result of results) expect(result).toMatchObject(counts);
    expect(await scoresOf(database())).toEqual(before);
    expect(twice([...a.saved, ...b.saved])).toEqual([]);
    expect([...a.saved, ...b.saved]).toHaveLength(before.length);
  });

  it("is helped with by who leads nothing, up to its end and no longer", async () => {
    await prepare(database());
    const [leader, helper] = [processOn(database()), processOn(database())];
    const run = await beginAlone(leader);
    const helped = await helpScoring(helper, {});
    expect(helped).toMatchObject({ kind: "helped", ranges: 15 });
    expect(helper.saved).toHaveLength((await scoresOf(database())).length);
    expect(await leader.runs.progress(run.id)).toEqual({ done: 15, total: 15 });
    expect(await helpScoring(helper, {})).toEqual({ kind: "nothing-to-do" });

    const second = await beginAlone(leader);
    expect(second.id).toBe(run.id); // It is still led.
    await leader.runs.end(run.id);
    const third = await beginAlone(leader);
    await leader.runs.end(third.id);
    expect(await helpScoring(helper, {})).toEqual({ kind: "nothing-to-do" });
  });

  it("is not helped with by the process that leads it, nor once nobody leads it", async () => {
    await prepare(database());
    const [leader, helper] = [processOn(database()), processOn(database())];
    const run = await beginAlone(leader);
    expect(await helpScoring(leader, {})).toEqual({ kind: "nothing-to-do" });
    await database().pool.query("UPDATE shared_runs SET led_until = clock_timestamp() - interval '1 second'");
    expect(await helpScoring(helper, {})).toEqual({ kind: "nothing-to-do" });
    expect(await helper.runs.claim({ runId: run.id, leads: false })).toBeNull();
  });

  it("takes over what a killed process had claimed, and counts it once", async () => {
    await prepare(database());
    const clean = await scoreCustomers(processOn(database()), { asOf: LOG_END });
    const expected = await scoresOf(database());
    const [killed, leader] = [processOn(database()), processOn(database())];
    const run = await beginAlone(leader);
    const part = { runId: run.id, leads: false };
    const [first, second] = [await killed.runs.claim(part), await killed.runs.claim(part)];
    if (first === null || second === null) throw new Error("nothing was claimed");
    expect(await leader.runs.claim(part)).toMatchObject({ place: 3, attempt: 1 });
    await expire(database());
    const result = await scoreCustomers(leader, { asOf: LOG_END });
    const { seconds: _clean, ...counts } = clean as { seconds: number };
    expect(result).toMatchObject(counts);
    expect(await scoresOf(database())).toEqual(expected);
    // It was only slow: what it brings afterwards changes nothing.
    const kept = await leader.runs.results(run.id, 0);
    await killed.runs.settle(run.id, first, Buffer.from("late"));
    expect(await leader.runs.results(run.id, 0)).toEqual(kept);
  });

  itOnOne("goes on where a helper fails, which leaves its ranges to others at once", async () => {
    await prepare(database());
    const [leader, helper] = [processOn(database()), processOn(database())];
    await beginAlone(leader);
    const broken = { ...helper, model: { score: () => Promise.reject(new Error("no such operation")) } };
    const failed = await helpScoring(broken, {});
    expect(failed).toMatchObject({ kind: "failed", error: new Error("no such operation") });
    if (failed.kind !== "failed") return;
    const except = new Set([failed.run.id]);
    expect(await helpScoring(broken, { except })).toEqual({ kind: "nothing-to-do" });
    const other = await beginAlone(leader, new Date("2026-05-01T00:00:00Z"));
    expect(await helpScoring(helper, { except })).toMatchObject({
      kind: "helped",
      run: { id: other.id },
      ranges: 15,
    });
    expect(await scoreCustomers(leader, { asOf: LOG_END })).toMatchObject({ kind: "scored" });
    expect([...leader.saved, ...helper.saved]).toHaveLength((await scoresOf(database())).length);
  });

  itOnOne("ends for everybody who leads it where the model cannot be used", async () => {
    await prepare(database());
    const broken = { ...processOn(database()), model: { score: () => Promise.reject(new Error("broken")) } };
    await expect(scoreCustomers(broken, { asOf: LOG_END })).rejects.toThrow("broken");
    expect(await helpScoring(processOn(database()), {})).toEqual({ kind: "nothing-to-do" });
  });
});
