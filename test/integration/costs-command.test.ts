import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { describeOnOneDatabase } from "../support/databases.ts";
import { mainstayIn } from "../support/run-mainstay.ts";

const CUSTOMERS = `external_id,name,owner_email,segment,currency,monthly_revenue,acquisition_cost,started_on,ended_on
A,Alpha,ann@example.com,VIP,EUR,1000,300,2025-01-01,
B,北京科技,ann@example.com,VIP,EUR,500,250,2026-08-01,
C,Gamma,bob@example.com,Small,EUR,310,,2025-05-01,2026-08-31
D,Delta,,Small,EUR,,,,
`;
const ACTIVITIES = `external_id,customer,kind,at,amount,currency,category,quantity,note
1,D,order,2026-06-01T10:00:00Z,90.00,EUR,,,
2,D,order,2026-07-10T10:00:00Z,300.00,EUR,,,
3,D,refund,2026-07-12T10:00:00Z,20.00,EUR,,,
`;
const COSTS = `external_id,from,to,category,kind,amount,currency,applies_to,driver,note
crm,2026-01-01,2026-12-31,tools,indirect,3650.00,EUR,all,equal,CRM
pay,2026-07-01,2026-07-31,labour,direct,100.01,EUR,segment:VIP|segment:Small,revenue,
gift,2026-09-01,2026-09-30,goods,direct,10.00,EUR,customer:A|customer:D,equal,
card,2026-09-24,2026-09-24,goods,direct,3.00,EUR,customer:C,equal,after they left
`;

describeOnOneDatabase("mainstay costs", (database) => {
  let folder: string;
  const { run: mainstay } = mainstayIn(database);
  const costs = async (...args: string[]) => {
    const { code, err, json } = await mainstay(
      ...["costs", "--from", "2026-07-01", "--to", "2026-09-30", "--json", ...args],
    );
    expect(code, err).toBe(0);
    return json;
  };
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "mainstay-costs-"));
    const files = { customers: CUSTOMERS, activities: ACTIVITIES, costs: COSTS };
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(folder, `${name}.csv`), text);
      const imported = await mainstay("import", join(folder, `${name}.csv`), "--preset", `mainstay-${name}`);
      expect(imported.code, imported.err).toBe(0);
    }
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("gives a quarter's costs, customers and rates, and rows that add up", async () => {
    const report = await costs("--by", "customer");
    // 92 days of 10.00 a day, 100.01, 10.00 and 3.00.
    expect(report).toMatchObject({
      currency: "EUR",
      totalMinor: 103_301,
      directMinor: 11_301,
      indirectMinor: 92_000,
      customersAtStart: 3,
      customersAtEnd: 3,
      newCustomers: 1,
      retainedCustomers: 2,
      lostCustomers: 1,
      costPerCustomerMinor: Math.round(103_301 / 4),
      costPerRetainedCustomerMinor: Math.round(103_301 / 2),
      unallocatedMinor: 0,
    });
    expect(report.retentionRatePercent).toBeCloseTo(66.667, 3);
    expect(report.churnRatePercent).toBeCloseTo(33.333, 3);
    const rows = new Map<string, Record<string, number>>(
      report.rows.map((row: { key: string }) => [row.key, row]),
    );
    // Days as customers: 92, 61, 62 and 92 of 307; revenue of July: 1,000, 0, 310 and 280 of 1,590.
    expect(rows.get("A")).toMatchObject({
      indirectMinor: 27_570,
      directMinor: 6_290 + 500,
      revenueMinor: 300_000,
    });
    expect(rows.get("B")).toMatchObject({ directMinor: 0, profitabilityMinor: 100_000 - 25_000 - 18_280 });
    expect(rows.get("C")).toMatchObject({ directMinor: 1_950 + 300, revenueMinor: 62_000 });
    expect(rows.get("D")).toMatchObject({ directMinor: 1_761 + 500, revenueMinor: 28_000 });
    const sum = [...rows.values()].reduce((total, row) => total + (row.totalMinor ?? 0), 0);
    expect(sum).toBe(report.totalMinor);
  });

  it("shows a table with its denominators and the reason for every n/a", async () => {
    const { code, out, err } = await mainstay(
      ...["costs", "--from", "2026-07-01", "--to", "2026-09-30", "--by", "category"],
    );
    expect(code, err).toBe(0);
    expect(out).toContain("÷ 4 served");
    expect(out).toContain("÷ 2 there at the start and still at the end");
    expect(out).toMatch(/tools +€920\.00 +€0\.00 +€920\.00 +n\/a +n\/a +n\/a/);
    expect(out).toContain("n/a: no customers stand behind such a row");
    const days = ["--from", "2026-07-01", "--to", "2026-09-30"];
    const [vip] = (await costs()).rows.filter(({ key }: { key: string }) => key === "VIP");
    const traced = await mainstay("trace", "profitability", ...days, "--segment", "VIP", "--json");
    expect(traced.json).toMatchObject({ amount: vip.profitabilityMinor, part: "segment VIP" });
    const both = await mainstay("trace", "cost", ...days, "--segment", "VIP", "--unallocated");
    expect(both).toMatchObject({ code: 1, err: expect.stringContaining("Ask about one of them") });
  });

  it("refuses wrong days and dimensions with a sentence, as wrong usage, and names a missing rate", async () => {
    const days = (from: string, to: string, ...more: string[]) =>
      mainstay("costs", "--from", from, "--to", to, ...more);
    const said = (text: string) => ({ code: 2, err: expect.stringContaining(text) });
    expect(await days("2026-09-31", "2026-10-31")).toMatchObject(said("2026-09-31"));
    expect(await days("2026-09-30", "2026-07-01")).toMatchObject(said("Swap --from and --to"));
    expect(await days("2026-07-01", "2026-09-30", "--by", "shoe")).toMatchObject(said("segment, category"));
    const dollars = await days("2026-07-01", "2026-09-30", "--currency", "USD");
    expect(dollars).toMatchObject({ code: 0, out: expect.stringContaining("ledger rate EUR USD") });
  });
});
