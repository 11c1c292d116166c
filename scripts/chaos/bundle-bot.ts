import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "../program/build-program.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Within the folder of packages, so that those are found from there, and outside version control. */
const OUT_FOLDER = join(ROOT, "node_modules", ".cache", "mainstay-chaos");
const SOURCES = ["src", "model", "scripts", "test/support"];
const THREADS = ["src/store/database/embedded-worker.ts", "model/worker.ts"];

/**
 * Builds the bot as the program is built. Read one by one through the TypeScript loader its files take a process four seconds of
 * computing, which would be most of what a run with hundreds of starts does.
 * @returns the file to start
 */
export async function bundleBot(): Promise<string> {
  // What V8 has compiled of another state would be taken for this one's where both are equally long.
  rmSync(OUT_FOLDER, { recursive: true, force: true });
  const file = await bundle("scripts/chaos/bot-process.ts", OUT_FOLDER);
  // Compiled code is kept at an exit, and those that are killed have none: this one ends because it is given no tokens.
  spawnSync(process.execPath, ["--expose-gc", file], { cwd: OUT_FOLDER, env: {} });
  return file;
}

/**
 * The same of any program of ours.
 * @param program within the repository
 * @param folder below that of the packages
 * @param keptAs where the folder stands once it is whole
 * @returns the file to start, there
 */
export async function bundle(program: string, folder: string, keptAs = folder): Promise<string> {
  await build({ root: ROOT, program, threads: THREADS, sources: SOURCES.flatMap(filesIn), folder, keptAs });
  return join(keptAs, "mainstay.cjs");
}

const filesIn = (source: string) =>
  readdirSync(join(ROOT, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
