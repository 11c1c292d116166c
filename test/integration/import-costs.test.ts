import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ImportReport } from "../../src/domain/imports/imports.ts";
import { importFile } from "../../src/flows/imports/import-file.ts";
import { type Database, openDatabase } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { commandLineText } from "../../src/words/command-line.ts";
import { builtProgram } from "../support/built-program.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { beginMigrated } from "../support/migrated-database.ts";

const NOW = new Date("2026-11-22T00:00:00Z");
const HEADER = "external_id,from,to,category,kind,amount,currency,applies_to,driver,note\n";
const SCRIPT = "test/support/import-into-folder.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mainstay-costs-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(content: string, name = "costs.csv"): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(database: Database, lines: string): Promise<ImportReport> {
  const deps = { ...createStore(database), clock: () => NOW, timeZone: "UTC" };
  const result = await importFile(deps, { path: fileOf(HEADER + lines), preset: "mainstay-costs" });
  if (result.kind === "refused") throw new Error(commandLineText(result.problem));
  return result;
}

const entriesIn = async ({ pool }: Database) =>
  (
    await pool.query(
      `SELECT source, external_id, category, subcategory, kind, amount_minor, currency, from_day::text, to_day::text,
         applies_to, driver, note FROM cost_entries ORDER BY external_id`,
    )
  ).rows;
const rejectedIn = async ({ pool }: Database) =>
  (
    await pool.query(
      "SELECT line_number AS line, reason, problems FROM rejected_rows ORDER BY line_number, import_id",
    )
  ).rows.map(({ problems, ...row }) => ({ ...row, text: problems.map(commandLineText).join(" ") }));

