import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ImportReport } from "../../src/domain/imports/imports.ts";
import { importFile } from "../../src/flows/imports/import-file.ts";
import { createStore } from "../../src/store/store.ts";
import { commandLineText } from "../../src/words/command-line.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const NOW = new Date("2026-11-22T00:00:00Z");
const HEADER = "external_id,customer,kind,at,amount,currency,category";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mainstay-changes-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeOnEachDatabase("the same id with other content", (database) => {
  async function load(...lines: string[]): Promise<ImportReport> {
    const path = join(folder, "file.csv");
    writeFileSync(path, [HEADER, ...lines].join("\n"));
    const deps = { ...createStore(database()), timeZone: "UTC", clock: () => NOW };
    const report = await importFile(deps, { path, preset: "mainstay-activities" });
    if (report.kind === "refused") throw new Error(commandLineText(report.problem));
    return report;
  }

  async function kept(): Promise<string[]> {
    const { rows } = await database().pool.query(
      `SELECT external_id || ' ' || category || ' ' || amount_minor || ' ' || at::date::text ||
         COALESCE(' booked ' || booked_on, '') AS line FROM activities ORDER BY external_id`,
    );
    return rows.map(({ line }) => line);
  }

  const days = async () =>
    (await database().pool.query("SELECT day::text, rows FROM source_days ORDER BY 1")).rows;

  it("is lines of one order within a file, the same ones when it is loaded again", async () => {
    const lines = ["O1,C1,order,2026-06-01,100,EUR,Chair", "O1,C1,order,2026-06-01,50,EUR,Table"];
    expect(await load(...lines)).toMatchObject({ read: 2, accepted: 2, updated: 0 });
    expect(await kept()).toEqual(["O1 Chair 10000 2026-06-01", "O1 #2 Table 5000 2026-06-01"]);
    expect(await load(...lines)).toMatchObject({ accepted: 0, updated: 0, duplicates: 2 });
    expect(await load(...lines.reverse())).toMatchObject({ accepted: 0, updated: 0, duplicates: 2 });
    const more = await load(...lines, ...["Lamp", "Rug"].map((it) => `O1,C1,order,2026-06-01,9,EUR,${it}`));
    expect(more).toMatchObject({ accepted: 2, updated: 0, duplicates: 2 });
    expect((await kept()).map((line) => line.split(" 2026")[0])).toEqual([
      "O1 Chair 10000",
      "O1 #2 Table 5000",
      "O1 #3 Lamp 900",
      "O1 #4 Rug 900",
    ]);
  });

  it("is told as a change, with the old values in the audit log", async () => {
    await load("O2,C1,order,2026-06-02,100,EUR,Chair", "O3,C1,order,2026-06-03,7,EUR,Lamp");
    const report = await load("O2,C1,order,2026-06-04,80,EUR,Chair", "O3,C1,order,2026-06-03,7,EUR,Lamp");
    expect(report).toMatchObject({ read: 2, accepted: 0, updated: 1, duplicates: 1, rejected: { total: 0 } });
    expect(await kept()).toEqual(["O2 Chair 8000 2026-06-04", "O3 Lamp 700 2026-06-03"]);
    expect(await days()).toEqual([
      { day: "2026-06-03", rows: 1 },
      { day: "2026-06-04", rows: 1 },
    ]);
    const { rows } = await database().pool.query(
      "SELECT actor, customer_id, details FROM audit_events WHERE action = 'activity.changed'",
    );
    expect(rows).toEqual([
      {
        actor: "import 2",
        customer_id: 1,
        details: {
          source: "mainstay",
          externalId: "O2",
          importId: 1,
          before: expect.objectContaining({ amountMinor: 10_000, at: "2026-06-02T00:00:00.000Z" }),
          after: expect.objectContaining({ amountMinor: 8_000, at: "2026-06-04T00:00:00.000Z" }),
        },
      },
    ]);
    const { rows: imports } = await database().pool.query(
      "SELECT updated, duplicates FROM imports WHERE id = 2",
    );
    expect(imports).toEqual([{ updated: 1, duplicates: 1 }]);
  });

  it("is refused for another customer or kind, and what is on record stays", async () => {
    await load("O2,C1,order,2026-06-02,100,EUR,Chair");
    const report = await load(
      "O2,C2,order,2026-06-02,100,EUR,Chair",
      "O2,C1,refund,2026-06-02,100,EUR,Chair",
    );
    expect(report).toMatchObject({
      accepted: 0,
      updated: 0,
      rejected: { byReason: { already_recorded: 2 } },
    });
    expect(
      report.rejected.first.map(({ line, problems }) => `${line} ${commandLineText(problems[0])}`),
    ).toEqual([
      expect.stringMatching(/^2 “O2” is on record as order of C1 .*here it is order of C2/),
      expect.stringMatching(/^3 .*here it is refund of C1/),
    ]);
    expect(await kept()).toEqual(["O2 Chair 10000 2026-06-02"]);
  });

  it("leaves closed books as they are, and books what moves into them on the first open day", async () => {
    await load("O1,C1,order,2026-03-05,100,EUR,Chair", "O2,C1,order,2026-05-02,50,EUR,Chair");
    await database().pool.query(
      "INSERT INTO cost_closings (through_day, closed_by, closed_at) VALUES ('2026-03-31', 'U1', '2026-04-02')",
    );
    const report = await load(
      "O1,C1,order,2026-03-05,80,EUR,Chair",
      "O2,C1,order,2026-03-02,50,EUR,Chair",
      "O1-less,C1,refund,2026-03-05,20,EUR,Chair",
    );
    expect(report).toMatchObject({
      accepted: 1,
      updated: 1,
      rejected: { byReason: { already_recorded: 1 } },
    });
    expect(await kept()).toEqual([
      "O1 Chair 10000 2026-03-05",
      "O1-less Chair 2000 2026-03-05 booked 2026-04-01",
      "O2 Chair 5000 2026-03-02 booked 2026-04-01",
    ]);
  });

  it("makes one order of lines that fall into different batches", async () => {
    const fill = Array.from({ length: 3_999 }, (_, i) => `F${i},C1,order,2026-06-01,1,EUR,Fill`);
    const chair = "O1,C1,order,2026-06-01,100,EUR,Chair";
    await load(...fill, chair, "O1,C1,order,2026-06-01,50,EUR,Table");
    expect((await kept()).filter((line) => line.startsWith("O1"))).toHaveLength(2);
    const changed = await load(
      ...fill,
      chair,
      "O1,C1,order,2026-06-01,60,EUR,Table",
      `O1,C1,order,2026-06-01,5,EUR,Lamp`,
    );
    expect(changed).toMatchObject({ accepted: 1, updated: 1, duplicates: 4_000 });
  });

  it("makes customers of the rows that name them, until a customer file names them", async () => {
    const report = await load("O1,客户-7,order,2026-06-01,100,EUR,Chair");
    expect(report.warnings.map(commandLineText)).toEqual([
      "1 customer is new, known from their rows alone: their name is their id. Import a customer file to name them.",
    ]);
    const customers = async () =>
      (
        await database().pool.query(
          "SELECT name, known_from_activities AS unnamed, search_keys FROM customers",
        )
      ).rows;
    expect(await customers()).toMatchObject([
      { name: "客户-7", unnamed: true, search_keys: ["客户 7", "客户7"] },
    ]);
    expect((await load("O9,客户-7,order,2026-06-02,1,EUR,Chair")).warnings).toEqual([]);
    const path = join(folder, "customers.csv");
    writeFileSync(path, "external_id,name\n客户-7,客户-7\n");
    const deps = { ...createStore(database()), timeZone: "UTC", clock: () => NOW };
    expect(await importFile(deps, { path, preset: "mainstay-customers" })).toMatchObject({ updated: 1 });
    expect(await customers()).toMatchObject([{ unnamed: false }]);
    expect(await importFile(deps, { path, preset: "mainstay-customers" })).toMatchObject({ updated: 0 });
  });
});
