import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { importFile } from "../../src/flows/imports/import-file.ts";
import { createStore } from "../../src/store/store.ts";
import { commandLineText } from "../../src/words/command-line.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const HEADER = "external_id,name,currency,monthly_revenue,started_on,ended_on";
const ENDED = "C1,Alpha,USD,50,2025-01-01,2025-12-31";
const RUNNING = "C1,Alpha,USD,100,2026-02-01,";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mainstay-several-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeOnEachDatabase("customers who stand on several rows", (database) => {
  async function load(now: string, ...lines: string[]) {
    const path = join(folder, "customers.csv");
    writeFileSync(path, [HEADER, ...lines].join("\n"));
    const deps = { ...createStore(database()), timeZone: "UTC", clock: () => new Date(`${now}T09:00:00Z`) };
    const report = await importFile(deps, { path, preset: "mainstay-customers" });
    if (report.kind === "refused") throw new Error(commandLineText(report.problem));
    return report;
  }

  async function kept() {
    const { rows } = await database().pool.query(
      `SELECT started_on::text, ended_on::text, monthly_revenue_minor::int AS monthly, (
         SELECT string_agg(concat_ws(' ', k.started_on, k.ended_on, p.from_day, p.monthly_minor), ', '
           ORDER BY k.started_on, p.from_day)
         FROM contracts k JOIN contract_prices p ON p.contract_id = k.id WHERE k.customer_id = c.id) AS contracts
       FROM customers c WHERE external_id = 'C1'`,
    );
    return rows;
  }

  it.each([
    ["the ended contract first", [ENDED, RUNNING]],
    ["the running one first", [RUNNING, ENDED]],
    ["in different batches", [RUNNING, ...Array.from({ length: 4_100 }, (_, i) => `F${i},Fill,,,,`), ENDED]],
  ])("have a contract for each, %s, and when the file is loaded again", async (_, lines) => {
    const report = await load("2026-11-22", ...lines);
    expect(report).toMatchObject({ accepted: lines.length - 1, duplicates: 1, updated: 0 });
    expect(report.warnings.map(commandLineText)).toEqual([
      expect.stringMatching(/^1 customer stands on several rows/),
    ]);
    const once = [
      {
        started_on: "2026-02-01",
        ended_on: null,
        monthly: 10_000,
        contracts: "2025-01-01 2025-12-31 2025-01-01 5000, 2026-02-01 2026-02-01 10000",
      },
    ];
    expect(await kept()).toEqual(once);
    await load("2026-11-23", ...lines);
    expect(await kept()).toEqual(once);
  });

  it("have ended when all contracts have, and keep what a contract cost before", async () => {
    const both = [RUNNING, "C1,Alpha,USD,7,2026-03-01,"];
    await load("2026-11-22", ...both);
    expect(await kept()).toMatchObject([{ ended_on: null, monthly: 10_700 }]);
    await load("2026-11-23", RUNNING, "C1,Alpha,USD,9,2026-03-01,");
    expect(await kept()).toMatchObject([
      {
        monthly: 10_900,
        contracts: expect.stringContaining("2026-03-01 2026-03-01 700, 2026-03-01 2026-11-23 900"),
      },
    ]);
    await load(
      "2026-11-25",
      "C1,Alpha,USD,100,2026-02-01,2026-10-31",
      "C1,Alpha,USD,9,2026-03-01,2026-11-24",
    );
    expect(await kept()).toMatchObject([{ ended_on: "2026-11-24" }]);
  });

  it("keep both spans where one ended and came back, by the old start or a new one", async () => {
    for (const start of ["2024-01-01", "2026-06-01"]) {
      await load("2026-04-10", "C1,Back,USD,50,2024-01-01,2026-03-31");
      await load("2026-06-01", `C1,Back,USD,50,${start},`);
      expect(await kept()).toMatchObject([
        { contracts: "2024-01-01 2026-03-31 2024-01-01 5000, 2026-06-01 2026-06-01 5000" },
      ]);
      await database().pool.query("DELETE FROM customers");
    }
  });
});