describeOnEachDatabase("an import of costs", (database, itOnOne) => {
  beforeEach(async () => {
    await addCustomer(database(), { name: "Acme", externalId: "C1", segment: "VIP" });
    await addCustomer(database(), { name: "华为", externalId: "C|2", segment: "大客户" });
  });

  it("keeps entries with their period, targets and driver, and a rerun changes nothing", async () => {
    const lines =
      "K1,2026-07-01,2026-07-31,labour:pay,direct,5000.00,USD,segment:VIP,minutes,Pay\n" +
      "K2,2026-01-01,2026-12-31,tools,indirect,30000,JPY,all,,CRM 订阅\n" +
      "K3,2026-07-05,2026-07-05,goods,DIRECT,1.234,KWD,segment：大客户|customer:C%7C2|Customer:C1,equal,\n";
    expect(await run(database(), lines)).toMatchObject({ read: 3, accepted: 3, rejected: { total: 0 } });
    const entries = await entriesIn(database());
    expect(entries).toMatchObject([
      {
        source: "mainstay",
        external_id: "K1",
        subcategory: "pay",
        amount_minor: "500000",
        from_day: "2026-07-01",
        to_day: "2026-07-31",
        driver: "minutes",
      },
      { amount_minor: "30000", currency: "JPY", driver: "equal", note: "CRM 订阅" },
      {
        amount_minor: "1234",
        kind: "direct",
        applies_to: "segment:大客户|customer:C%7C2|customer:C1",
        note: null,
      },
    ]);
    expect(await run(database(), lines)).toMatchObject({ read: 3, accepted: 0, duplicates: 3 });
    expect(await entriesIn(database())).toEqual(entries);
    const { rows } = await database().pool.query("SELECT action, details FROM audit_events");
    expect(rows).toEqual([{ action: "cost.imported", details: { fromLine: 2, toLine: 4, added: 3 } }]);
  });

  it("keeps each bad row with its line and reason, and the good ones beside it", async () => {
    const good = (id: string, change: Partial<Record<string, string>> = {}) => {
      const row = {
        external_id: id,
        from: "2026-07-01",
        to: "2026-07-31",
        category: "tools",
        kind: "indirect",
        amount: "10.00",
        currency: "EUR",
        applies_to: "all",
        driver: "equal",
        note: "",
        ...change,
      };
      return `${Object.values(row).join(",")}\n`;
    };
    const bad: Array<[Partial<Record<string, string>>, string]> = [
      [{ external_id: "" }, "missing_id"],
      [{ category: "rent" }, "unknown_category"],
      [{ category: "tools:pay" }, "unknown_category"],
      [{ kind: "both" }, "unknown_kind"],
      [{ driver: "weight" }, "unknown_driver"],
      [{ from: "2026-08-01" }, "bad_period"],
      [{ to: "2026-06-31" }, "bad_date"],
      [{ amount: "0" }, "not_above_zero"],
      [{ amount: "-5" }, "not_above_zero"],
      [{ amount: "10.001" }, "bad_amount"],
      [{ amount: "10.5", currency: "JPY" }, "bad_amount"],
      [{ amount: "1.2345", currency: "KWD" }, "bad_amount"],
      [{ amount: "€10" }, "not_a_number"],
      [{ currency: "EURO" }, "unknown_currency"],
      [{ currency: "" }, "missing_currency"],
      [{ applies_to: "" }, "missing_target"],
      [{ applies_to: "team:VIP" }, "bad_target"],
      [{ applies_to: "all|customer:C1" }, "bad_target"],
      [{ applies_to: "customer:C9" }, "unknown_customer"],
      [{ applies_to: "customer:C1|segment:Gold" }, "unknown_segment"],
      [{ applies_to: "ticket:T1" }, "unknown_ticket"],
      [{ applies_to: "touch:X" }, "unknown_touch"],
      [{ applies_to: "playbook:dance" }, "unknown_playbook"],
    ];
    const lines = bad.map(([change], index) => good(`B${index}`, change)).join("");
    const report = await run(
      database(),
      `${good("G1")}${lines}${good("G2", { applies_to: "playbook:thank" })}`,
    );
    expect(report).toMatchObject({ read: bad.length + 2, accepted: 2, rejected: { total: bad.length } });
    const rejected = await rejectedIn(database());
    expect(rejected.map(({ line, reason }) => [line, reason])).toEqual(
      bad.map(([, reason], index) => [index + 3, reason]),
    );
    expect(rejected.every(({ text }) => text.length > 20)).toBe(true);
  });

  it("heals a row once its customer has come", async () => {
    const line = "K1,2026-07-01,2026-07-31,goods,direct,20.00,EUR,customer:C9,equal,\n";
    expect(await run(database(), line)).toMatchObject({ accepted: 0, rejected: { total: 1 } });
    await addCustomer(database(), { name: "Late", externalId: "C9" });
    expect(await run(database(), line)).toMatchObject({ accepted: 1, rejected: { total: 0 } });
    expect(await rejectedIn(database())).toEqual([]);
  });

  it("rejects a recorded entry with other facts, within a file and later, and says how to correct it", async () => {
    const line = (amount: string, applies = "all") =>
      `K1,2026-07-01,2026-07-31,tools,indirect,${amount},EUR,${applies},equal,\n`;
    expect(await run(database(), line("10.00") + line("12.00"))).toMatchObject({
      accepted: 1,
      rejected: { byReason: { already_recorded: 1 } },
    });
    await run(database(), line("13.00"));
    await run(database(), line("10.00", "segment:VIP"));
    const texts = (await rejectedIn(database())).map(({ text }) => text);
    expect(texts[0]).toContain("with another amount: €10.00, here €13.00");
    expect(texts.join()).toContain("ledger correct 1 --to AMOUNT");
    expect(texts.join()).toContain("with something else in: applies_to");
    expect((await entriesIn(database())).map((entry) => entry.amount_minor)).toEqual(["1000"]);
  });

  it("rejects what touches a closed day, except what was recorded before", async () => {
    const { costLedger } = createStore(database());
    const july = "K1,2026-07-01,2026-07-31,tools,indirect,10.00,EUR,all,equal,\n";
    await run(database(), july);
    await costLedger.close("2026-07-15", "UTC", { by: "U1", at: NOW });
    const late = "K2,2026-07-15,2026-08-31,tools,indirect,10.00,EUR,all,equal,\n";
    const open = "K3,2026-07-16,2026-08-31,tools,indirect,10.00,EUR,all,equal,\n";
    const report = await run(database(), july + late + open);
    expect(report).toMatchObject({
      accepted: 1,
      duplicates: 1,
      rejected: { byReason: { closed_period: 1 } },
    });
    expect((await rejectedIn(database()))[0]?.text).toContain("closed through 2026-07-15");
  });

  it("judges again where the ledger is closed while a batch is being written", async () => {
    const store = createStore(database());
    let closed = false;
    const costImport = {
      ...store.costImport,
      addBatch: async (...args: Parameters<typeof store.costImport.addBatch>) => {
        if (!closed) await store.costLedger.close("2026-07-15", "UTC", { by: "U1", at: NOW });
        closed = true;
        return store.costImport.addBatch(...args);
      },
    };
    const path = fileOf(
      `${HEADER}K1,2026-07-01,2026-07-31,tools,indirect,10.00,EUR,all,,\nK2,2026-08-01,2026-08-31,tools,indirect,10.00,EUR,all,,\n`,
    );
    const deps = { ...store, costImport, clock: () => NOW, timeZone: "UTC" };
    const report = await importFile(deps, { path, preset: "mainstay-costs" });
    expect(report).toMatchObject({ accepted: 1, rejected: { byReason: { closed_period: 1 } } });
  });

  itOnOne("takes 100,000 rows in one go", { timeout: 120_000 }, async () => {
    const rows = 100_000;
    const lines = Array.from({ length: rows }, (_, i) => {
      const day = `2026-0${1 + (i % 9)}-01`;
      return `K${i},${day},${day},activities,direct,${1 + (i % 500)}.25,EUR,customer:C1,equal,Visit\n`;
    });
    expect(await run(database(), lines.join(""))).toMatchObject({ read: rows, accepted: rows });
    const { rows: sums } = await database().pool.query("SELECT sum(amount_minor) AS sum FROM cost_entries");
    const expected = Array.from({ length: rows }, (_, i) => 100 * (1 + (i % 500)) + 25);
    expect(Number(sums[0].sum)).toBe(expected.reduce((a, b) => a + b, 0));
  });
});

