import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "../program/build-program.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Within the folder of packages, so that those are found from there. */
const PLACE = join(ROOT, "node_modules", ".cache");
const SOURCES = ["src", "model", "scripts"];
const THREADS = ["src/store/database/embedded-worker.ts"];

/**
 * Builds a bench as the program is built, for the loader of TypeScript takes memory in each thread that no user's process has.
 * @param file within the repository
 */
export async function builtBench(file: string): Promise<{ readonly path: string; remove(): void }> {
  const folder = mkdtempSync(join(PLACE, "mainstay-bench-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const sources = SOURCES.flatMap(filesIn);
  try {
    await build({ root: ROOT, program: file, threads: THREADS, sources, folder, keptAs: folder });
  } catch (error) {
    remove();
    throw error;
  }
  return { path: join(folder, "mainstay.cjs"), remove };
}

const filesIn = (source: string) =>
  readdirSync(join(ROOT, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
