import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
});
