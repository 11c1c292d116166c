import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type App, openApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { DEMO_SEED } from "../../src/demo/demo-data.ts";
import { findPreparedDemo, prepareDemo } from "../../src/local-workspace/prepared-demo.ts";
import { fillWorkspaceStore, openWorkspaceStore } from "../../src/local-workspace/store.ts";
import { openDatabase } from "../../src/store/database/database.ts";
import { emptyTables, ownDatabases } from "../support/databases.ts";
import { beginEveryDatabaseMigrated } from "../support/every-database-migrated.ts";
import { beginMigrated } from "../support/migrated-database.ts";
import { quickModel } from "../support/shared-model.ts";

beginEveryDatabaseMigrated();

/** Enough to train on. */
const CUSTOMERS = 100;
const MADE_AT = new Date("2026-11-26T10:00:00Z");
const { horizonDays, seed } = parseConfig({});
const MODELS_AND_SCORES = [
  "model_versions",
  "scores",
  "uncounted_customers",
  "value_tiers",
  "audit_events",
  "figure_writes",
];
const DAY_MS = 86_400_000;

describe("the demo that an install makes", () => {
  const folder = mkdtempSync(join(tmpdir(), "mainstay-prepared-"));
  const prepared = join(folder, "demo");
  const nowhere = join(folder, "nowhere");
  let opened: App[] = [];
  beforeAll(() => prepareDemo(prepared, { clock: () => MADE_AT, customers: CUSTOMERS, model: quickModel }));
  afterEach(async () => {
    for (const app of opened) await app.close();
    opened = [];
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A first start at a moment, with what it said. */
  const start = async (preparedDemo: string, now: Date, environment: Record<string, string> = {}) => {
    const steps: string[] = [];
    const onStep = (step: string) => void steps.push(step);
    const options = { customers: CUSTOMERS, preparedDemo, model: quickModel, onStep };
    const config = parseConfig({
      DATA_DIR: mkdtempSync(join(folder, "data-")),
      LOG_LEVEL: "fatal",
      ...environment,
    });
    const store = await openWorkspaceStore(config, () => now, options);
    opened.push(store.app);
    const isDemo = await fillWorkspaceStore(store, options);
    return { app: store.app, isDemo, said: steps.join("\n") };
  };
  const wanted = { customers: CUSTOMERS, horizonDays, seed, now: MADE_AT };
  const daysLater = (days: number) => new Date(MADE_AT.getTime() + days * DAY_MS);

  it("is, row by row and score by score, what a start makes by itself", async () => {
    const copied = await start(prepared, MADE_AT);
    const own = await start(nowhere, MADE_AT);
    expect(copied.said).toBe("Took the invented customers and their model from the install");
    expect(own.said).toContain("the install made none");
    expect([copied.isDemo, own.isDemo]).toEqual([true, true]);
    const rows = await rowsOf(own.app);
    expect(rows.customers).toHaveLength(CUSTOMERS);
    expect(rows.scores?.length).toBeGreaterThan(CUSTOMERS);
    expect(rows.model_versions).toHaveLength(1);
    expect(await rowsOf(copied.app)).toEqual(rows);
  });

  it("lends a later day its model; the customers are those a start makes then, scored then", async () => {
    const now = daysLater(3);
    const later = await start(prepared, now);
    expect(later.said).toContain("its customers end on 2026-11-26, making later ones");
    await beginMigrated(join(folder, "alone"));
    const alone = await openApp(parseConfig({ DATA_DIR: join(folder, "alone") }), { clock: () => now });
    opened.push(alone);
    await alone.flows.loadDemo({ seed: DEMO_SEED, asOf: now, customers: CUSTOMERS });
    const rows = await rowsOf(later.app);
    const ownRows = await rowsOf(alone);
    for (const table of Object.keys(rows).filter(
      (name) => !MODELS_AND_SCORES.includes(name) && name !== "channel_settings",
    ))
      expect({ [table]: rows[table] }).toEqual({ [table]: ownRows[table] });
    expect((await later.app.store.modelVersions.list()).map(({ trainedAt }) => trainedAt)).toEqual([MADE_AT]);
    const { rows: scored } = await later.app.database.pool.query(
      "SELECT DISTINCT as_of FROM scores ORDER BY as_of DESC",
    );
    expect(scored.map(({ as_of }) => as_of)).toEqual([0, 7, 14, 21, 28].map((days) => daysLater(3 - days)));
  });

  it("is not used when it cannot be copied: the start knows why and begins empty, to make its own", async () => {
    const broken = join(folder, "broken");
    cpSync(prepared, broken, { recursive: true });
    rmSync(join(broken, "postgres"), { recursive: true });
    const config = parseConfig({ DATA_DIR: join(folder, "after-broken") });
    const options = { customers: CUSTOMERS, preparedDemo: broken };
    const store = await openWorkspaceStore(config, () => MADE_AT, options);
    opened.push(store.app);
    expect(store.prepared).toMatchObject({ reason: expect.stringMatching(/could not be copied \(.*ENOENT/) });
    expect((await rowsOf(store.app)).customers).toEqual([]);
  });

  it("is not used where it is not what the start would make", () => {
    const reasonFor = (change: Partial<typeof wanted>) => {
      const found = findPreparedDemo(prepared, { ...wanted, ...change });
      return found.kind === "unusable" ? found.reason : found.kind;
    };
    expect(reasonFor({})).toBe("of-today");
    expect(reasonFor({ now: daysLater(0.99) })).toBe("of-today");
    expect(reasonFor({ now: daysLater(1) })).toBe("of-before");
    expect(reasonFor({ now: daysLater(30) })).toBe("the install's are of 2026-11-26");
    expect(reasonFor({ now: daysLater(-1) })).toBe("the install's are of 2026-11-26");
    for (const other of [{ customers: CUSTOMERS + 1 }, { horizonDays: 30 }, { seed: 1 }])
      expect(reasonFor(other)).toBe("the install's were made with other settings");
  });

  it("is not used with other code, or with a label that cannot be read", () => {
    const relabelled = (label: string) => {
      const other = mkdtempSync(join(folder, "label-"));
      writeFileSync(join(other, "label.json"), label);
      return findPreparedDemo(other, wanted);
    };
    const label = JSON.parse(readFileSync(join(prepared, "label.json"), "utf8"));
    expect(relabelled(JSON.stringify(label))).toMatchObject({ kind: "of-today" });
    expect(relabelled(JSON.stringify({ ...label, code: "0".repeat(64) }))).toMatchObject({
      reason: expect.stringContaining("made by other code"),
    });
    for (const damaged of ["", "{", JSON.stringify({ ...label, madeAt: "yesterday" })])
      expect(relabelled(damaged)).toMatchObject({ reason: "what the install made cannot be read" });
  });

  it("stays what it was when making a new one fails", async () => {
    const failing = () => {
      throw new Error("no clock");
    };
    await expect(prepareDemo(prepared, { clock: failing, customers: CUSTOMERS })).rejects.toThrow("no clock");
    expect(findPreparedDemo(prepared, wanted)).toMatchObject({ kind: "of-today" });
  });

  it("goes to no server's database, also where that is empty", async () => {
    const url = ownDatabases().embedded;
    const database = await openDatabase({ kind: "server", url });
    await emptyTables(database).finally(() => database.close());
    const { app, isDemo, said } = await start(prepared, MADE_AT, { DATABASE_URL: url });
    expect(isDemo).toBe(false);
    expect(said).toContain("No invented customers are put on a server");
    expect((await rowsOf(app)).customers).toEqual([]);
  });

  it("goes to nobody but the local workspace: any other first opening of a folder finds it empty", async () => {
    const app = await openApp(parseConfig({ DATA_DIR: join(folder, "of-a-bot"), SLACK_BOT_TOKEN: "" }));
    opened.push(app);
    expect((await rowsOf(app)).customers).toEqual([]);
  });

  it("leaves customers of one's own alone", async () => {
    const dataFolder = join(folder, "own-data");
    await beginMigrated(dataFolder);
    const app = await openApp(parseConfig({ DATA_DIR: dataFolder }));
    await app.database.pool.query(
      "INSERT INTO customers (source, external_id, name) VALUES ('crm', '1', 'Real Ltd')",
    );
    expect(await app.flows.renewDemo({ seed: DEMO_SEED, asOf: MADE_AT, customers: CUSTOMERS })).toEqual({
      kind: "other-data-present",
    });
    await app.close();
    const { app: again, isDemo } = await start(prepared, MADE_AT, { DATA_DIR: dataFolder });
    expect(isDemo).toBe(false);
    expect((await rowsOf(again)).customers).toHaveLength(1);
  });
});

/**
 * Every row of every table in order, without the machine's own times and how long a training took; how a scoring was shared goes by
 * the real time and is left out.
 */
async function rowsOf({ database }: App): Promise<Record<string, unknown[]>> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'shared_runs', 'shared_ranges') ORDER BY 1",
  );
  const all: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    const { rows } = await database.pool.query<{ row: unknown }>(
      `SELECT to_jsonb(t) - 'duration_ms' - 'created_at' - 'updated_at' - 'known_from' AS row FROM "${name}" t ORDER BY 1`,
    );
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}
