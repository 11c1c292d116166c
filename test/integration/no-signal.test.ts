import { expect, it } from "vitest";
import { readArtifact, writeArtifact } from "../../model/artifact.ts";
import { generateLog, LOG_END } from "../../scripts/bench/generate-activities.ts";
import { type Phrase, phrase } from "../../src/domain/phrase.ts";
import type { ChurnModel } from "../../src/domain/risk/churn-model.ts";
import { valueTier } from "../../src/domain/value/segments/value-tier.ts";
import { alertLostSignal } from "../../src/flows/messages/alert-lost-signal.ts";
import { checkHealth } from "../../src/flows/messages/check-health.ts";
import { composeDigest } from "../../src/flows/messages/compose-digest.ts";
import { composeNudges } from "../../src/flows/messages/compose-nudges.ts";
import { scoreCustomers } from "../../src/flows/risk/scoring/score-customers.ts";
import { retrainModel } from "../../src/flows/risk/training/retrain-model.ts";
import { trainModel } from "../../src/flows/risk/training/train-model.ts";
import { watchModel } from "../../src/flows/risk/watch-model.ts";
import { readSegments } from "../../src/flows/value/read-segments.ts";
import { readStakes } from "../../src/flows/value/read-stakes.ts";
import type { Database } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase, describeOnOneDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { quickModel as model } from "../support/shared-model.ts";

/** A training in which none of the competitors was fit to serve. */
const finding: Pick<ChurnModel, "train" | "score"> = {
  score: model.score,
  async train(request) {
    const trained = await model.train(request);
    const artifact = writeArtifact({ ...readArtifact(trained.artifact), serves: "constant" });
    const unfit = { network: "no-ranking", baseline: "no-ranking", rule: "no-ranking" } as const;
    const { constantProbabilities } = trained;
    return { ...trained, artifact, serves: "constant", unfit, heldOutProbabilities: constantProbabilities };
  },
};

const NOW = new Date("2026-06-01T06:00:00Z");
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const training = { asOf: LOG_END, horizonDays: 60, seed: 1 };
const clv = { years: 3, discountRatePercent: 10, marginPercentIfUnknown: 40 };

const deps = (database: Database, now = NOW) => ({ ...createStore(database), model, clock: () => now });
const silent = (database: Database, now = NOW) => ({ ...deps(database, now), model: finding });

