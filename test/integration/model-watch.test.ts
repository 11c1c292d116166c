import { expect, it } from "vitest";
import { generateLog, LOG_END } from "../../scripts/bench/generate-activities.ts";
import type { ChannelSetting } from "../../src/domain/messages/channel-setting.ts";
import { warningsOf } from "../../src/domain/risk/versions/model-watch.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { alertModelDrift } from "../../src/flows/messages/alert-model-drift.ts";
import { scoreCustomers } from "../../src/flows/risk/scoring/score-customers.ts";
import { retrainModel } from "../../src/flows/risk/training/retrain-model.ts";
import { watchModel } from "../../src/flows/risk/watch-model.ts";
import type { Job } from "../../src/jobs/job.ts";
import { runDueJobs } from "../../src/jobs/run-due-jobs.ts";
import { trainWeekly } from "../../src/jobs/train-weekly.ts";
import { watchModelWeekly } from "../../src/jobs/watch-model-weekly.ts";
import type { Database } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { quickModel as model } from "../support/shared-model.ts";

const deps = (database: Database, now: Date) => ({
  ...createStore(database),
  ...{ model, clock: () => now, timeZone: "UTC" },
});
const silence = { info: () => {}, warn: () => {}, error: () => {} };
/** A Sunday after the generated log ends. */
const SUNDAY = new Date("2026-06-07T02:00:00Z");
const MONDAY = new Date("2026-06-08T05:00:00Z");
const training = { asOf: LOG_END, horizonDays: 90, seed: 1 };

const subscribe = (database: Database, channelId: string, given: Partial<ChannelSetting> = {}) =>
  createStore(database).channelSettings.save({
    channelId,
    digest: false,
    costSummary: false,
    alerts: true,
    escalations: false,
    timeZone: "UTC",
    locale: "en",
    setBy: "U1",
    updatedAt: LOG_END,
    ...given,
  });

const outbox = async (database: Database) =>
  (await database.pool.query<{ key: string }>("SELECT key FROM outbox ORDER BY key")).rows.map(
    ({ key }) => key,
  );

describeOnEachDatabase("weekly retraining", (database) => {
  const run = (at: Date) => {
    const now = deps(database(), at);
    const job = trainWeekly(bindFlows(now), { ...training, timeZone: "UTC" });
    return runDueJobs({ ...now, jobs: [job], log: silence });
  };
  const runs = async () =>
    (await createStore(database()).jobRuns.recent(5)).map(({ status, outcome }) => ({ status, outcome }));

  it("is skipped, not failed, where there is too little history", async () => {
    await run(SUNDAY);
    expect(await runs()).toMatchObject([{ status: "skipped", outcome: { because: "history.none" } }]);
  });

  it("trains once a week, and not again from the same rows", async () => {
    await generateLog(database(), { customers: 150, activities: 3_000 });
    await run(new Date("2026-06-07T01:59:00Z"));
    expect(await runs()).toEqual([]);
    await Promise.all([run(SUNDAY), run(SUNDAY)]);
    await run(new Date("2026-06-07T12:00:00Z"));
    expect(await runs()).toMatchObject([
      { status: "done", outcome: { figures: { version: 1, takesOver: true } } },
    ]);
    expect((await createStore(database()).modelVersions.champion())?.promotedAt).toEqual(SUNDAY);

    await run(new Date("2026-06-14T02:00:00Z"));
    expect((await runs())[0]).toMatchObject({
      status: "skipped",
      outcome: { because: "training.nothing-new" },
    });
    await database().pool.query(
      `INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency)
       VALUES ('bench', 'new', 1, 'order', '2026-05-31T10:00:00Z', 1000, 'EUR')`,
    );
    await run(new Date("2026-06-21T02:00:00Z"));
    expect((await runs())[0]).toMatchObject({ status: "done", outcome: { figures: { version: 2 } } });
    // What can no longer be used is replaced, whether or not there are new rows.
    await database().pool.query(
      "UPDATE model_versions SET artifact = 'x', artifact_hash = encode(sha256('x'), 'hex')",
    );
    expect(await retrainModel(deps(database(), SUNDAY), training)).toMatchObject({
      kind: "trained",
      version: { decision: { kind: "champion-unusable" } },
    });
    // Another horizon is another question, whatever rows there are.
    expect(await retrainModel(deps(database(), SUNDAY), { ...training, horizonDays: 60 })).toMatchObject({
      kind: "trained",
      serves: true,
    });
  });
});

