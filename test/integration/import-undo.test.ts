import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { RejectedRow } from "../../src/domain/imports/imports.ts";
import { correctRejected } from "../../src/flows/imports/correct-rejected.ts";
import { importFile } from "../../src/flows/imports/import-file.ts";
import { undoImport } from "../../src/flows/imports/undo-import.ts";
import type { PresetName } from "../../src/sources/presets.ts";
import { createStore } from "../../src/store/store.ts";
import { commandLineText } from "../../src/words/command-line.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const NOW = new Date("2026-11-22T00:00:00Z");
const ACTIVITIES = "external_id,customer,kind,at,amount,currency,category\n";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mainstay-undo-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeOnEachDatabase("an import that is taken back", (database) => {
  const deps = () => ({ ...createStore(database()), timeZone: "UTC", clock: () => NOW });

  async function load(content: string, preset: PresetName = "mainstay-activities") {
    const path = join(folder, "file.csv");
    writeFileSync(path, content);
    const report = await importFile(deps(), { path, preset });
    if (report.kind === "refused") throw new Error(commandLineText(report.problem));
    return report;
  }

  const activities = (...lines: string[]) => load(ACTIVITIES + lines.join("\n"));

  async function left() {
    const { rows } = await database().pool.query(
      `SELECT (SELECT string_agg(external_id || ' ' || amount_minor, ', ' ORDER BY external_id) FROM activities) AS activities,
         (SELECT string_agg(external_id, ', ' ORDER BY external_id) FROM customers) AS customers,
         (SELECT string_agg(day || ' ' || rows, ', ' ORDER BY day) FROM source_days) AS days`,
    );
    return rows[0];
  }

  it("leaves nothing of what it added, and can be loaded anew", async () => {
    const first = await activities(
      "O1,C1,order,2026-06-01,100,EUR,Chair",
      "O2,C2,order,2026-06-02,50,EUR,Chair",
    );
    expect(await undoImport(deps(), { importId: first.importId })).toMatchObject({
      kind: "undone",
      undo: { rows: 2, customers: 2, restored: 0, held: [], changedLater: 0 },
    });
    expect(await left()).toEqual({ activities: null, customers: null, days: null });
    expect(await undoImport(deps(), { importId: first.importId })).toEqual({ kind: "undone-already" });
    const { rows } = await database().pool.query("SELECT status, accepted, rejected FROM imports");
    expect(rows).toEqual([{ status: "undone", accepted: 0, rejected: 0 }]);
    const { rows: audit } = await database().pool.query("SELECT actor, details FROM audit_events");
    expect(audit).toMatchObject([{ actor: "import 1", details: { rows: 2, customers: 2 } }]);
    const again = await activities(
      "O1,C1,order,2026-06-01,100,EUR,Chair",
      "O2,C2,order,2026-06-02,50,EUR,Chair",
    );
    expect(again).toMatchObject({ importId: first.importId, accepted: 2 });
  });

  it("gives back what its rows said before, and keeps what a later one changed", async () => {
    const first = await activities(
      "O1,C1,order,2026-06-01,100,EUR,Chair",
      "O2,C1,order,2026-06-02,50,EUR,Chair",
    );
    const second = await activities(
      "O1,C1,order,2026-06-03,80,EUR,Chair",
      "O3,C1,order,2026-06-03,7,EUR,Lamp",
    );
    expect(await undoImport(deps(), { importId: first.importId })).toMatchObject({
      undo: {
        rows: 1,
        restored: 0,
        customers: 0,
        changedLater: 1,
        held: [{ because: "activities", names: ["C1"] }],
      },
    });
    expect(await left()).toMatchObject({ activities: "O1 8000, O3 700", customers: "C1" });
    expect(await undoImport(deps(), { importId: second.importId })).toMatchObject({
      undo: { rows: 1, restored: 1 },
    });
    expect(await left()).toEqual({ activities: "O1 10000", customers: "C1", days: "2026-06-01 1" });
  });

  it("keeps customers on whom others hang or whom others changed, and says why", async () => {
    const header = "external_id,name\n";
    const first = await load(`${header}C1,Alpha\nC2,Beta\nC3,华为\nC4,Delta\n`, "mainstay-customers");
    await activities("O1,C1,order,2026-06-01,100,EUR,Chair");
    await load(`${header}C2,Beta AG\n`, "mainstay-customers");
    await database().pool.query("UPDATE customers SET snoozed_by = 'U1' WHERE external_id = 'C3'");
    expect(await undoImport(deps(), { importId: first.importId })).toMatchObject({
      undo: {
        customers: 1,
        held: [
          { because: "activities", customers: 1, names: ["Alpha"] },
          { because: "people", customers: 1, names: ["华为"] },
          { because: "changed", customers: 1, names: ["Beta AG"] },
        ],
      },
    });
    expect(await left()).toMatchObject({ customers: "C1, C2, C3" });
  });

  it("is refused where books are closed over its days or its costs are in the ledger, and changes nothing", async () => {
    const { importId } = await activities(
      "O1,C1,order,2026-03-01,100,EUR,Chair",
      "O2,C1,order,2026-05-02,50,EUR,Chair",
    );
    const costs = await load(
      "external_id,from,to,category,kind,amount,currency,applies_to\nk,2026-05-01,2026-05-31,tools,direct,5,EUR,all\n",
      "mainstay-costs",
    );
    await database().pool.query(
      "INSERT INTO cost_closings (through_day, closed_by, closed_at) VALUES ('2026-03-31', 'U1', '2026-04-02')",
    );
    expect(await undoImport(deps(), { importId })).toEqual({
      kind: "closed",
      rows: 1,
      through: "2026-03-31",
    });
    expect(await undoImport(deps(), { importId: costs.importId })).toEqual({ kind: "costs", entries: 1 });
    expect(await undoImport(deps(), { importId: 99 })).toEqual({ kind: "unknown" });
    expect(await left()).toMatchObject({ activities: "O1 10000, O2 5000", customers: "C1" });
  });

  it("takes the corrected lines of an import off its list, and keeps those that are wrong still", async () => {
    const { importId } = await activities(
      "O1,C1,order,2026-06-01,100,EUR,Chair",
      "O2,C1,order,01/06/2026 later,50,EUR,Chair",
      'O3,C1,order,2026-06-03,"1,5 or so",EUR,"Sofa, big"',
    );
    const explain = ({ problems }: RejectedRow) => commandLineText(problems[0]);
    const file = await correctRejected(deps(), { importId: null, explain });
    if (file.kind !== "file") throw new Error(file.kind);
    expect(file).toMatchObject({ lines: 2, cut: 0 });
    const report = await load(file.text.replaceAll("01/06/2026 later", "2026-06-02"));
    expect(report).toMatchObject({ read: 2, accepted: 1, rejected: { total: 1 } });
    const { rows } = await database().pool.query(
      "SELECT import_id, line_number, raw FROM rejected_rows ORDER BY line_number, import_id",
    );
    expect(rows).toEqual([
      {
        import_id: report.importId,
        line_number: 3,
        raw: 'O3,C1,order,2026-06-03,"1,5 or so",EUR,"Sofa, big"',
      },
    ]);
    const { rows: imports } = await database().pool.query("SELECT rejected FROM imports WHERE id = $1", [
      importId,
    ]);
    expect(imports).toEqual([{ rejected: 0 }]);
    const again = await correctRejected(deps(), { importId: report.importId, explain });
    const mended = await load((again.kind === "file" ? again.text : "").replace('"1,5 or so"', "1.50"));
    expect(mended).toMatchObject({ read: 1, accepted: 1 });
    expect((await database().pool.query("SELECT FROM rejected_rows")).rowCount).toBe(0);
    expect((await left()).activities).toBe("O1 10000, O2 5000, O3 150");
  });

  it("leaves lines that were not kept whole out of a file to correct, and counts them", async () => {
    await activities(`O1,C1,order,never,100,EUR,${"x".repeat(3_000)}`, "O2,C1,order,never,100,EUR,Chair");
    const file = await correctRejected(deps(), { importId: null, explain: () => "no date" });
    expect(file).toMatchObject({ lines: 1, cut: 1, text: expect.not.stringContaining("xxx") });
  });
});
