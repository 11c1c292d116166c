import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const SEPTEMBER = ["--from", "2026-09-01", "--to", "2026-09-30"];

type Run = { readonly code: number; readonly out: string; readonly err: string };

function mainstay(folder: string, ...args: string[]): Promise<Run> {
  const environment = { PATH: process.env.PATH ?? "", DATA_DIR: folder, LOG_LEVEL: "error" };
  return new Promise((done) => {
    execFile(
      process.execPath,
      ["--import", "tsx", "scripts/mainstay.ts", ...args],
      { cwd: ROOT, env: environment },
      (error, out, err) => done({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });
}

const lastLine = (text: string) => JSON.parse(text.trimEnd().split("\n").at(-1) ?? "");

describe("metrics, segments and what-ifs from the command line", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "mainstay-value-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("say what to do with an empty file, then answer", async () => {
    const empty = await mainstay(folder, "metrics", ...SEPTEMBER, "--json");
    expect(empty).toMatchObject({ code: 1, err: expect.stringContaining("Import customers") });
    expect(lastLine(empty.out).error).toContain("Import customers");

    const customers = join(folder, "customers.csv");
    writeFileSync(
      customers,
      "external_id,name,currency,monthly_revenue,margin_percent,started_on,segment,country\n" +
        "1,北京科技有限公司,EUR,1000,40,2025-01-01,VIP,中国\n2,Acme,EUR,200,30,2025-01-01,Small,DE\n",
    );
    const imported = await mainstay(folder, "import", customers, "--preset", "mainstay-customers");
    expect(imported.code, imported.err).toBe(0);
    const contracts = join(folder, "contracts.csv");
    writeFileSync(
      contracts,
      "customer,contract,started_on,ended_on,price_from,monthly_revenue,currency\n" +
        "2,K1,2025-01-01,,,150,EUR\n2,K2,2025-01-01,,,50,EUR\n9,K9,2025-01-01,,,50,EUR\n",
    );
    const told = await mainstay(folder, "import", contracts, "--preset", "mainstay-contracts");
    expect(told.code, told.err).toBe(3);
    expect(told.out).toMatch(
      /2 new\n.*1 rejected.*\n.*1 unknown customer\n.*No customer “9”.*\n.*Next: .* metrics/,
    );

    const metrics = await mainstay(folder, "metrics", ...SEPTEMBER, "--json");
    expect(metrics.code, metrics.err).toBe(0);
    const byKey = new Map(
      lastLine(metrics.out).metrics.map((metric: { key: string }) => [metric.key, metric]),
    );
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

    const segments = await mainstay(folder, "segments", "--by", "geography", "--as-of", "2026-10-01");
    expect(segments.code, segments.err).toBe(0);
    expect(segments.out).toContain("中国");
    const move = ["--take", "1000", "--from-segment", "Small", "--to-segment", "VIP", "--by", "segment"];
    const answer = await mainstay(folder, "what-if", ...move, ...SEPTEMBER);
    expect(answer.code, answer.err).toBe(0);
    expect(answer.out).toContain("Not enough data yet: Small had no costs in the period.");
  }, 180_000);

  it("tell wrong usage from what cannot be answered", async () => {
    const rule = await mainstay(folder, "segments", "--by", "moon");
    expect(rule).toMatchObject({ code: 2, err: expect.stringContaining("value-tier, rfm") });
    const swapped = await mainstay(folder, "metrics", "--from", "2026-09-30", "--to", "2026-09-01");
    expect(swapped).toMatchObject({ code: 1, err: expect.stringContaining("Swap --from and --to") });
    const nobody = ["--take", "1000", "--from-segment", "Gold", "--to-segment", "VIP", "--by", "segment"];
    expect(await mainstay(folder, "what-if", ...nobody, ...SEPTEMBER)).toMatchObject({
      code: 1,
      err: expect.stringContaining("There were: Small, VIP"),
    });
  }, 180_000);
});
