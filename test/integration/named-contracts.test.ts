import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { customerSpans, customerTurn } from "../../src/domain/figures/customer-days.ts";
import { customerRevenue } from "../../src/domain/figures/customer-revenue.ts";
import type { ImportReport } from "../../src/domain/imports/imports.ts";
import { type ImportFileInput, importFile } from "../../src/flows/imports/import-file.ts";
import { showNamedContracts } from "../../src/flows/imports/show-named-contracts.ts";
import type { Database } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { commandLineText } from "../../src/words/command-line.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const TODAY = new Date("2026-10-20T12:00:00Z");
const QUARTER = { fromDay: "2026-07-01", toDay: "2026-09-30" };
const YEAR = { fromDay: "2026-01-01", toDay: "2026-12-31" };
const CUSTOMERS =
  "external_id,name,currency,monthly_revenue,started_on\nC1,Acme,EUR,310,2026-01-01\nC2,華光股份有限公司,,,\n";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mainstay-contracts-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type At = { readonly now?: Date; readonly timeZone?: string };

async function importText(
  database: Database,
  preset: ImportFileInput["preset"],
  content: string,
  { now = TODAY, timeZone = "UTC" }: At = {},
): Promise<ImportReport> {
  const path = join(folder, "file.csv");
  writeFileSync(path, content);
  const deps = { ...createStore(database), clock: () => now, timeZone };
  const result = await importFile(deps, { path, preset });
  if (result.kind === "refused") throw new Error(commandLineText(result.problem));
  return result;
}

const tell = (database: Database, lines: readonly string[], at: At = {}) =>
  importText(
    database,
    "mainstay-contracts",
    `customer,contract,started_on,ended_on,price_from,monthly_revenue,currency\n${lines.join("\n")}\n`,
    at,
  );

const close = ({ pool }: Database, throughDay = QUARTER.toDay) =>
  pool.query("INSERT INTO cost_closings (through_day, closed_by, closed_at) VALUES ($1, 'x', now())", [
    throughDay,
  ]);

const texts = ({ rejected }: ImportReport) =>
  rejected.first.map(({ line, problems }) => `${line}: ${problems.map(commandLineText).join(" ")}`);

/** Net revenue per currency and what became of the customer. */
async function figures(database: Database, days: typeof QUARTER, customerId = 1) {
  const history = await createStore(database).customerHistories.of({ ...days, timeZone: "UTC" }, customerId);
  if (history === null) return null;
  const revenue = customerRevenue(history, days).map(({ currency, netMinor }) => `${netMinor} ${currency}`);
  return { ...customerTurn(customerSpans(history), days), revenue: revenue.join(", ") };
}

const shown = async ({ pool }: Database) =>
  (
    await pool.query(
      `SELECT started_on::text, ended_on::text, monthly_revenue_minor::int AS monthly, currency
       FROM customers ORDER BY external_id`,
    )
  ).rows;
const rowsOf = async ({ pool }: Database, sql: string) => (await pool.query(sql)).rows;

