import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, vi } from "vitest";
import { runCli } from "../../src/cli/program.ts";
import type { Database } from "../../src/store/database/database.ts";
import { ownDatabases } from "./databases.ts";

const CUSTOMER_COLUMNS = [
  ...[
    "external_id",
    "name",
    "domain",
    "owner_email",
    "segment",
    "currency",
    "monthly_revenue",
    "margin_percent",
  ],
  ...["acquisition_cost", "started_on", "renews_on", "ended_on", "country", "language"],
];
const ACTIVITY_COLUMNS = [
  "external_id",
  "customer",
  "kind",
  "at",
  "amount",
  "currency",
  "category",
  "quantity",
  "note",
];
const COST_COLUMNS = [
  ...["external_id", "from", "to", "category", "kind", "amount", "currency", "applies_to", "driver", "note"],
];

type Row = Readonly<Record<string, string | number>>;

/** The program's commands run in this process, on the database of the test, each test in a zone of its own. */
export function mainstayIn(database: () => Database, timeZone = "UTC") {
  let folder = "";
  const printed = { out: "", err: "" };
  let spies: { mockRestore(): void }[] = [];
  beforeEach(async () => {
    const { embedded, native } = ownDatabases();
    const { rows } = await database().pool.query("SELECT version() AS version");
    const isEmbedded = native === null || /emscripten|wasm/i.test(rows[0].version);
    vi.stubEnv("DATABASE_URL", isEmbedded ? embedded : native);
    vi.stubEnv("TIME_ZONE", timeZone);
    folder = mkdtempSync(join(tmpdir(), "mainstay-case-"));
    const into = (key: "out" | "err") => (text: string | Uint8Array) => {
      printed[key] += String(text);
      return true;
    };
    spies = [
      vi.spyOn(process.stdout, "write").mockImplementation(into("out")),
      vi.spyOn(process.stderr, "write").mockImplementation(into("err")),
    ];
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    for (const spy of spies) spy.mockRestore();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A command; `json` is null where it printed none. */
  const run = async (...args: readonly string[]) => {
    Object.assign(printed, { out: "", err: "" });
    const code = await runCli(["node", "mainstay", ...args]);
    const { out, err } = printed;
    const start = out.indexOf("{");
    return {
      code,
      out,
      err,
      json: args.includes("--json") && start >= 0 ? JSON.parse(out.slice(start)) : null,
    };
  };
  const importRows = (preset: string, columns: readonly string[], rows: readonly Row[], more: string[]) => {
    const path = join(folder, `${preset}.csv`);
    const lines = rows.map((row) => columns.map((column) => row[column] ?? "").join(","));
    writeFileSync(path, [columns.join(","), ...lines, ""].join("\n"));
    return run("import", path, "--preset", preset, ...more);
  };
  let serial = 0;
  const numbered = (rows: readonly Row[]) => rows.map((row) => ({ external_id: `r${++serial}`, ...row }));
  return {
    run,
    inZone: (zone: string) => vi.stubEnv("TIME_ZONE", zone),
    customers: (rows: readonly Row[], ...more: string[]) =>
      importRows(
        "mainstay-customers",
        CUSTOMER_COLUMNS,
        rows.map((row) => ({ name: String(row.external_id), currency: "EUR", ...row })),
        more,
      ),
    activities: (rows: readonly Row[], ...more: string[]) =>
      importRows(
        "mainstay-activities",
        ACTIVITY_COLUMNS,
        numbered(rows).map((row) => ({ kind: "order", currency: "EUR", ...row })),
        more,
      ),
    costs: (rows: readonly Row[], ...more: string[]) =>
      importRows(
        "mainstay-costs",
        COST_COLUMNS,
        numbered(rows).map((row) => ({
          category: "tools",
          kind: "direct",
          currency: "EUR",
          applies_to: "all",
          ...row,
        })),
        more,
      ),
    /** The figures of a period by their keys; the reason in words where there is none. */
    async metrics(from: string, to: string, ...more: string[]) {
      const { json, err } = await run("metrics", "--from", from, "--to", to, "--json", ...more);
      if (json?.metrics === undefined) throw new Error(err);
      type Figure = {
        key: string;
        value: number | null;
        because: string | null;
        denominator: { count: number };
      };
      return new Map<string, Figure>(json.metrics.map((one: Figure) => [one.key, one]));
    },
    async costReport(from: string, to: string, by: string, ...more: string[]) {
      const { json, err } = await run("costs", "--from", from, "--to", to, "--by", by, "--json", ...more);
      if (json?.rows === undefined) throw new Error(err);
      return {
        ...json,
        row: (label: string) => json.rows.find((row: { key: string; label: string }) => row.label === label),
      };
    },
    async spending(from: string, to: string, ...more: string[]) {
      const { json, err } = await run("spending", "--from", from, "--to", to, "--json", ...more);
      if (json?.returns === undefined) throw new Error(err);
      return { ...json, of: (key: string) => json.returns.find((one: { key: string }) => one.key === key) };
    },
  };
}
