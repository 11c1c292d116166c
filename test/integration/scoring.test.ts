import { expect, it } from "vitest";
import { readArtifact } from "../../model/artifact.ts";
import { generateLog, LOG_END } from "../../scripts/bench/generate-activities.ts";
import { type Phrase, phrase } from "../../src/domain/phrase.ts";
import type { Dataset } from "../../src/domain/risk/dataset.ts";
import type { Reason } from "../../src/domain/risk/scores/reasons.ts";
import { scoreCustomers } from "../../src/flows/risk/scoring/score-customers.ts";
import { trainModel } from "../../src/flows/risk/training/train-model.ts";
import type { Database } from "../../src/store/database/database.ts";
import { uncountedCustomerStore } from "../../src/store/figures/uncounted-customers.ts";
import { featureStore } from "../../src/store/risk/features.ts";
import { labelStore } from "../../src/store/risk/labels.ts";
import { DamagedArtifactError, modelVersionStore } from "../../src/store/risk/model-versions.ts";
import { scoreStore } from "../../src/store/risk/scores.ts";
import { sourceDayStore } from "../../src/store/risk/source-days.ts";
import { sharedRunStore } from "../../src/store/shared-work/shared-runs.ts";
import { sharedWork } from "../../src/store/shared-work/shared-work.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { quickModel as model } from "../support/shared-model.ts";

const NOW = new Date("2026-06-01T06:00:00Z");
const deps = (database: Database) => ({
  features: featureStore(database),
  labels: labelStore(database),
  modelVersions: modelVersionStore(database),
  scores: scoreStore(database),
  sharedWork: sharedWork(sharedRunStore(database)),
  sourceDays: sourceDayStore(database),
  uncounted: uncountedCustomerStore(database, "UTC"),
  model,
  clock: () => NOW,
});
const train = (database: Database, seed = 1, asOf = LOG_END) =>
  trainModel(deps(database), { asOf, horizonDays: 90, seed, promote: true });

type ScoreRow = {
  probability: number | null;
  silence: Phrase | null;
  reasons: Reason[] | null;
  purchases: number;
};
const scoreRows = async ({ pool }: Database): Promise<ScoreRow[]> =>
  (
    await pool.query<ScoreRow>(
      `
      SELECT s.probability, s.silence, s.reasons, (SELECT count(*)::int FROM activities a
        WHERE a.customer_id = s.customer_id AND kind = 'order' AND at >= $1::timestamptz - interval '60 days') AS purchases
      FROM scores s WHERE as_of = $1 ORDER BY customer_id`,
      [LOG_END],
    )
  ).rows;