describeOnEachDatabase("a file of contracts", (database) => {
  beforeEach(() => importText(database(), "mainstay-customers", CUSTOMERS));

  const TWO = [
    "C1,K1,2026-01-01,,2026-07-01,620,EUR",
    "C1,K2,2026-06-01,2026-12-31,,31,EUR",
    "C1,K1,2026-01-01,,,310,EUR",
    "C2,K3,2026-02-01,,,98000,TWD",
  ];

  it("gives each price its days and adds up contracts that overlap, in any order of lines", async () => {
    const report = await tell(database(), TWO);
    expect(report).toMatchObject({ read: 4, accepted: 4, updated: 0, duplicates: 0, rejected: { total: 0 } });
    const months = async (month: string) =>
      (await figures(database(), { fromDay: `2026-${month}-01`, toDay: `2026-${month}-30` }))?.revenue;
    expect(await months("04")).toBe("31000 EUR");
    expect(await months("06")).toBe("34100 EUR");
    expect(await months("09")).toBe("65100 EUR");
    const contracts = await rowsOf(database(), "SELECT external_id FROM contracts ORDER BY 1");
    expect(contracts.map(({ external_id }) => external_id)).toEqual(["K1", "K2", "K3"]);
    const all = await figures(database(), YEAR);
    await tell(database(), [...TWO].reverse());
    expect(await figures(database(), YEAR)).toEqual(all);
  });

  it("changes nothing the second time", async () => {
    await tell(database(), TWO);
    const kept = () =>
      Promise.all([
        rowsOf(database(), "SELECT * FROM contracts ORDER BY id"),
        rowsOf(database(), "SELECT * FROM contract_prices ORDER BY 1, 2"),
        rowsOf(database(), "SELECT * FROM audit_events ORDER BY id"),
        shown(database()),
      ]);
    const before = await kept();
    const again = await tell(database(), [...TWO, ...TWO]);
    expect(again).toMatchObject({ read: 8, accepted: 0, updated: 0, duplicates: 8 });
    expect(await kept()).toEqual(before);
  });

  it("tells a change with what was told before", async () => {
    await tell(database(), TWO);
    const report = await tell(database(), ["C1,K2,2026-06-01,2026-11-30,,62,EUR", TWO[0] ?? ""]);
    expect(report).toMatchObject({ accepted: 0, updated: 1, duplicates: 1 });
    const changes = await rowsOf(
      database(),
      "SELECT actor, customer_id, details FROM audit_events WHERE action = 'contract.changed'",
    );
    expect(changes).toEqual([
      {
        actor: expect.stringMatching(/^import \d+$/),
        customer_id: 1,
        details: {
          contract: "K2",
          before: {
            startedOn: "2026-06-01",
            endedOn: "2026-12-31",
            prices: [{ fromDay: "2026-06-01", monthly: { minor: 3_100, currency: "EUR" } }],
          },
          after: {
            startedOn: "2026-06-01",
            endedOn: "2026-11-30",
            prices: [{ fromDay: "2026-06-01", monthly: { minor: 6_200, currency: "EUR" } }],
          },
        },
      },
    ]);
    expect(await figures(database(), YEAR)).toMatchObject({ revenue: "595200 EUR" });
  });

  it("leaves a closed quarter as it was printed, and books the difference in the open one", async () => {
    const printed = await figures(database(), QUARTER);
    expect(printed).toMatchObject({ atEnd: true, revenue: "93000 EUR" });
    await close(database());
    const lines = ["C1,K1,2026-01-01,,,310,EUR", "C1,K1,2026-01-01,,2026-09-01,610,EUR"];
    await tell(database(), [...lines, "C2,K3,2026-09-01,,,98000,TWD"]);
    expect(await figures(database(), QUARTER)).toEqual(printed);
    expect(await figures(database(), QUARTER, 2)).toBeNull();
    const adjustments = () =>
      rowsOf(
        database(),
        `SELECT customer_id, booked_on::text, from_day::text, to_day::text, amount_minor::int AS minor, currency, why
         FROM revenue_adjustments ORDER BY customer_id, id`,
      );
    const days = { booked_on: "2026-10-01", from_day: "2026-09-01", to_day: "2026-09-30" };
    const late = [
      { customer_id: 1, ...days, minor: 30_000, currency: "EUR", why: "price-changed" },
      { customer_id: 2, ...days, minor: 9_800_000, currency: "TWD", why: "contract-added" },
    ];
    expect(await adjustments()).toEqual(late);
    await tell(database(), lines);
    expect(await adjustments()).toEqual(late);
    await tell(database(), [
      "C1,K1,2026-01-01,2026-08-31,,310,EUR",
      "C1,K1,2026-01-01,2026-08-31,2026-07-01,0,EUR",
    ]);
    expect(await figures(database(), QUARTER)).toEqual(printed);
    expect(await figures(database(), YEAR)).toMatchObject({ left: 1, atEnd: false, revenue: "186000 EUR" });
  });

  it("shows who came back as churned and reactivated, in every period", async () => {
    await tell(database(), ["C1,K1,2025-01-01,2026-03-31,,310,EUR", "C1,K2,2026-08-01,,,400,EUR"]);
    const turn = (fromDay: string, toDay: string) => figures(database(), { fromDay, toDay });
    expect(await turn("2025-01-01", "2025-12-31")).toMatchObject({ joined: true, atEnd: true });
    expect(await turn("2026-01-01", "2026-03-31")).toMatchObject({ atStart: true, left: 1, atEnd: false });
    expect(await turn("2026-04-01", "2026-06-30")).toMatchObject({ served: false, revenue: "" });
    expect(await turn("2026-07-01", "2026-09-30")).toMatchObject({
      ...{ joined: false, reactivated: 1, atEnd: true },
      revenue: "80000 EUR",
    });
  });

  it("refuses lines whose contract is another customer's or whose customer is not known, and takes the others", async () => {
    await tell(database(), ["C1,K1,2026-01-01,,,310,EUR"]);
    const lines = ["C2,K1,2026-01-01,,,310,EUR", "C9,K9,2026-01-01,,,310,EUR", "C2,K2,2026-01-01,,,1,EUR"];
    const report = await tell(database(), [...lines, "C2,K4,2026-02-01,2026-01-01,,1,EUR"]);
    expect(report).toMatchObject({
      ...{ read: 4, accepted: 1 },
      rejected: { byReason: { other_customer: 1, unknown_customer: 1, bad_period: 1 } },
    });
    expect(texts(report)).toEqual([
      "2: The contract “K1” belongs to Acme (C1), and this line names 華光股份有限公司 (C2). Correct the customer, or give the contract an id of its own.",
      "3: No customer “C9” in the source “mainstay”. Import the customers first, then this file again.",
      expect.stringContaining("5: ended_on 2026-01-01 is before started_on 2026-02-01."),
    ]);
    expect(await figures(database(), YEAR, 2)).toMatchObject({ revenue: "1200 EUR" });
  });

  it("shows on the customer what runs, what ended last, or what is to come", async () => {
    await tell(database(), TWO);
    expect(await shown(database())).toEqual([
      { started_on: "2026-01-01", ended_on: null, monthly: 65_100, currency: "EUR" },
      { started_on: "2026-02-01", ended_on: null, monthly: 9_800_000, currency: "TWD" },
    ]);
    await tell(database(), ["C2,K3,2026-02-01,2026-08-31,,98000,TWD", "C2,K4,2027-01-01,,,50000,TWD"]);
    const [, ended] = await shown(database());
    expect(ended).toEqual({
      ...{ started_on: "2026-02-01", ended_on: "2026-08-31" },
      ...{ monthly: 9_800_000, currency: "TWD" },
    });
    const later = { ...createStore(database()), clock: () => new Date("2026-12-31T17:00:00Z") };
    expect(await showNamedContracts({ ...later, timeZone: "Asia/Taipei" })).toBe(2);
    expect(await shown(database())).toMatchObject([
      { monthly: 62_000 },
      { started_on: "2027-01-01", ended_on: null, monthly: 5_000_000 },
    ]);
    expect(await showNamedContracts({ ...later, timeZone: "Asia/Taipei" })).toBe(0);
  });

  it("shows no price in a currency that is not the contracts'", async () => {
    await tell(database(), [
      "C1,K1,2026-01-01,,,310,USD",
      "C2,K2,2026-01-01,,,1,EUR",
      "C2,K3,2026-01-01,,,1,USD",
    ]);
    expect(await shown(database())).toMatchObject([
      { monthly: null, currency: "EUR" },
      { monthly: null, currency: null },
    ]);
  });

  it("is not overruled by a later customer file, which says so once", async () => {
    await tell(database(), TWO);
    const before = { figures: await figures(database(), YEAR), shown: await shown(database()) };
    const file =
      "external_id,name,currency,monthly_revenue,started_on,ended_on\nC1,Acme Ltd,EUR,999,2026-05-01,2026-06-30\nC2,華光股份有限公司,TWD,,,\n";
    const report = await importText(database(), "mainstay-customers", file);
    expect(report).toMatchObject({ accepted: 0, updated: 1, duplicates: 1 });
    expect(report.warnings.map(commandLineText)).toEqual([
      "1 customer has contracts that a file of contracts tells of: started_on, ended_on and monthly_revenue of this file were not taken over for it. Change those contracts with --preset mainstay-contracts.",
    ]);
    expect({ figures: await figures(database(), YEAR), shown: await shown(database()) }).toEqual(before);
    expect(await rowsOf(database(), "SELECT name FROM customers WHERE id = 1")).toEqual([
      { name: "Acme Ltd" },
    ]);
    expect(await importText(database(), "mainstay-customers", file)).toMatchObject({
      updated: 0,
      duplicates: 2,
    });
    const other = file.replace("Acme Ltd,EUR", "Acme Ltd,USD");
    await importText(database(), "mainstay-customers", other);
    expect((await shown(database()))[0]).toMatchObject({ monthly: null, currency: "USD" });
  });
});
