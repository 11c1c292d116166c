import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ImportReport } from "../../src/domain/imports/imports.ts";
import { importFile } from "../../src/flows/imports/import-file.ts";
import { type Database, type DatabaseLocation, openDatabase } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { commandLineText } from "../../src/words/command-line.ts";
import { builtProgram } from "../support/built-program.ts";
import { beginMigrated, migratedDump } from "../support/migrated-database.ts";

const SCRIPT = "test/support/import-into-folder.ts";
/** Five batches, of which the third is cut off. */
const LINES = 18_000;

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "mainstay-killed-"));
  const lines = Array.from({ length: LINES }, (_, i) => {
    const customer = i % 9 === 0 ? "" : 13_000 + (i % 300);
    return `${500_000 + (i >> 3)},S${i % 3},Tray ${i % 2},${1 + (i % 4)},2010-01-01 10:00:00,1.25,${customer},France`;
  });
  const header = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country";
  writeFileSync(join(root, "log.csv"), `${header}\n${lines.join("\n")}\n`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Runs the import in a process of its own. @returns what it printed and the signal that ended it */
async function runApart(folder: string, ...more: string[]) {
  const args = [
    await builtProgram(SCRIPT),
    join(root, folder),
    join(root, "log.csv"),
    "online-retail-ii",
    ...more,
  ];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const [printed] = await Promise.all([text(child.stdout), once(child, "exit")]);
  return { printed, signal: child.signalCode };
}

async function runClean(database: Database): Promise<ImportReport> {
  const deps = {
    ...createStore(database),
    timeZone: "UTC",
    clock: () => new Date("2026-11-22T00:00:00Z"),
  };
  const report = await importFile(deps, { path: join(root, "log.csv"), preset: "online-retail-ii" });
  if (report.kind === "refused") throw new Error(commandLineText(report.problem));
  return report;
}

async function contents({ pool }: Database) {
  const tables = [
    "SELECT source, external_id, name, country, currency, search_keys, search_text FROM customers ORDER BY 1, 2",
    `SELECT a.source, a.external_id, c.external_id AS customer, kind, at, amount_minor, category, quantity, document,
       note FROM activities a JOIN customers c ON c.id = customer_id ORDER BY 1, 2`,
    "SELECT import_id, line_number, reason, problems, raw FROM rejected_rows ORDER BY 1, 2",
    `SELECT id, preset, source, file_name, sha256, status, read, accepted, duplicates, rejected, started_at,
       finished_at FROM imports`,
  ];
  return Promise.all(tables.map(async (sql) => (await pool.query(sql)).rows));
}

async function open(location: DatabaseLocation): Promise<Database> {
  const database = await openDatabase(location);
  opened.push(database);
  return database;
}
const opened: Database[] = [];
afterAll(() => Promise.all(opened.map((database) => database.close())));

describe("an import that is killed", () => {
  it("ends, run again, with the same rows as one clean run", { timeout: 300_000 }, async () => {
    await beginMigrated(join(root, "data"));
    expect(await runApart("data", "3")).toEqual({ printed: "", signal: "SIGKILL" });
    const again = JSON.parse((await runApart("data")).printed);
    const cleanDatabase = await open({ kind: "memory", dump: await migratedDump() });
    const clean = await runClean(cleanDatabase);
    expect(again.duplicates).toBeGreaterThan(0);
    expect(again.accepted).toBeGreaterThan(0);
    expect(again.accepted + again.duplicates).toBe(clean.accepted);
    const killedDatabase = await open({ kind: "embedded", folder: join(root, "data") });
    expect(await contents(killedDatabase)).toEqual(await contents(cleanDatabase));
  });
});