describe("an import of costs that is killed", () => {
  it("ends, run again, with every entry once", { timeout: 300_000 }, async () => {
    const rows = 10_000;
    const lines = Array.from(
      { length: rows },
      (_, i) => `K${i},2026-07-01,2026-07-31,tools,indirect,${i % 7 === 0 ? "x" : "9.99"},EUR,all,equal,\n`,
    );
    const path = fileOf(HEADER + lines.join(""), "killed.csv");
    const data = join(folder, "data");
    await beginMigrated(data);
    expect(await runApart(data, path, "2")).toEqual({ printed: "", signal: "SIGKILL" });
    const again = JSON.parse((await runApart(data, path)).printed);
    const bad = Math.ceil(rows / 7);
    expect(again.duplicates).toBeGreaterThan(0);
    expect(again).toMatchObject({ read: rows, rejected: { total: bad } });
    const database = await openDatabase({ kind: "embedded", folder: data });
    try {
      const { rows: kept } = await database.pool.query(
        "SELECT count(*)::int AS entries, (SELECT accepted FROM imports) AS accepted FROM cost_entries",
      );
      expect(kept).toEqual([{ entries: rows - bad, accepted: rows - bad }]);
      expect(await rejectedIn(database)).toHaveLength(bad);
    } finally {
      await database.close();
    }
  });
});

async function runApart(data: string, path: string, ...more: string[]) {
  const args = [await builtProgram(SCRIPT), data, path, "mainstay-costs", ...more];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const [printed] = await Promise.all([text(child.stdout), once(child, "exit")]);
  return { printed, signal: child.signalCode };
}