describeOnEachDatabase("watching the model", (database, itOnOne) => {
  const watch = (given: { scoringAt?: Date; endOfData?: Date } = {}) =>
    watchModel(deps(database(), MONDAY), { scoringAt: LOG_END, endOfData: LOG_END, ...given });
  const found = async (given: Parameters<typeof watch>[0] = {}) => {
    const watched = await watch(given);
    if (watched.kind !== "watched") throw new Error(watched.reason.code);
    return watched.findings;
  };

  it("says so where there is no model, or one that cannot be used", async () => {
    expect(await watch()).toMatchObject({ kind: "no-model" });
    await generateLog(database(), { customers: 150, activities: 3_000 });
    await retrainModel(deps(database(), LOG_END), training);
    await database().pool.query("UPDATE model_versions SET artifact = 'no model'");
    expect(await watch()).toMatchObject({ kind: "unusable-model" });
  });

  itOnOne(
    "finds what moved: nothing much at first, silence when all fall silent, and calibration once it is known",
    async () => {
      await generateLog(database(), { customers: 450, activities: 9_000 });
      const early = new Date("2026-02-01T00:00:00Z");
      await retrainModel(deps(database(), early), { ...training, asOf: early });
      const fresh = await found({ scoringAt: early, endOfData: early });
      expect(fresh).toMatchObject({ modelVersionId: 1, calibration: null, ageDays: 0 });
      expect(fresh.customers).toBeGreaterThan(200);
      // On the day of the training nothing has moved since, however far customers are from its newest labels.
      expect(fresh.movedInputs?.length).toBeGreaterThan(0);
      for (const { psi, atTraining } of fresh.movedInputs ?? []) expect(psi).toBeCloseTo(atTraining, 10);
      expect(warningsOf(fresh)).toEqual([]);

      await scoreCustomers(deps(database(), early), { asOf: early });
      expect(
        (await found({ scoringAt: LOG_END, endOfData: new Date("2026-05-01T00:00:00Z") })).calibration,
      ).toBeNull();
      const known = await found({ endOfData: new Date("2026-05-05T00:00:00Z") });
      const { rows } = await database().pool.query<{ predicted: number; customers: number }>(
        "SELECT avg(probability)::float8 AS predicted, count(*)::int AS customers FROM scores WHERE probability IS NOT NULL",
      );
      expect(known.ageDays).toBe(120);
      expect(known.calibration).toMatchObject({
        customers: rows[0]?.customers,
        scoredAt: early.toISOString(),
      });
      expect(known.calibration?.predicted).toBeCloseTo(rows[0]?.predicted ?? 0, 5);
      expect(known.calibration?.observed).toBeGreaterThan(0);

      const september = { scoringAt: new Date("2026-09-01T00:00:00Z") };
      // Where no data come any more, what has moved is what had when they last did.
      const { scores, movedInputs } = await found();
      expect(await found(september)).toMatchObject({ scores, movedInputs });
      await database().pool.query(
        `INSERT INTO source_days (source, day, rows)
       SELECT DISTINCT source, next::date, 1 FROM source_days, generate_series('2026-06-01'::date, '2026-08-31'::date, interval '1 day') AS next`,
      );
      const silent = await found(september);
      expect(warningsOf(silent).map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(["scores-moved", "inputs-moved", "stale"]),
      );
      expect(silent.movedInputs?.map(({ name }) => name)).not.toContain("daysSinceFirstPurchase");

      // Of two sources one of which has stopped, those of the other are looked at, and judged by what became of them.
      await database().pool.query("UPDATE customers SET source = 'gone' WHERE id % 2 = 0");
      await database().pool.query(
        "INSERT INTO source_days SELECT DISTINCT 'gone', day, 1 FROM source_days WHERE day < '2026-04-01'",
      );
      const half = await found({ ...september, endOfData: new Date("2026-05-05T00:00:00Z") });
      expect(half.customers).toBeLessThan(0.7 * silent.customers);
      expect(half.calibration?.customers).toBeLessThan(0.7 * (known.calibration?.customers ?? 0));
    },
  );

  it("alerts each channel that asked once a week, and keeps what it found", async () => {
    await generateLog(database(), { customers: 150, activities: 3_000 });
    await retrainModel(deps(database(), LOG_END), training);
    await subscribe(database(), "C1");
    await subscribe(database(), "C2", { alerts: false });
    const scoringAt = new Date("2026-09-01T00:00:00Z");
    const run = (at: Date) => {
      const now = deps(database(), at);
      const readAsOf = async () => ({ training: LOG_END, scoring: scoringAt, reports: scoringAt });
      const job = watchModelWeekly({ ...bindFlows(now), readAsOf }, "UTC");
      return runDueJobs({ ...now, jobs: [job], log: silence });
    };
    await run(MONDAY);
    await run(new Date("2026-06-09T05:00:00Z"));
    expect(await outbox(database())).toEqual(["model-alert:C1:2026-W23"]);
    const figures = await createStore(database()).jobRuns.lastFigures("watch-model-weekly");
    expect(figures).toMatchObject({ alerts: 1, findings: { modelVersionId: 1 } });

    const findings = await found({ scoringAt });
    const again = { findings, week: "2026-W23", now: MONDAY };
    expect(await alertModelDrift(createStore(database()), again)).toBe(0);
    expect(await alertModelDrift(createStore(database()), { ...again, findings: await found() })).toBe(0);
    expect(await alertModelDrift(createStore(database()), { ...again, week: "2026-W24" })).toBe(1);
  });
});

