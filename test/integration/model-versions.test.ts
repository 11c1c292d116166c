import { expect, it } from "vitest";
import { generateLog, LOG_END } from "../../scripts/bench/generate-activities.ts";
import { phrase } from "../../src/domain/phrase.ts";
import { metricsServed } from "../../src/domain/risk/versions/model-version.ts";
import { chooseModel } from "../../src/flows/risk/training/choose-model.ts";
import { rollBackModel } from "../../src/flows/risk/training/roll-back-model.ts";
import { trainModel } from "../../src/flows/risk/training/train-model.ts";
import type { Database } from "../../src/store/database/database.ts";
import { featureStore } from "../../src/store/risk/features.ts";
import { labelStore } from "../../src/store/risk/labels.ts";
import { modelVersionStore } from "../../src/store/risk/model-versions.ts";
import { sourceDayStore } from "../../src/store/risk/source-days.ts";
import { sharedRunStore } from "../../src/store/shared-work/shared-runs.ts";
import { sharedWork } from "../../src/store/shared-work/shared-work.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { quickModel as model } from "../support/shared-model.ts";

const NOW = new Date("2026-06-01T06:00:00Z");
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const deps = (database: Database, now = NOW) => ({
  features: featureStore(database),
  labels: labelStore(database),
  sharedWork: sharedWork(sharedRunStore(database)),
  sourceDays: sourceDayStore(database),
  modelVersions: modelVersionStore(database),
  model,
  clock: () => now,
});