describeOnEachDatabase("a history without a signal", (database, itOnOne) => {
  const scoreAll = async () => {
    const result = await scoreCustomers(deps(database()), { asOf: LOG_END });
    if (result.kind !== "scored") throw new Error(result.reason.code);
    return result;
  };

  it("gives nobody a figure of their own, but says what is true of everybody, at every surface", async () => {
    await generateLog(database(), { customers: 200, activities: 4_000 });
    const store = createStore(database());
    await trainModel(deps(database()), training);
    await scoreCustomers(deps(database()), { asOf: new Date(LOG_END.getTime() - 86_400_000) });
    expect((await store.homeAccounts.totals(0.5, LOG_END)).noSignal).toBe(false);

    await trainModel(silent(database(), later(1)), { ...training, promote: true });
    const result = await scoreAll();
    expect(result).toMatchObject({ scored: 0, kept: 0, version: { serves: "constant" } });
    const { rows } = await database().pool.query<{ silence: Phrase; probability: number | null }>(
      "SELECT DISTINCT silence, probability FROM scores WHERE as_of = $1",
      [LOG_END],
    );
    expect(rows).toEqual([
      {
        probability: null,
        silence: phrase("no-score.no-signal", { percent: expect.any(Number), days: 60 }),
      },
    ]);
    expect(await store.homeAccounts.totals(0.5, LOG_END)).toMatchObject({ scored: 0, noSignal: true });

    // What the scoring before left of somebody who was no customer any more today counts no longer.
    await fileRows(database()).member("U1", "rep@us.example");
    const left = await fileRows(database()).customer("Left over", { owner_email: "rep@us.example" });
    await fileRows(database()).score(left, new Date(LOG_END.getTime() - 86_400_000), 0.9, 1);
    const digest = await composeDigest(
      { ...deps(database(), LOG_END), clv, timeZone: "UTC" },
      { week: "2026-W22", timeZone: "UTC" },
    );
    expect(digest).toMatchObject({
      basis: { serves: "constant" },
      customersAtRisk: { high: 0, medium: 0, low: 0 },
      newlyHigh: { count: 0, top: [] },
      risers: [],
      fallers: [],
      valueAtRisk: { customers: 0, money: null },
    });
    const nudges = await composeNudges(
      { ...deps(database(), LOG_END), clv, timeZone: "UTC" },
      { timeZone: "UTC", day: "2026-06-01" },
    );
    expect(nudges.plans).toEqual([]);
    const { rows: everybody } = await database().pool.query<{ id: number }>("SELECT id FROM customers");
    const stakes = await readStakes(
      { ...store, clv, timeZone: "UTC" },
      LOG_END,
      everybody.map(({ id }) => id),
    );
    expect(stakes.size).toBeGreaterThan(100);
    for (const stake of stakes.values()) expect(stake).toEqual({ kind: "unknown", because: "no-score" });

    const asked = { currency: null, timeZone: "UTC", clv, rule: valueTier, asOf: LOG_END };
    const segments = await readSegments(store, asked);
    if (segments.kind !== "report") throw new Error(segments.reason.code);
    expect(segments.report.noSignal).toBe(true);
    expect(
      segments.report.segments.every(({ risk, marginClv }) => risk.scored === 0 && marginClv === null),
    ).toBe(true);

    const health = await checkHealth(deps(database(), LOG_END));
    expect(health.find(({ name }) => name === "model")).toMatchObject({
      status: "warning",
      finding: [{ code: "health.model.no-signal" }],
      advice: { code: "health.model.no-signal.advice" },
    });
    const watched = await watchModel(deps(database()), { scoringAt: LOG_END, endOfData: LOG_END });
    expect(watched).toMatchObject({ kind: "watched", findings: { scores: null } });
  });

  itOnOne("says so of customers of a source that fell silent, too, as of the end of its rows", async () => {
    await generateLog(database(), { customers: 200, activities: 4_000 });
    await trainModel(silent(database()), training);
    await database().pool.query("UPDATE source_days SET day = day - 60");
    const scored = await scoreAll();
    expect(scored).toMatchObject({ scored: 0, kept: 0 });
    const { rows } = await database().pool.query<{ code: string; as_of: Date }>(
      "SELECT DISTINCT silence->>'code' AS code, as_of FROM scores",
    );
    expect(rows).toEqual([{ code: "no-score.no-signal", as_of: scored.asOf }]);
    expect(scored.asOf < new Date(LOG_END.getTime() - 59 * 86_400_000)).toBe(true);
  });
});

describeOnOneDatabase("a training that finds no signal any more", (database) => {
  const retrain = async (hours: number, how = silent) => {
    const result = await retrainModel(how(database(), later(hours)), training);
    if (result.kind !== "trained") throw new Error(result.reason.code);
    return result;
  };
  const another = () =>
    database().pool.query(
      `INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency)
       SELECT 'bench', 'new ' || count(*), 1, 'order', '2026-05-31T10:00:00Z', 1000, 'EUR' FROM activities`,
    );
  const alert = (trained: Awaited<ReturnType<typeof retrain>>) =>
    alertLostSignal(createStore(database()), trained, { now: NOW, timeZone: "UTC" });

  it("warns the operators once: when it is found, and again when it comes to serve", async () => {
    await generateLog(database(), { customers: 200, activities: 4_000 });
    await createStore(database()).channelSettings.save({
      channelId: "C1",
      digest: false,
      costSummary: false,
      alerts: true,
      escalations: false,
      timeZone: "UTC",
      locale: "en",
      setBy: "U1",
      updatedAt: NOW,
    });
    const first = await retrain(0, deps);
    expect(first).toMatchObject({ serves: true, lostSignal: false });
    expect(await alert(first)).toBe(0);

    await another();
    const found = await retrain(1);
    // Not worse than saying the same of everybody: the champion stays.
    expect(found).toMatchObject({ serves: false, lostSignal: true });
    expect([await alert(found), await alert(found)]).toEqual([1, 0]);

    await another();
    const again = await retrain(2);
    expect(again).toMatchObject({ serves: false, lostSignal: false });

    await database().pool.query(
      "UPDATE model_versions SET artifact = 'x', artifact_hash = encode(sha256('x'), 'hex') WHERE id = 1",
    );
    const serving = await retrain(3);
    expect(serving).toMatchObject({ serves: true, lostSignal: true });
    await another();
    expect(await retrain(4)).toMatchObject({ lostSignal: false });
    const { rows } = await database().pool.query("SELECT key, message FROM outbox");
    expect(rows).toMatchObject([
      {
        key: `signal-lost:C1:${found.version.id}`,
        message: { warnings: [{ kind: "signal-lost", serves: false, unfit: { network: "no-ranking" } }] },
      },
    ]);
  });
});
