import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOnOneDatabase } from "../support/databases.ts";
import { beginEveryDatabaseMigrated } from "../support/every-database-migrated.ts";
import { mainstayIn } from "../support/run-mainstay.ts";

beginEveryDatabaseMigrated();

/** Ten buy tea and cups, twenty pens; Acme has bought tea, and buys the cup in July. */
function log(): string {
  const orders: string[] = [];
  const buy = (customer: string, day: string, product: string) =>
    orders.push(`o${orders.length},${customer},order,${day},5.00,EUR,${product}`);
  for (let place = 0; place < 10; place += 1)
    for (const product of ["茶", "Cup"]) buy(`D${place}`, "2026-05-01", product);
  for (let place = 0; place < 20; place += 1) buy(`W${place}`, "2026-05-02", "Pen");
  for (const day of ["2026-04-01", "2026-05-01", "2026-06-01"]) buy("Acme", day, "茶");
  buy("Acme", "2026-07-05", "Cup");
  buy("W1", "2026-10-01", "Pen");
  return ["external_id,customer,kind,at,amount,currency,category", ...orders, ""].join("\n");
}

describeOnOneDatabase("products from the command line", (database) => {
  const { run: mainstay } = mainstayIn(database);
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "mainstay-products-"));
    file = join(folder, "orders.csv");
    writeFileSync(file, log());
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("are reckoned, then told of one customer with what speaks for them", async () => {
    const lines = log()
      .split("\n")
      .filter((line) => !line.includes("2026-07-05"));
    const before = join(folder, "before.csv");
    writeFileSync(before, lines.join("\n"));
    const imported = await mainstay("import", before, "--preset", "mainstay-activities");
    expect(imported.code, imported.err).toBe(0);
    expect((await mainstay("products", "Acme")).out).toContain("by “products” without a customer");
    expect((await mainstay("products")).out).toContain(
      "2 products bought by enough of 31 customers: 2 pairs kept",
    );
    const shown = await mainstay("products", "Acme");
    expect(shown.code, shown.err).toBe(0);
    expect(shown.out).toContain(
      "• Cup – 10 of the 11 customers who bought 茶 bought it, too; of all 31 it was 10",
    );
    expect(shown.out).toMatch(/• 茶 – on 3 days, every 31 days, last .* days ago, due again/);
    expect((await mainstay("products", "Nobody")).code).toBe(1);
  });

  it("are measured on a file, which leaves the customer file alone", async () => {
    const measure = (cuts: string, ...more: string[]) =>
      mainstay("evaluate", "products", file, "--preset", "mainstay-activities", "--cuts", cuts, ...more);
    const { code, err, json } = await measure("2026-07-01", "--days", "30,90", "--json");
    expect(code, err).toBe(0);
    expect(json.cuts).toHaveLength(2);
    expect(json.cuts[0]).toMatchObject({
      ...{ cut: "2026-07-01", horizonDays: 30 },
      new: { customers: 1, answered: 1, rates: { suggested: 1 } },
    });
    expect((await measure("2026-07-20")).err).toContain("the last day to cut at is 2026-07-04");
    expect((await measure("2026-07-01,soon")).code).toBe(2);
    const { rows } = await database().pool.query("SELECT count(*)::int AS customers FROM customers");
    expect(rows).toEqual([{ customers: 0 }]);
  });
});
