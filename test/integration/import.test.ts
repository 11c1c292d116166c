import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ImportReport } from "../../src/domain/imports/imports.ts";
import { type ImportFileInput, importFile } from "../../src/flows/imports/import-file.ts";
import type { Database } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { commandLineText } from "../../src/words/command-line.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const NOW = new Date("2026-11-22T00:00:00Z");
const CUSTOMERS =
  "external_id,name,domain,segment,aliases\nC1,Acme GmbH,acme.com,gold,Road Runner\nC2,华为技术有限公司,,,\n";
const RETAIL = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n";
const ACTIVITIES = "external_id,customer,kind,at,amount,currency\n";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mainstay-import-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(content: string | Buffer): string {
  const path = join(folder, "file.csv");
  writeFileSync(path, content);
  return path;
}

const depsOf = (database: Database) => ({
  ...createStore(database),
  timeZone: "UTC",
  clock: () => NOW,
});

async function run(
  database: Database,
  content: string | Buffer,
  preset: ImportFileInput["preset"],
  more: Partial<ImportFileInput> = {},
): Promise<ImportReport> {
  const result = await importFile(depsOf(database), { path: fileOf(content), preset, ...more });
  if (result.kind === "refused") throw new Error(commandLineText(result.problem));
  return result;
}

/** Everything an import leaves behind, apart from numbering and times of writing. */
async function contents({ pool }: Database) {
  const customers = await pool.query(
    `SELECT source, external_id, name, domain, segment, currency, country, attributes, search_keys, search_text
     FROM customers ORDER BY 1, 2`,
  );
  const activities = await pool.query(
    `SELECT a.source, a.external_id, c.external_id AS customer, kind, at, amount_minor, a.currency, category, quantity,
       document, note FROM activities a JOIN customers c ON c.id = customer_id ORDER BY 1, 2`,
  );
  const rejected = await pool.query(
    "SELECT line_number, reason, problems, raw FROM rejected_rows ORDER BY line_number, import_id",
  );
  const imports = await pool.query(
    "SELECT preset, source, status, read, accepted, duplicates, rejected FROM imports",
  );
  return {
    customers: customers.rows,
    activities: activities.rows,
    rejected: rejected.rows,
    imports: imports.rows,
  };
}

function retailLines(count: number): string {
  const lines = Array.from({ length: count }, (_, i) => {
    const customer = i % 7 === 0 ? "" : `${13_000 + (i % 50)}`;
    const quantity = i % 11 === 0 ? "many" : i % 5;
    return `${500_000 + Math.floor(i / 4)},S${i % 3},"Tray, ""${i % 2}""",${quantity},2010-01-01 10:00:00,1.255,${customer},France`;
  });
  return `${RETAIL}${lines.join("\n")}\n`;
}

