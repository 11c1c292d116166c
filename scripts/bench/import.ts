// npm run bench -- import [--items N] | [--file F --preset P]: lines per second into a fresh embedded database, by the
// built program.
// `timesPlainCopy`: its seconds as a multiple of what the database takes to copy the same rows into an empty table with the same indexes.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { importFile } from "../../src/flows/imports/import-file.ts";
import { PRESET_NAMES, type PresetName } from "../../src/sources/presets.ts";
import { type Database, openDatabase } from "../../src/store/database/database.ts";
import { migrate } from "../../src/store/database/migrate.ts";
import { createStore } from "../../src/store/store.ts";
import { commandLineText } from "../../src/words/command-line.ts";
import { writeActivityFiles } from "./activity-files.ts";
import { processorSeconds, threadSeconds } from "./processor-seconds.ts";

const MILLION = 1_000_000;

const { values } = parseArgs({
  options: {
    items: { type: "string" },
    file: { type: "string" },
    preset: { type: "string" },
    prepare: { type: "string" },
    within: { type: "string" },
  },
});
void main();

async function main(): Promise<void> {
  if (values.prepare) await prepare(values.prepare);
  else if (values.within) await bench(values.within);
  else benchInFreshFolder();
}

function benchInFreshFolder(): void {
  const folder = mkdtempSync(join(tmpdir(), "mainstay-bench-"));
  try {
    // Making a database takes its own memory, once; in a process of its own it stays out of the import's peak.
    run("--prepare", join(folder, "data"));
    run("--within", folder, ...process.argv.slice(2));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(...args: readonly string[]): void {
  const [program = ""] = process.argv.slice(1);
  const { status } = spawnSync(process.execPath, [...process.execArgv, program, ...args], {
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("The bench ended early; what is wrong stands above.");
}

async function prepare(dataFolder: string): Promise<void> {
  const database = await openDatabase({ kind: "embedded", folder: dataFolder });
  await migrate(database);
  await database.close();
}

async function bench(workFolder: string): Promise<void> {
  const database = await openDatabase({ kind: "embedded", folder: join(workFolder, "data") });
  try {
    const { path, preset } = await fileToImport(database, workFolder);
    const [spent, spentByThread] = [processorSeconds(), threadSeconds()];
    const report = await importWith(database, path, preset);
    const [all, threads] = [spent(), spentByThread()];
    const perSecond = Math.round(report.read / report.seconds);
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
    const { read, accepted, seconds } = report;
    const cpu = { all, main: threads?.main, database: threads?.busiest };
    const line = {
      bench: "import",
      items: read,
      seconds,
      perSecond,
      processorSeconds: cpu,
      timesPlainCopy: Number((seconds / (await plainCopySeconds(database))).toFixed(1)),
      peakRssMb,
      accepted,
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  } finally {
    await database.close();
  }
}

async function plainCopySeconds({ pool }: Database): Promise<number> {
  await pool.query("CREATE TABLE copied (LIKE activities INCLUDING ALL)");
  const startedAt = performance.now();
  await pool.query("INSERT INTO copied SELECT * FROM activities");
  return (performance.now() - startedAt) / 1000;
}

/** The file given, or a generated one, whose customers are imported beforehand and not measured. */
async function fileToImport(
  database: Database,
  workFolder: string,
): Promise<{ path: string; preset: PresetName }> {
  if (values.file) {
    const preset = PRESET_NAMES.find((name) => name === values.preset);
    if (!preset) throw new Error(`--preset must be one of ${PRESET_NAMES.join(", ")}.`);
    return { path: values.file, preset };
  }
  const files = await writeActivityFiles(workFolder, Number(values.items ?? MILLION));
  await importWith(database, files.customers, "mainstay-customers");
  return { path: files.activities, preset: "mainstay-activities" };
}

async function importWith(database: Database, path: string, preset: PresetName) {
  const deps = {
    ...createStore(database),
    timeZone: "UTC",
    clock: () => new Date(),
  };
  const report = await importFile(deps, { path, preset });
  if (report.kind === "refused") throw new Error(commandLineText(report.problem));
  return report;
}
