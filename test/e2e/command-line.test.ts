import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { runCli } from "../../src/cli/program.ts";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "../../src/store/database/embedded-database.ts";
import { problemsAtSlack } from "../support/block-kit.ts";
import { builtProgram } from "../support/built-program.ts";
import { urlOfEmbedded } from "../support/embedded-url.ts";
import { beginMigrated } from "../support/migrated-database.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const MIGRATIONS = join(ROOT, "prisma/migrations");

type Run = { readonly code: number; readonly out: string; readonly err: string };

// What a command of this process trains decides nothing here but what becomes of it.
vi.mock("../../model/worker-model.ts", async (original) => {
  const actual = await original<typeof import("../../model/worker-model.ts")>();
  const { quickToTrain } = await import("../support/quick-model.ts");
  return { ...actual, createWorkerModel: () => quickToTrain(actual.createWorkerModel()) };
});

type Environment = Readonly<Record<string, string>>;

/** Starts the program, without Slack. @param program as Node is told to start it */
function start(program: readonly string[], environment: Environment, ...args: string[]): Promise<Run> {
  const env = { PATH: process.env.PATH ?? "", LOG_LEVEL: "error", ...environment };
  const options = { cwd: ROOT, env, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((done) => {
    execFile(process.execPath, [...program, ...args], options, (error, out, err) => {
      done({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });
}

/** As its users start it, which takes seconds: once, and in `start.test.ts`. */
const mainstay = (folder: string, ...args: string[]) =>
  start(["scripts/mainstay.mjs"], { DATA_DIR: folder }, ...args);

/** The same program from one file. */
const built = async (environment: Environment, ...args: string[]) =>
  start([await builtProgram("scripts/mainstay.ts")], environment, ...args);

/** The same in this process: no command knows the difference. */
async function here(environment: Environment, ...args: string[]): Promise<Run> {
  for (const [name, value] of Object.entries({ LOG_LEVEL: "error", ...environment })) vi.stubEnv(name, value);
  const said = { out: "", err: "" };
  const into = (key: keyof typeof said) => (text: string | Uint8Array) => {
    said[key] += String(text);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation(into("out")),
    vi.spyOn(process.stderr, "write").mockImplementation(into("err")),
  ];
  try {
    return { code: await runCli(["node", "mainstay", ...args]), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}

const lastLine = (text: string) => JSON.parse(text.trimEnd().split("\n").at(-1) ?? "");

/** A shop's log in the published format: 150 customers over 18 months, a third of whom stop buying on the way. */
function shopLog(): string {
  const lines = ["Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country"];
  for (let customer = 0; customer < 150; customer += 1) {
    const every = 12 + (customer % 5) * 9;
    const until = customer % 3 === 0 ? 150 + ((customer * 37) % 330) : 540;
    for (let day = customer % 17; day < until; day += every + ((customer * day) % 7)) {
      const at = new Date(Date.UTC(2009, 0, 1 + day, 10, customer % 60))
        .toISOString()
        .slice(0, 19)
        .replace("T", " ");
      lines.push(
        `${customer}-${day},SKU1,LANTERN,${1 + (day % 6)},${at},2.55,${10_000 + customer},United Kingdom`,
      );
    }
  }
  lines.push(
    "X1,SKU1,LANTERN,1,not a date,2.55,10000,United Kingdom",
    "X2,SKU1,LANTERN,1,2009-05-01 10:00:00,2.55,,France",
  );
  return `${lines.join("\n")}\n`;
}

it("ends without a stack where nobody reads its output to the end", async () => {
  const child = spawn(process.execPath, [await builtProgram("scripts/mainstay.ts"), "--help"], { cwd: ROOT });
  child.stdout.destroy();
  let said = "";
  child.stderr.on("data", (text) => {
    said += String(text);
  });
  const code = await new Promise((done) => child.on("close", done));
  expect({ code, said }).toEqual({ code: 0, said: "" });
});

describe("the command line", () => {
  let folder: string;
  let data: string;
  let log: string;
  /** The same data, opened once for all commands of this process: each would open it anew, for two seconds of computing. */
  let opened: Environment;
  let database: EmbeddedDatabase | undefined;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "mainstay-cli-"));
    data = join(folder, "data");
    opened = { DATA_DIR: data };
    log = join(folder, "log.csv");
    writeFileSync(log, shopLog());
    await beginMigrated(data);
  });
  afterAll(async () => {
    await database?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("goes from a shop's log to a card with a probability, reasons and value", async () => {
    const imported = await mainstay(data, "import", log, "--preset", "online-retail-ii", "--json");
    expect(imported.code, imported.err).toBe(3);
    const report = lastLine(imported.out);
    expect(report.rejected).toMatchObject({
      total: 2,
      byReason: { bad_date: 1, missing_customer: 1 },
      first: [{ text: expect.stringMatching(/\w\.$/) }, { text: expect.stringMatching(/\w\.$/) }],
    });
    expect(report.read).toBe(report.accepted + 2);

    const trained = await built({ DATA_DIR: data }, "train", "--json");
    expect(trained.code, trained.err).toBe(0);
    expect(lastLine(trained.out).version.metrics.network.n).toBeGreaterThan(50);

    const scored = await built({ DATA_DIR: data }, "score", "--json");
    expect(scored.code, scored.err).toBe(0);
    expect(lastLine(scored.out)).toMatchObject({ kind: "scored" });

    database = await startEmbeddedDatabase(data);
    opened = { DATA_DIR: data, DATABASE_URL: urlOfEmbedded(database) };
    const again = lastLine((await here(opened, "import", log, "--preset", "online-retail-ii", "--json")).out);
    expect(again).toMatchObject({ accepted: 0, duplicates: report.accepted });

    const previewed = await here(opened, "preview", "customer", "10001", "--json");
    expect(previewed.code, previewed.err).toBe(0);
    const card = lastLine(previewed.out);
    expect(problemsAtSlack(card)).toEqual([]);
    expect(card.text).toMatch(/^Customer 10001: (\d+|under 1|over 99) % risk of no purchase in 90 days/);
    const { probability, bounds } = card.figures.risk;
    expect(bounds.low).toBeLessThanOrEqual(probability);
    expect(bounds.high).toBeGreaterThanOrEqual(probability);
    expect(card.figures).toHaveProperty("lever");
    expect(JSON.stringify(card.blocks)).toMatch(/£.* in the last 12 months/);
    expect(JSON.stringify(card.blocks)).toContain("*Because*");
  }, 400_000);

  it("keeps what serves unless a new version is better, and lets one be chosen and rolled back", async () => {
    const again = await here(opened, "train");
    expect(again.code, again.err).toBe(0);
    expect(again.out).toMatch(
      /Version 1 goes on serving\. (?:Not better|Worse) than version 1 beyond chance/,
    );
    const { versions } = lastLine((await here(opened, "model", "list", "--json")).out);
    expect(versions.map(({ id, status }: { id: number; status: string }) => `${id} ${status}`)).toEqual([
      "2 candidate",
      "1 champion",
    ]);
    expect((await here(opened, "model", "use", "2")).out).toContain(
      "Version 2 serves from now on, instead of 1.",
    );
    const shown = await here(opened, "model", "show", "2");
    expect(shown.out).toContain("Model version 2 (champion, promoted");
    expect(shown.out).toMatch(/95 % intervals of the \w+: log loss 0\.\d{4}–\d\.\d{4}/);
    expect(shown.out).toMatch(/said \d+ %, left \d+ % \(\d+ %–\d+ %\) of \d+/);
    const back = await here(opened, "model", "rollback", "--json");
    expect(lastLine(back.out)).toMatchObject({ kind: "rolled-back", from: 2, version: { id: 1 } });
    expect(await here(opened, "model", "rollback")).toMatchObject({
      code: 1,
      err: expect.stringContaining("version 1 is the first one that served"),
    });
    expect(await here(opened, "model", "show", "9")).toMatchObject({
      code: 1,
      err: expect.stringContaining("There is no model version 9"),
    });
  }, 240_000);

  it("previews every message, and says what is missing", async () => {
    for (const kind of ["nudges", "costs", "digest", "home", "model"]) {
      const { code, out, err } = await here(opened, "preview", kind, "--json");
      expect(code, err).toBe(0);
      const previewed = lastLine(out);
      expect(Array.isArray(previewed)).toBe(false);
      for (const message of previewed.messages ?? [previewed]) expect(problemsAtSlack(message)).toEqual([]);
    }
    const month = await here(opened, "preview", "costs", "October");
    expect(month).toMatchObject({ code: 1, err: expect.stringContaining("2026-10") });
  }, 120_000);

  it("tells done, failed and wrong usage apart", async () => {
    expect(await here({}, "--help")).toMatchObject({
      code: 0,
      out: expect.stringContaining("preview"),
    });
    expect(await here(opened, "score", "--help")).toMatchObject({
      code: 0,
      out: expect.stringContaining("--as-of"),
    });
    expect(await built({ DATA_DIR: data }, "juggle")).toMatchObject({
      code: 2,
      err: expect.stringContaining("juggle"),
    });
    expect(await here(opened, "import", "--preset", "juggling")).toMatchObject({
      code: 2,
      err: expect.stringContaining("mainstay-customers"),
    });
    expect(await here(opened, "score", "--as-of", "soon")).toMatchObject({
      code: 2,
      err: expect.stringContaining("2010-12-10"),
    });
    const missing = await here(opened, "import", "nowhere.csv", "--preset", "online-retail-ii", "--json");
    expect(missing.code).toBe(1);
    expect(lastLine(missing.out).error).toContain("nowhere.csv");
  }, 120_000);

  it("brings a new folder's schema up to date by `db migrate`, and says so by `db status`", async () => {
    const fresh = join(folder, "fresh");
    const migrations = readdirSync(MIGRATIONS).filter((name) => !name.endsWith(".toml"));
    expect(lastLine((await here({ DATA_DIR: fresh }, "db", "status", "--json")).out).pending).toEqual(
      migrations,
    );
    expect(lastLine((await here({ DATA_DIR: fresh }, "db", "migrate", "--json")).out).applied).toEqual(
      migrations,
    );
    expect(lastLine((await here({ DATA_DIR: fresh }, "db", "status", "--json")).out).pending).toEqual([]);
    const doctor = await here({ DATA_DIR: fresh }, "doctor", "--json");
    expect(doctor.code, doctor.err).toBe(0);
    const findings = lastLine(doctor.out).checks.map(
      ({ name, status }: { name: string; status: string }) => `${name} ${status}`,
    );
    expect(findings).toEqual([
      "database ok",
      "folders ok",
      "zones ok",
      "slack warning",
      "links ok",
      "names ok",
      "data warning",
      "size ok",
      "members warning",
      "model warning",
      "posting warning",
      "messages ok",
      "backend ok",
    ]);
    const untrained = await here({ DATA_DIR: fresh }, "score");
    expect(untrained).toMatchObject({ code: 1, err: expect.stringContaining("train") });
  }, 180_000);

  it("says which variable is wrong before it does anything", async () => {
    const { code, err } = await built({ DATABASE_URL: "mysql://x", TIME_ZONE: "Mars" }, "score");
    expect(code).toBe(1);
    expect(err).toContain("DATABASE_URL");
    expect(err).toContain("TIME_ZONE");
  });
});