describeOnEachDatabase("champion and challenger", (database, itOnOne) => {
  const versions = () => modelVersionStore(database());
  const train = async ({
    now,
    ...given
  }: {
    seed?: number;
    horizonDays?: number;
    now?: Date;
    promote?: boolean;
  } = {}) => {
    const result = await trainModel(deps(database(), now), {
      asOf: LOG_END,
      horizonDays: 90,
      seed: 1,
      ...given,
    });
    if (result.kind !== "trained") throw new Error(result.reason.code);
    return result.version;
  };
  const audited = async () =>
    (
      await database().pool.query<{ action: string; actor: string; details: unknown }>(
        "SELECT action, actor, details FROM audit_events ORDER BY id",
      )
    ).rows;
  const serving = async () => (await versions().champion())?.id;

  it("promotes the first, keeps it against an equal, and takes what is forced", async () => {
    await generateLog(database(), { customers: 200, activities: 4_000 });
    const first = await train();
    expect(first).toMatchObject({ promotedAt: NOW, decision: { kind: "first", championId: null } });
    expect(first.settings).toMatchObject({
      activityRows: await featureStore(database()).countActivities(),
      features: expect.arrayContaining(["meanGapDays"]),
    });
    expect(first.reliability?.bins.reduce((sum, { n }) => sum + n, 0)).toBe(first.settings.heldOutRows);
    const { logLoss } = metricsServed(first);
    expect(first.reliability?.intervals.logLoss?.low).toBeLessThan(logLoss);
    expect(first.reliability?.intervals.logLoss?.high).toBeGreaterThan(logLoss);
    expect(await versions().champion()).toEqual(first);

    const same = await train({ now: later(1) });
    expect(same.decision).toMatchObject({
      kind: "not-better",
      championId: first.id,
      difference: 0,
      interval: { low: 0, high: 0 },
      slice: { at: first.settings.heldOut, customers: first.settings.heldOutRows },
      reason: {
        code: "compared.not-better",
        parameters: expect.objectContaining({ champion: first.id, difference: 0 }),
      },
    });
    expect(same.promotedAt).toBeNull();
    expect(await serving()).toBe(first.id);

    const forced = await train({ now: later(2), promote: true });
    expect(forced).toMatchObject({ promotedAt: later(2), decision: { kind: "forced" } });
    expect(await serving()).toBe(forced.id);
    expect(await audited()).toEqual([
      { action: "model.promoted", actor: "mainstay", details: { modelVersionId: first.id } },
      { action: "model.promoted", actor: "mainstay", details: { modelVersionId: forced.id } },
    ]);
    expect((await versions().list()).map(({ id }) => id)).toEqual([forced.id, same.id, first.id]);
    expect((await versions().driftReference(forced.id))?.scores.probability?.rows).toBe(
      first.settings.heldOutRows,
    );
  });

  itOnOne(
    "replaces a champion that cannot be used: damaged, of another make, or with another horizon",
    async () => {
      await generateLog(database(), { customers: 150, activities: 3_000 });
      await train();
      const spoil = (artifact: string) =>
        database().pool.query(
          `UPDATE model_versions SET artifact = ${artifact} WHERE promoted_at IS NOT NULL`,
        );
      await spoil("'no model'");
      const afterDamage = await train({ now: later(1) });
      expect(afterDamage.decision).toMatchObject({
        kind: "champion-unusable",
        championId: 1,
        reason: phrase("decision.champion-unusable", {
          champion: 1,
          why: phrase("model.damaged", { version: 1 }),
        }),
      });
      await database().pool.query(
        "UPDATE model_versions SET artifact = 'x', artifact_hash = encode(sha256('x'), 'hex') WHERE id = $1",
        [afterDamage.id],
      );
      const afterForeign = await train({ now: later(2) });
      expect(afterForeign.decision).toMatchObject({ kind: "champion-unusable", championId: afterDamage.id });
      const otherHorizon = await train({ now: later(3), horizonDays: 60 });
      expect(otherHorizon.decision?.reason).toEqual(
        phrase("decision.champion-unusable", {
          champion: afterForeign.id,
          why: phrase("model.other-horizon", { before: 90, now: 60 }),
        }),
      );
      expect(await serving()).toBe(otherHorizon.id);
    },
  );

  /** A training against a champion whose probabilities came out otherwise. */
  const trainAgainst = async (spoiled: (probabilities: Float64Array) => Float64Array) => {
    const champion = await versions().loadChampion();
    const score: typeof model.score = async (artifact, dataset, options) => {
      const scored = await model.score(artifact, dataset, options);
      if (!champion?.artifact || Buffer.compare(artifact, champion.artifact) !== 0) return scored;
      return { ...scored, probabilities: spoiled(scored.probabilities) };
    };
    const result = await trainModel(
      { ...deps(database(), later(1)), model: { train: model.train, score } },
      { asOf: LOG_END, horizonDays: 90, seed: 2, by: "train-weekly" },
    );
    if (result.kind !== "trained") throw new Error(result.reason.code);
    return result.version;
  };

  itOnOne("promotes what is better beyond chance", async () => {
    await generateLog(database(), { customers: 200, activities: 4_000 });
    const learned = await train();
    // A champion that sees what the other sees, and hardly dares to say so.
    const version = await trainAgainst((probabilities) => {
      const mean = probabilities.reduce((sum, probability) => sum + probability, 0) / probabilities.length;
      return probabilities.map((probability) => mean + (probability - mean) / 5);
    });
    expect(version.decision).toMatchObject({ kind: "better", championId: learned.id });
    expect(version.decision?.interval?.high).toBeLessThan(0);
    expect(await serving()).toBe(version.id);
    expect((await audited()).at(-1)?.actor).toBe("train-weekly");
  });

  itOnOne("replaces a champion that would not be released today", async () => {
    await generateLog(database(), { customers: 200, activities: 4_000 });
    const learned = await train();
    const version = await trainAgainst((probabilities) =>
      probabilities.map((probability) => 1 - probability),
    );
    expect(version.decision).toMatchObject({
      kind: "champion-unfit",
      championId: learned.id,
      reason: {
        code: "decision.champion-unfit",
        parameters: expect.objectContaining({ why: phrase("unfit.worse-than-constant") }),
      },
    });
    expect(await serving()).toBe(version.id);
  });
});

