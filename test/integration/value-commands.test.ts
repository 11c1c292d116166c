import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { describeOnOneDatabase } from "../support/databases.ts";
import { mainstayIn } from "../support/run-mainstay.ts";

const SEPTEMBER = ["--from", "2026-09-01", "--to", "2026-09-30"];

describeOnOneDatabase("metrics, segments and what-ifs from the command line", (database) => {
  let folder: string;
  const { run: mainstay } = mainstayIn(database);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mainstay-value-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const importTwo = async () => {
    const customers = join(folder, "customers.csv");
    writeFileSync(
      customers,
      "external_id,name,currency,monthly_revenue,margin_percent,started_on,segment,country\n" +
        "1,北京科技有限公司,EUR,1000,40,2025-01-01,VIP,中国\n2,Acme,EUR,200,30,2025-01-01,Small,DE\n",
    );
    const imported = await mainstay("import", customers, "--preset", "mainstay-customers");
    expect(imported.code, imported.err).toBe(0);
    const contracts = join(folder, "contracts.csv");
    writeFileSync(
      contracts,
      "customer,contract,started_on,ended_on,price_from,monthly_revenue,currency\n" +
        "2,K1,2025-01-01,,,150,EUR\n2,K2,2025-01-01,,,50,EUR\n9,K9,2025-01-01,,,50,EUR\n",
    );
    const told = await mainstay("import", contracts, "--preset", "mainstay-contracts");
    expect(told.code, told.err).toBe(3);
    expect(told.out).toMatch(
      /2 new\n.*1 rejected.*\n.*1 unknown customer\n.*No customer “9”.*\n.*Next: .* metrics/,
    );
  };

  it("say what to do with an empty file, then answer", async () => {
    const empty = await mainstay("metrics", ...SEPTEMBER, "--json");
    expect(empty).toMatchObject({ code: 1, err: expect.stringContaining("Import customers") });
    expect(empty.json.error).toContain("Import customers");

    await importTwo();
    const metrics = await mainstay("metrics", ...SEPTEMBER, "--json");
    expect(metrics.code, metrics.err).toBe(0);
    const byKey = new Map(metrics.json.metrics.map((metric: { key: string }) => [metric.key, metric]));
    expect(byKey.get("retention-rate")).toMatchObject({
      value: 100,
      because: null,
      denominator: { what: "customers at the start", count: 2 },
      period: { fromDay: "2026-09-01", toDay: "2026-09-30" },
    });
    expect(byKey.get("profitability")).toMatchObject({ value: 120_000, currency: "EUR" });
    expect(byKey.get("customer-lifetime")).toMatchObject({
      value: null,
      because: "nobody left in the period",
    });

    const segments = await mainstay("segments", "--by", "geography", "--as-of", "2026-10-01");
    expect(segments.code, segments.err).toBe(0);
    expect(segments.out).toContain("中国");
    const move = ["--take", "1000", "--from-segment", "Small", "--to-segment", "VIP", "--by", "segment"];
    const answer = await mainstay("what-if", ...move, ...SEPTEMBER);
    expect(answer.code, answer.err).toBe(0);
    expect(answer.out).toContain("Not enough data yet: Small had no costs in the period.");
  });

  it("tell wrong usage from what cannot be answered", async () => {
    const rule = await mainstay("segments", "--by", "moon");
    expect(rule).toMatchObject({ code: 2, err: expect.stringContaining("value-tier, rfm") });
    const swapped = await mainstay("metrics", "--from", "2026-09-30", "--to", "2026-09-01");
    expect(swapped).toMatchObject({ code: 1, err: expect.stringContaining("Swap --from and --to") });
    await importTwo();
    const nobody = ["--take", "1000", "--from-segment", "Gold", "--to-segment", "VIP", "--by", "segment"];
    expect(await mainstay("what-if", ...nobody, ...SEPTEMBER)).toMatchObject({
      code: 1,
      err: expect.stringContaining("There were: Small, VIP"),
    });
  });

  it("state a loyalty programme, book points, and say what they stand for", async () => {
    const none = await mainstay("loyalty", "show");
    expect(none.out).toContain("loyalty set FILE");
    const rules = join(folder, "loyalty.yml");
    writeFileSync(
      rules,
      "earn: { on: orders, points: { EUR: 1 } }\nexpires: 12 months\nworth: { points: 100, amount: 1, currency: EUR }\nredeemed: 80 %\ntiers: { currency: EUR, levels: { 金卡: 500 } }\n",
    );
    expect((await mainstay("loyalty", "set", rules, "--from", "2026-01-01")).out).toContain(
      "金卡 from €500.00",
    );
    expect((await mainstay("loyalty", "set", rules, "--from", "2026-01-02")).err).toContain("stays");
    await importTwo();
    const orders = join(folder, "orders.csv");
    writeFileSync(
      orders,
      "external_id,customer,kind,at,amount,currency\no1,1,order,2026-02-01,600,EUR\no2,2,order,2026-02-02,10.99,EUR\no3,2,order,2026-02-02,5,USD\n",
    );
    expect((await mainstay("import", orders, "--preset", "mainstay-activities")).code).toBe(0);
    expect((await mainstay("loyalty", "run")).out).toMatch(
      /2 customers.*2 entries[\s\S]*In USD nothing is earned/,
    );
    expect((await mainstay("loyalty", "run")).out).toContain("0 customers");
    const redeem = ["loyalty", "redeem", "北京科技", "100", "--reason", "voucher", "--reference", "R1"];
    expect([(await mainstay(...redeem)).out, (await mainstay(...redeem)).out]).toEqual([
      expect.stringContaining("500"),
      expect.stringContaining("already"),
    ]);
    expect((await mainstay("loyalty", "adjust", "Acme", "--reason", "so", "--", "-11")).err).toContain(
      "10 points",
    );
    const file = join(folder, "points.csv");
    const { out } = await mainstay("loyalty", "liability", "--at", "2026-03-01", "--csv", file);
    expect(out).toContain(
      "610 points of 2 customers at the end of 2026-03-01 × €1.00 for 100 × 80 % = €4.88",
    );
    expect(readFileSync(file, "utf8")).toBe(
      "\uFEFFcustomer,name,points\r\n1,北京科技有限公司,600\r\n2,Acme,10\r\n",
    );
    expect((await mainstay("loyalty", "points", "Acme", "--json")).json).toMatchObject({ balance: 10 });
  });
});
