import { expect, it } from "vitest";
import { generateLog, LOG_END } from "../../scripts/bench/generate-activities.ts";
import { helpTraining } from "../../src/flows/risk/training/help-training.ts";
import { labelledSnapshots, SNAPSHOTS } from "../../src/flows/risk/training/labelled-snapshot.ts";
import { trainModel } from "../../src/flows/risk/training/train-model.ts";
import type { Database } from "../../src/store/database/database.ts";
import { type SharedRunStore, sharedRunStore } from "../../src/store/shared-work/shared-runs.ts";
import { sharedWork } from "../../src/store/shared-work/shared-work.ts";
import { createStore } from "../../src/store/store.ts";
import { takingAfter, takingAtMost } from "../support/claims.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { quickModel as model } from "../support/shared-model.ts";

const AT = [{ snapshot: new Date("2025-11-01T00:00:00Z") }, { snapshot: new Date("2026-01-01T09:30:00Z") }];
const ROWS = {
  horizonDays: 90,
  inputs: { currency: "EUR", attributes: [] },
  sample: { share: 0.7, seed: 3 },
};

/** What one process has; ranges are small, so that few customers make enough of them to share. */
function processOn(database: Database, runs: SharedRunStore = sharedRunStore(database)) {
  const store = createStore(database);
  const customerRanges = () => store.features.customerRanges({ targetSize: 60 });
  const features = { ...store.features, customerRanges };
  return { ...store, runs, sharedWork: sharedWork(runs), features, model, clock: () => LOG_END };
}

/** A process that leads, and takes its first range once others have done what they do. */
const leaderAfter = (database: Database, others: () => Promise<unknown>) =>
  processOn(database, takingAfter(sharedRunStore(database), others));

const left = async ({ pool }: Database) =>
  (await pool.query("SELECT FROM shared_runs UNION ALL SELECT FROM shared_ranges")).rows;

describeOnEachDatabase("the snapshots of a training that several processes read", (database, itOnOne) => {
  const log = () => generateLog(database(), { customers: 600, activities: 12_000 });

  it("are the same to the last bit whoever read which range, and leave nothing behind", async () => {
    await log();
    const alone = await labelledSnapshots(processOn(database()), AT, ROWS);
    expect(alone.map(({ rows }) => rows > 100)).toEqual([true, true]);
    for (const most of [0, 4, 10]) {
      const helper = processOn(database(), takingAtMost(sharedRunStore(database()), most));
      const helped: unknown[] = [];
      const others = async () => void helped.push(await helpTraining(helper));
      expect(await labelledSnapshots(leaderAfter(database(), others), AT, ROWS)).toEqual(alone);
      expect(helped).toMatchObject([{ kind: "helped", ranges: most }]);
    }
    expect(await left(database())).toEqual([]);
  });

  it("take over what a killed process had claimed", async () => {
    await log();
    const killed = sharedRunStore(database());
    const others = async () => {
      const run = await killed.toHelp(SNAPSHOTS, new Set());
      const part = { runId: run?.id ?? 0, leads: false };
      expect([await killed.claim(part), await killed.claim(part)]).toMatchObject([
        { place: 1 },
        { place: 2 },
      ]);
      await database().pool.query("UPDATE shared_ranges SET claimed_until = clock_timestamp()");
    };
    const alone = await labelledSnapshots(processOn(database()), AT, ROWS);
    expect(await labelledSnapshots(leaderAfter(database(), others), AT, ROWS)).toEqual(alone);
  });

  itOnOne("make the same artifact, byte for byte", async () => {
    await log();
    const request = { asOf: LOG_END, horizonDays: 90, seed: 1, promote: true };
    const artifact = async (deps: ReturnType<typeof processOn>) => {
      await trainModel(deps, request);
      return (await deps.modelVersions.loadChampion())?.artifact;
    };
    const alone = await artifact(processOn(database()));
    const helper = processOn(database(), takingAtMost(sharedRunStore(database()), 5));
    let ranges = 0;
    const others = async () => {
      const result = await helpTraining(helper);
      if (result.kind === "helped") ranges += result.ranges;
    };
    expect(await artifact(leaderAfter(database(), others))).toEqual(alone);
    expect(ranges).toBe(5);
  });

  itOnOne("are refused where another version read a part of them", async () => {
    await log();
    const helper = processOn(database(), takingAtMost(sharedRunStore(database()), 3));
    const extractEach: typeof helper.features.extractEach = async (...given) =>
      (await helper.features.extractEach(...given)).map((extracted) => {
        const columns = extracted.dataset.columns.map((column) => ({
          ...column,
          name: `old ${column.name}`,
        }));
        return { ...extracted, dataset: { ...extracted.dataset, columns } };
      });
    const other = { ...helper, features: { ...helper.features, extractEach } };
    const leader = leaderAfter(database(), () => helpTraining(other));
    await expect(labelledSnapshots(leader, AT, ROWS)).rejects.toThrow("Another version of Mainstay");
    expect(await left(database())).toEqual([]);
  });

  itOnOne("are refused where their run was taken away from who leads it", async () => {
    await log();
    const leader = leaderAfter(database(), () => database().pool.query("DELETE FROM shared_runs"));
    await expect(labelledSnapshots(leader, AT, ROWS)).rejects.toThrow("are gone");
  });
});