describeOnEachDatabase("choosing a model version", (database, itOnOne) => {
  const versions = () => modelVersionStore(database());
  const use = (id: number, hours: number) => chooseModel(deps(database(), later(hours)), { id, by: "U1" });
  const rollBack = (hours: number, seen: number | null = null) =>
    rollBackModel(deps(database(), later(hours)), { by: "U1", seen });
  const serving = async () => (await versions().champion())?.id ?? null;
  /** One trained model, kept three times, as if each had been better than the one before. */
  const trainThree = async () => {
    await generateLog(database(), { customers: 200, activities: 4_000 });
    const input = { asOf: LOG_END, horizonDays: 90, seed: 1 };
    expect(await trainModel(deps(database()), input)).toMatchObject({ kind: "trained" });
    const first = await versions().loadChampion();
    const driftReference = await versions().driftReference(1);
    if (!first || !driftReference) throw new Error("nothing was kept");
    for (const hour of [1, 2])
      await versions().save(
        { ...first, trainedAt: later(hour), promotedAt: later(hour), driftReference },
        "test",
      );
  };

  it("rolls back one promotion at a time, until nothing served before", async () => {
    await trainThree();
    expect(await rollBack(3)).toMatchObject({ kind: "rolled-back", from: 3, version: { id: 2 } });
    expect(await rollBack(4)).toMatchObject({ kind: "rolled-back", from: 2, version: { id: 1 } });
    expect(await rollBack(5)).toMatchObject({ kind: "nothing-before", champion: { id: 1 } });
    expect(await serving()).toBe(1);
    expect((await versions().list()).map(({ promotedAt }) => promotedAt)).toEqual([null, null, NOW]);
    const { rows } = await database().pool.query(
      "SELECT details FROM audit_events WHERE action = 'model.rolled-back'",
    );
    expect(rows).toEqual([
      { details: { modelVersionId: 2, from: 3 } },
      { details: { modelVersionId: 1, from: 2 } },
    ]);
  });

  it("rolls back what its reader saw serve, and nothing where another version serves by then", async () => {
    await trainThree();
    expect(await rollBack(3, 2)).toMatchObject({ kind: "changed", champion: { id: 3 } });
    expect(await versions().rollBack("U1", later(3), 2)).toBeNull();
    expect(await serving()).toBe(3);
    expect(await rollBack(4, 3)).toMatchObject({ kind: "rolled-back", from: 3, version: { id: 2 } });
    expect(await rollBack(5, 3)).toMatchObject({ kind: "changed", champion: { id: 2 } });
    expect(await serving()).toBe(2);
  });

  itOnOne("undoes a choice without forgetting what had served before it", async () => {
    await trainThree();
    expect(await use(1, 3)).toMatchObject({ kind: "serves", before: 3 });
    expect(await serving()).toBe(1);
    expect(await use(1, 4)).toMatchObject({ kind: "serves-already" });
    await rollBack(5);
    expect(await serving()).toBe(3);
    await rollBack(6);
    await rollBack(7);
    expect(await serving()).toBe(1);
  });

  itOnOne("serves what was chosen last, whatever the clock says", async () => {
    await trainThree();
    await use(1, -100);
    expect(await serving()).toBe(1);
  });

  itOnOne("refuses what is not there or cannot be used", async () => {
    await trainThree();
    expect(await use(99, 3)).toEqual({ kind: "unknown" });
    await database().pool.query("UPDATE model_versions SET artifact = 'no model' WHERE id = 1");
    expect(await use(1, 3)).toMatchObject({
      kind: "unusable",
      reason: phrase("model.damaged", { version: 1 }),
    });
    await database().pool.query(
      "UPDATE model_versions SET artifact = 'x', artifact_hash = encode(sha256('x'), 'hex') WHERE id = 2",
    );
    expect(await use(2, 3)).toMatchObject({ kind: "unusable" });
    expect(await rollBack(4)).toMatchObject({ kind: "unusable", id: 2 });
    expect(await serving()).toBe(3);
  });

  it("says so where there is no model at all", async () => {
    expect(await rollBack(0)).toEqual({ kind: "nothing-before", champion: null });
  });
});
