import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { afterEach, expect, it, vi } from "vitest";
import { generateLog, LOG_END } from "../../scripts/bench/generate-activities.ts";
import { inputsOf } from "../../src/domain/risk/versions/model-version.ts";
import { scoreCustomers } from "../../src/flows/risk/scoring/score-customers.ts";
import { SCORING } from "../../src/flows/risk/scoring/scoring-ranges.ts";
import { labelledSnapshots } from "../../src/flows/risk/training/labelled-snapshot.ts";
import { trainModel } from "../../src/flows/risk/training/train-model.ts";
import type { Database } from "../../src/store/database/database.ts";
import { sharedRunStore } from "../../src/store/shared-work/shared-runs.ts";
import { sharedWork } from "../../src/store/shared-work/shared-work.ts";
import { createStore } from "../../src/store/store.ts";
import { builtProgram } from "../support/built-program.ts";
import { takingAfter } from "../support/claims.ts";
import { describeOnOneDatabase, ownDatabases } from "../support/databases.ts";
import { quickModel as model } from "../support/shared-model.ts";

const workers: ChildProcess[] = [];
afterEach(() => {
  for (const worker of workers.splice(0)) worker.kill("SIGKILL");
});

/** `mainstay worker` in a process of its own, once it waits for work. */
async function startWorker() {
  const { native, embedded } = ownDatabases();
  const program = await builtProgram("scripts/mainstay.ts");
  const child = spawn(process.execPath, [program, "worker", "--json"], {
    env: { ...process.env, DATABASE_URL: native ?? embedded, LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  workers.push(child);
  const said = createInterface({ input: child.stderr });
  const [ready] = await once(said, "line");
  expect(ready).toBe("Waiting for work. Ctrl+C ends it.");
  return child;
}

async function prepare(database: Database) {
  await generateLog(database, { customers: 600, activities: 12_000 });
  const store = createStore(database);
  const features = {
    ...store.features,
    customerRanges: () => store.features.customerRanges({ targetSize: 60 }),
  };
  const runs = sharedRunStore(database);
  const deps = { ...store, runs, sharedWork: sharedWork(runs), features, model, clock: () => LOG_END };
  await trainModel(deps, { asOf: LOG_END, horizonDays: 90, seed: 1, promote: true });
  return deps;
}

const begin = async (deps: Awaited<ReturnType<typeof prepare>>) => {
  const champion = await deps.modelVersions.loadChampion();
  const ranges = await deps.features.customerRanges();
  const settings = { asOf: LOG_END.toISOString(), modelVersionId: champion?.id ?? 0, resting: [] };
  const topic = `${settings.asOf} ${settings.modelVersionId}`;
  return deps.runs.begin({ kind: SCORING, settings, topic, ranges });
};

describeOnOneDatabase("mainstay worker", (database) => {
  it("that is killed costs its ranges, which another process scores", { timeout: 120_000 }, async () => {
    const deps = await prepare(database());
    const child = await startWorker();
    const run = await begin(deps);
    const held =
      "SELECT place FROM shared_ranges WHERE claimed_until IS NOT NULL AND NOT settled ORDER BY place";
    const claimed = await vi.waitFor(async () => {
      const { rows } = await database().pool.query<{ place: number }>(held);
      expect(rows).not.toEqual([]);
      return rows;
    }, 20_000);
    child.kill("SIGKILL");
    const result = await scoreCustomers(deps, { asOf: LOG_END });
    const { rows } = await database().pool.query("SELECT count(*)::int AS scores FROM scores");
    if (result.kind !== "scored") throw new Error(result.reason.code);
    expect(result.scored + result.unscored).toBe(rows[0].scores);
    const { rows: again } = await database().pool.query<{ place: number }>(
      `SELECT place FROM shared_ranges WHERE run_id = ${run.id} AND attempt > 1 ORDER BY place`,
    );
    expect(again).toEqual(expect.arrayContaining(claimed));
  });

  // On a server alone can one process wait for a table while another goes on.
  const onServer = ownDatabases().native === null ? [] : ["the rows are the same"];
  it.each(onServer)(
    "that is killed while it reads for a training costs its ranges, and %s",
    {
      timeout: 120_000,
    },
    async () => {
      const deps = await prepare(database());
      const at = [{ snapshot: new Date("2026-01-01T00:00:00Z") }];
      const rows = { horizonDays: 90, inputs: inputsOf({}) };
      const alone = await labelledSnapshots(deps, at, rows);
      const child = await startWorker();
      const claimed = "SELECT place FROM shared_ranges WHERE claimed_until IS NOT NULL AND NOT settled";
      const killReading = async () => {
        // Reading, it waits for the table until it is killed.
        const locking = await database().pool.connect();
        await locking.query("BEGIN; LOCK TABLE activities IN ACCESS EXCLUSIVE MODE");
        await vi.waitFor(async () => {
          expect((await locking.query(claimed)).rows).not.toEqual([]);
        }, 20_000);
        child.kill("SIGKILL");
        await locking.query("ROLLBACK");
        locking.release();
      };
      const leading = sharedWork(takingAfter(deps.runs, killReading));
      expect(await labelledSnapshots({ ...deps, sharedWork: leading }, at, rows)).toEqual(alone);
    },
  );

  it("scores what another process leads, and says how much when it is stopped", {
    timeout: 120_000,
  }, async () => {
    const deps = await prepare(database());
    const child = await startWorker();
    const run = await begin(deps);
    await vi.waitFor(async () => {
      const { done, total } = await deps.runs.progress(run.id);
      expect(done).toBe(total);
    }, 60_000);
    child.kill("SIGTERM");
    const [printed, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
    expect([code, JSON.parse(printed)]).toEqual([0, { ranges: 10 }]);
  });
});
