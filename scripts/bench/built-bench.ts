import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BUILD = pathToFileURL(join(ROOT, "scripts", "program", "build-program.mjs")).href;
/** Within the folder of packages, so that those are found from there. */
const PLACE = join(ROOT, "node_modules", ".cache");
const SOURCES = ["src", "model", "scripts"];
const THREADS = ["src/store/database/embedded-worker.ts"];

/** What `scripts/program` does of which the compiler knows nothing. */
type Builder = {
  build(of: {
    readonly root: string;
    readonly entries: readonly string[];
    readonly sources: readonly string[];
    readonly folder: string;
    readonly keptAs: string;
  }): Promise<void>;
};

/**
 * Builds a bench as the program is built, for the loader of TypeScript takes memory in each thread that no user's process has.
 * @param file within the repository
 */
export async function builtBench(file: string): Promise<{ readonly path: string; remove(): void }> {
  const folder = mkdtempSync(join(PLACE, "mainstay-bench-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const sources = SOURCES.flatMap(filesIn);
  try {
    const { build } = (await import(BUILD)) as Builder;
    await build({ root: ROOT, entries: [file, ...THREADS], sources, folder, keptAs: folder });
  } catch (error) {
    remove();
    throw error;
  }
  return { path: join(folder, file.replace(/\.ts$/, ".js")), remove };
}

const filesIn = (source: string) =>
  readdirSync(join(ROOT, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