describeOnEachDatabase("a job that fails", (database) => {
  const failing = (openHours: number): Job => ({
    name: "failing",
    schedule: { every: "day", hour: 9, openHours },
    catchUp: { kind: "skip" },
    timeZones: async () => ["UTC"],
    run: async () => {
      throw new Error("the disk is full");
    },
  });
  const at = (minute: number) => new Date(Date.parse("2026-06-08T09:00:00Z") + minute * 60_000);
  const tick = (job: Job | null, minute: number) => {
    const now = deps(database(), at(minute));
    const { alertJobFailure: alert } = bindFlows(now);
    return runDueJobs({ ...now, jobs: job ? [job] : [], log: silence, alert });
  };

  it("alerts after its last attempt, once for the period", async () => {
    await subscribe(database(), "C1");
    await tick(failing(12), 0);
    await tick(failing(12), 5);
    expect(await outbox(database())).toEqual([]);
    await tick(failing(12), 20);
    await tick(failing(12), 60);
    expect(await outbox(database())).toEqual(["job-alert:C1:failing:2026-06-08 UTC"]);
    await tick(failing(12), 24 * 60);
    expect(await outbox(database())).toHaveLength(1);
  });

  it("alerts at once where its hours are over before another attempt", async () => {
    await subscribe(database(), "C1");
    await tick(failing(1), 57);
    expect(await outbox(database())).toEqual(["job-alert:C1:failing:2026-06-08 UTC"]);
  });

  it("alerts about a run whose process stopped", async () => {
    await subscribe(database(), "C1");
    const { jobRuns } = createStore(database());
    for (const attempt of [0, 1, 2])
      await jobRuns.claim({ job: "crashing", period: "2026-06-08 UTC" }, at(attempt), at(attempt + 1), 3);
    await tick(null, 10);
    expect(await outbox(database())).toEqual(["job-alert:C1:crashing:2026-06-08 UTC"]);
  });

  it("goes on where the alert cannot be kept", async () => {
    const run = runDueJobs({
      ...createStore(database()),
      jobs: [failing(1)],
      clock: () => at(57),
      log: silence,
      alert: async () => {
        throw new Error("the database is gone");
      },
    });
    expect(await run).toMatchObject([{ status: "failed" }]);
  });
});