describeOnEachDatabase("training and scoring", (database, itOnOne) => {
  it("learn from earlier snapshots, and score everyone or say why not, those at high risk with reasons", async () => {
    await generateLog(database(), { customers: 800, activities: 16_000 });
    const shares: number[] = [];
    const trained = await trainModel(deps(database()), {
      asOf: LOG_END,
      horizonDays: 90,
      seed: 1,
      onProgress: (done, total) => shares.push(done / total),
    });
    if (trained.kind !== "trained") throw new Error(trained.reason.code);
    expect(trained.version.settings.training).toHaveLength(14);
    expect(trained.version.settings.heldOut).toBe("2026-03-03T00:00:00.000Z");
    expect(trained.version.settings.typical.daysSinceLastPurchase).toBeGreaterThan(0);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(await modelVersionStore(database()).champion()).toEqual(trained.version);
    const stored = await modelVersionStore(database()).loadChampion();
    // One level of churn per snapshot, the held-out one's added once it had been judged.
    expect(readArtifact(stored?.artifact ?? new Uint8Array()).level.days).toHaveLength(15);

    const result = await scoreCustomers(deps(database()), { asOf: LOG_END });
    if (result.kind !== "scored") throw new Error(result.reason.code);
    expect(result.version.id).toBe(trained.version.id);
    const rows = await scoreRows(database());
    expect(rows).toHaveLength(result.scored + result.unscored);
    const scored = rows.filter(({ probability }) => probability !== null);
    expect(scored).toHaveLength(result.scored);
    const mean = (of: ScoreRow[]) =>
      of.reduce((total, { probability }) => total + (probability ?? 0), 0) / of.length;
    const gone = scored.filter(({ purchases }) => purchases === 0);
    const buying = scored.filter(({ purchases }) => purchases > 2);
    expect(mean(gone) - mean(buying)).toBeGreaterThan(0.3);
    const explained = scored.flatMap(({ reasons }) => (reasons === null ? [] : [reasons]));
    expect(explained.length).toBeGreaterThan(5);
    expect(explained.filter((reasons) => reasons.length === 0).length).toBeLessThan(explained.length / 10);
    for (const reasons of explained) expect(reasons.length).toBeLessThanOrEqual(5);
    for (const { silence, probability } of rows)
      if (probability === null) expect(silence?.code).toBe("no-score.short-history");
  });

  it("give the same scores when run again, and replace what another version gave for the same moment", async () => {
    await generateLog(database(), { customers: 400, activities: 8_000 });
    await train(database());
    await scoreCustomers(deps(database()), { asOf: LOG_END });
    const first = await scoreRows(database());
    await scoreCustomers(deps(database()), { asOf: LOG_END });
    expect(await scoreRows(database())).toEqual(first);
    const second = await train(database(), 2);
    await scoreCustomers(deps(database()), { asOf: LOG_END });
    const { rows } = await database().pool.query("SELECT DISTINCT model_version_id AS id FROM scores");
    expect(rows).toEqual([{ id: second.kind === "trained" ? second.version.id : null }]);
  });

  itOnOne("make the same artifact from the same data and seed", async () => {
    await generateLog(database(), { customers: 300, activities: 6_000 });
    const [a, b, c] = [await train(database()), await train(database()), await train(database(), 9)];
    const hashes = [a, b, c].map((result) =>
      result.kind === "trained" ? result.version.artifactHash : result.reason,
    );
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[0]).not.toBe(hashes[2]);
  });

  it("say what is missing instead of training on too little", async () => {
    const empty = await train(database());
    expect(empty).toEqual({
      kind: "not-enough-history",
      reason: phrase("history.none", { until: { day: "2026-06-01" } }),
    });
    await generateLog(database(), { customers: 20, activities: 400 });
    const few = await train(database());
    expect(few).toMatchObject({
      kind: "not-enough-history",
      reason: { code: "training.too-few-to-judge", parameters: { least: 50, leastOfEach: 5 } },
    });
    expect(await scoreCustomers(deps(database()), { asOf: LOG_END })).toMatchObject({ kind: "no-model" });
  });

  itOnOne(
    "score as before with a model older than a feature, and say which one an older program lacks for a newer model",
    async () => {
      await generateLog(database(), { customers: 300, activities: 6_000 });
      const features = featureStore(database());
      const lacking = <Read extends { dataset: Dataset }>(read: Read): Read => {
        const columns = read.dataset.columns.filter(({ name }) => name !== "productsTotal");
        return { ...read, dataset: { ...read.dataset, columns } };
      };
      const before: Pick<typeof features, "extract" | "extractEach"> = {
        extract: async (...asked) => lacking(await features.extract(...asked)),
        extractEach: async (...asked) => (await features.extractEach(...asked)).map(lacking),
      };
      const then = { ...deps(database()), features: { ...features, ...before } };
      const old = await trainModel(then, { asOf: LOG_END, horizonDays: 90, seed: 1 });
      if (old.kind !== "trained") throw new Error(old.reason.code);
      expect(old.version.settings.features).not.toContain("productsTotal");
      await scoreCustomers(then, { asOf: LOG_END });
      const scoredThen = await scoreRows(database());
      await scoreCustomers(deps(database()), { asOf: LOG_END });
      expect(await scoreRows(database())).toEqual(scoredThen);

      const challenger = await trainModel(deps(database()), {
        asOf: LOG_END,
        horizonDays: 90,
        seed: 1,
      });
      if (challenger.kind !== "trained") throw new Error(challenger.reason.code);
      expect(challenger.version.settings.features).toContain("productsTotal");
      // Compared with the old one on the same customers, not put in its place as unusable.
      expect(challenger.version.decision?.kind).not.toBe("champion-unusable");
      expect(challenger.version.decision?.championId).toBe(old.version.id);

      // The way back: the program of then, given a model of now.
      await modelVersionStore(database()).promote(challenger.version.id, "test", NOW);
      expect(await scoreCustomers(then, { asOf: LOG_END })).toMatchObject({
        kind: "unusable-model",
        reason: {
          code: "model.unreadable",
          parameters: { detail: phrase("artifact.other-columns", { columns: "productsTotal" }) },
        },
      });
    },
  );

  itOnOne("refuse a damaged or foreign artifact without touching the scores", async () => {
    await generateLog(database(), { customers: 300, activities: 6_000 });
    await train(database());
    await scoreCustomers(deps(database()), { asOf: LOG_END });
    const before = await scoreRows(database());
    await database().pool.query("UPDATE model_versions SET artifact = 'no model'");
    await expect(scoreCustomers(deps(database()), { asOf: LOG_END })).rejects.toThrow(DamagedArtifactError);
    await database().pool.query("UPDATE model_versions SET artifact_hash = encode(sha256(artifact), 'hex')");
    expect(await scoreCustomers(deps(database()), { asOf: LOG_END })).toMatchObject({
      kind: "unusable-model",
    });
    expect(await scoreRows(database())).toEqual(before);
  });
});
