import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateLog, LOG_END } from "../../scripts/bench/generate-activities.ts";
import { scoreCustomers } from "../../src/flows/risk/scoring/score-customers.ts";
import { trainModel } from "../../src/flows/risk/training/train-model.ts";
import { type Database, openDatabase } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { builtProgram } from "../support/built-program.ts";
import { beginMigrated } from "../support/migrated-database.ts";
import { quickModel as model } from "../support/shared-model.ts";

const SCRIPT = "test/support/score-until-killed.ts";
const CUSTOMERS = 800;

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "mainstay-killed-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function inFolder<T>(name: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ kind: "embedded", folder: join(root, name) });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function trainOnALog(database: Database): Promise<void> {
  await generateLog(database, { customers: CUSTOMERS, activities: 16_000 });
  const deps = { ...createStore(database), model, clock: () => LOG_END };
  await trainModel(deps, { asOf: LOG_END, horizonDays: 90, seed: 1, promote: true });
}

async function scoresOf({ pool }: Database) {
  const { rows } = await pool.query(
    "SELECT customer_id, as_of, probability, silence, reasons, levers FROM scores ORDER BY customer_id, as_of",
  );
  return rows;
}

async function score(database: Database) {
  const before = (await scoresOf(database)).length;
  await scoreCustomers({ ...createStore(database), model }, { asOf: LOG_END });
  return { before, scores: await scoresOf(database) };
}

describe("a scoring that is killed", () => {
  it("ends, run again, with the same scores as one clean run", { timeout: 300_000 }, async () => {
    await beginMigrated(join(root, "killed"));
    await inFolder("killed", trainOnALog);
    cpSync(join(root, "killed"), join(root, "clean"), { recursive: true });
    const args = [await builtProgram(SCRIPT), join(root, "killed"), "2", LOG_END.toISOString()];
    const apart = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
    await once(apart, "exit");
    expect(apart.signalCode).toBe("SIGKILL");
    const [again, clean] = [await inFolder("killed", score), await inFolder("clean", score)];
    expect(clean.scores.length).toBeGreaterThan(CUSTOMERS / 2);
    expect(again.before).toBeGreaterThan(0);
    expect(again.before).toBeLessThan(clean.scores.length);
    expect(again.scores).toEqual(clean.scores);
  });
});