describeOnEachDatabase("import", (database) => {
  it("warns of customers whose contract no figure can count", async () => {
    const header = "external_id,name,currency,monthly_revenue,started_on,renews_on,ended_on\n";
    const report = await run(
      database(),
      `${header}a,Acme,EUR,500,,2027-01-01,\nb,Beta,EUR,100,2026-05-01,,2026-04-30\nc,Ceta,EUR,100,2026-05-01,,\nd,Delta,,,,,\n`,
      "mainstay-customers",
    );
    expect(report.warnings.map(commandLineText)).toEqual([
      "2 customers have contracts that are in no figure, because the customer file does not say when they began, or names an end before the start: Acme, Beta.",
      "Fill in started_on, on or before ended_on, and import the customers again.",
    ]);
    const mended = await run(
      database(),
      `${header}a,Acme,EUR,500,2026-01-01,2027-01-01,\n`,
      "mainstay-customers",
    );
    expect(mended.warnings.map(commandLineText)).toEqual([
      expect.stringMatching(/^1 customer has a contract that is in no figure.* it began.*: Beta\.$/),
      expect.any(String),
    ]);
  });

  it("tells a new price on the team's day", async () => {
    const file = (price: number) =>
      `external_id,name,currency,monthly_revenue,started_on\nC1,Acme,EUR,${price},2026-01-01\n`;
    const deps = { ...depsOf(database()), timeZone: "America/New_York" };
    for (const price of [100, 200])
      await importFile(deps, { path: fileOf(file(price)), preset: "mainstay-customers" });
    const { rows } = await database().pool.query("SELECT from_day::text FROM contract_prices ORDER BY 1");
    expect(rows.map(({ from_day }) => from_day)).toEqual(["2026-01-01", "2026-11-21"]);
  });

  it("writes the good rows, keeps the bad ones, and its counts add up", async () => {
    const report = await run(database(), retailLines(9_000), "online-retail-ii");
    const { activities, rejected, imports, customers } = await contents(database());
    expect(report.rejected.total).toBe(9_000 - report.accepted);
    expect(report).toMatchObject({ read: 9_000, duplicates: 0, updated: 0, source: "online-retail-ii" });
    expect(activities).toHaveLength(report.accepted);
    expect(rejected).toHaveLength(report.rejected.total);
    expect(rejected[0]).toMatchObject({ line_number: 2, reason: "missing_customer" });
    expect(report.rejected.byReason).toEqual({ missing_customer: 1_286, not_a_number: 702 });
    expect(imports).toMatchObject([
      { status: "done", read: 9_000, accepted: report.accepted, duplicates: 0 },
    ]);
    expect(customers).toHaveLength(50);
    expect(customers[0]).toMatchObject({
      name: "Customer 13000",
      country: "France",
      currency: "GBP",
      search_keys: ["customer 13000", "customer13000", "13000"],
    });
  });

  it("adds nothing the second time, and says so", async () => {
    const first = await run(database(), retailLines(5_000), "online-retail-ii");
    const before = await contents(database());
    const second = await run(database(), retailLines(5_000), "online-retail-ii");
    expect(await contents(database())).toEqual(before);
    expect(second).toEqual({ ...first, accepted: 0, duplicates: first.accepted });
  });

  it("reads a gzipped file as the plain one, and adds only what a longer file has more", async () => {
    const first = await run(database(), retailLines(3_000), "online-retail-ii");
    const zipped = await run(database(), gzipSync(retailLines(3_000)), "online-retail-ii");
    expect(zipped).toMatchObject({ accepted: 0, duplicates: first.accepted, rejected: first.rejected });
    const longer = await run(database(), retailLines(6_000), "online-retail-ii");
    expect(longer.duplicates).toBe(first.accepted);
    expect(longer.accepted).toBeGreaterThan(2_000);
  });

  it("gives each source rows of its own", async () => {
    const content = retailLines(100);
    const first = await run(database(), content, "online-retail-ii");
    const other = await run(database(), content, "online-retail-ii", { source: "second-shop" });
    expect(other).toMatchObject({ source: "second-shop", accepted: first.accepted, duplicates: 0 });
  });

  it("rejects activities of unknown customers where only known ones count, until they are there", async () => {
    const content = `${ACTIVITIES}A1,C1,order,2026-01-02,10,EUR\nA2,C9,usage,2026-01-02,,\nA1,C1,order,2026-01-02,10,EUR\n`;
    const only = { knownCustomersOnly: true };
    const before = await run(database(), content, "mainstay-activities", only);
    expect(before).toMatchObject({ read: 3, accepted: 0, rejected: { byReason: { unknown_customer: 3 } } });
    await run(database(), CUSTOMERS, "mainstay-customers");
    const after = await run(database(), content, "mainstay-activities", only);
    expect(after).toMatchObject({
      accepted: 1,
      duplicates: 1,
      rejected: { byReason: { unknown_customer: 1 } },
    });
    const { rejected, activities } = await contents(database());
    expect(rejected).toMatchObject([
      {
        line_number: 3,
        problems: [{ code: "rejected.unknown-customer", parameters: { customer: "C9", source: "mainstay" } }],
      },
    ]);
    expect(activities).toMatchObject([{ external_id: "A1", amount_minor: "1000" }]);
  });

  it("imports a file in GB18030 with semicolons and totals, and tells how it was read", async () => {
    const rows =
      "external_id;name\nC1;\xb1\xb1\xbe\xa9\xca\xbe\xc0\xfd\xbf\xc6\xbc\xbc\rC2;\xc9\xcf\xba\xa3\nTotal;2\n";
    const report = await run(database(), Buffer.from(rows, "latin1"), "mainstay-customers");
    expect(report).toMatchObject({ read: 2, accepted: 2, rejected: { total: 0 } });
    expect(report.file).toEqual({
      encoding: "gb18030",
      encodingKnownBy: "content",
      delimiter: ";",
      skipped: { total: 1, first: [{ line: 4, as: "totals", raw: "Total;2" }] },
    });
    const again = await run(database(), Buffer.from(rows, "latin1"), "mainstay-customers", {
      encoding: "GB2312",
    });
    expect(again).toMatchObject({ accepted: 0, duplicates: 2, file: { encodingKnownBy: "stated" } });
    const json = '[{"external_id":"C3","name":"\u4e0a\u6d77","at":{"city":"X"}},\n{"external_id":"C4"}]';
    expect(await run(database(), json, "mainstay-customers")).toMatchObject({
      read: 2,
      accepted: 1,
      file: { encoding: "utf-8", delimiter: null },
      rejected: { total: 1, first: [{ line: 2, reason: "missing_name", raw: '{"external_id":"C4"}' }] },
    });
    const { customers } = await contents(database());
    expect(customers.map(({ name }) => name)).toEqual(["北京示例科技", "上海", "上海"]);
    expect(customers[2].attributes).toEqual({ "at.city": "X" });
  });

  it("updates a customer whose facts changed, and only those the file has columns for", async () => {
    expect(await run(database(), CUSTOMERS, "mainstay-customers")).toMatchObject({ accepted: 2, updated: 0 });
    expect(await run(database(), CUSTOMERS, "mainstay-customers")).toMatchObject({
      accepted: 0,
      duplicates: 2,
    });
    const changed = "external_id,name,Manager\nC1,Acme Holding AG,Kim\nC2,华为技术有限公司,\nC3,New,\n";
    expect(await run(database(), changed, "mainstay-customers")).toMatchObject({
      read: 3,
      accepted: 1,
      updated: 1,
      duplicates: 1,
    });
    const { customers } = await contents(database());
    expect(customers[0]).toMatchObject({
      name: "Acme Holding AG",
      domain: "acme.com",
      segment: "gold",
      attributes: { aliases: "Road Runner", Manager: "Kim" },
    });
    expect(customers[0].search_keys).toEqual(
      expect.arrayContaining(["acme holding", "acme com", "acme", "road runner", "c1"]),
    );
    expect(customers[1].search_keys).toContain("华为技术");
    const cleared = "external_id,name,domain,Manager\nC1,Acme Holding AG,,\n";
    expect(await run(database(), cleared, "mainstay-customers")).toMatchObject({ updated: 1 });
    expect((await contents(database())).customers[0]).toMatchObject({
      domain: null,
      attributes: { aliases: "Road Runner" },
    });
  });

  it("takes a customer who stands twice in a file as the last row says", async () => {
    const twice = "external_id,name\nC1,First\nC2,Other\nC1,Last\n";
    expect(await run(database(), twice, "mainstay-customers")).toMatchObject({ accepted: 2, duplicates: 1 });
    expect((await contents(database())).customers.map((customer) => customer.name)).toEqual([
      "Last",
      "Other",
    ]);
  });

  it("writes nothing from a file it refuses", async () => {
    const path = fileOf("id,title\n1,2\n");
    const result = await importFile(depsOf(database()), { path, preset: "mainstay-customers" });
    expect(result).toMatchObject({ kind: "refused", missing: ["external_id", "name"] });
    expect((await contents(database())).imports).toEqual([]);
  });

  it("keeps what came before a cut in a compressed file, and finishes when the whole file comes", async () => {
    const whole = retailLines(20_000);
    const zipped = gzipSync(whole, { level: 1 });
    const cut = zipped.subarray(0, Math.floor(zipped.length * 0.8));
    await expect(run(database(), cut, "online-retail-ii")).rejects.toThrow(/cut off/);
    const report = await run(database(), zipped, "online-retail-ii");
    expect(report.duplicates).toBeGreaterThan(0);
    const { activities } = await contents(database());
    expect(activities).toHaveLength(report.accepted + report.duplicates);
  });

  it("tells its progress in bytes of the file", async () => {
    const seen: Array<[number, number]> = [];
    const content = retailLines(2_000);
    await run(database(), content, "online-retail-ii", {
      onProgress: (done, total) => seen.push([done, total]),
    });
    const size = Buffer.byteLength(content);
    expect(seen.at(-1)).toEqual([size, size]);
  });

  it("leaves statistics and a visibility map for the features' index", async () => {
    await run(database(), retailLines(9_000), "online-retail-ii");
    const { rows } = await database().pool.query(
      `SELECT bool_or(relallvisible > 0) AS visible, bool_or(reltuples > 0) AS counted FROM pg_class
      WHERE relname ~ '^activities(_part_..)?$' AND relkind = 'r'`,
    );
    expect(rows).toEqual([{ visible: true, counted: true }]);
  });
});
