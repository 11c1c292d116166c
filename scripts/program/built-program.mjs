import { createHash } from "node:crypto";
import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Within the folder of packages, so that those are found from there, and outside version control. */
const PLACE = join(ROOT, "node_modules", ".cache", "mainstay");
/** What the program is made of, and by. */
const SOURCES = ["src", "model", "scripts/mainstay.ts", "scripts/program", "package-lock.json"];
const PROGRAM = "scripts/mainstay.ts";
/** Files of their own. */
export const THREADS = ["src/store/database/embedded-worker.ts", "model/worker.ts"];

/**
 * The program built of the sources as they are; built now where it is not, which takes less than reading them does.
 * @returns the address of its file; null where it cannot be built or kept
 */
export async function builtProgram() {
  const sources = sourceFiles();
  const name = `program-${fingerprint(sources)}`;
  const folder = join(PLACE, name);
  const file = join(folder, "mainstay.cjs");
  if (!existsSync(file)) {
    try {
      await buildInto(folder, sources);
    } catch (error) {
      // A read-only disk, or no builder for this machine; what is wrong with the sources the loader says as well.
      process.stderr.write(
        `The program was not built (${reasonOf(error)}); it is read from its sources, which takes seconds longer.\n`,
      );
      return null;
    }
  }
  return pathToFileURL(file).href;
}

/**
 * Builds the program into a folder where it stays, for what is made once and not changed afterwards: an image.
 * @param {string} folder does not exist yet
 */
export async function buildProgramOnce(folder) {
  const { build } = await import("./build-program.mjs");
  await build({
    root: ROOT,
    program: PROGRAM,
    threads: THREADS,
    sources: sourceFiles(),
    folder,
    keptAs: folder,
  });
}

const sourceFiles = () => SOURCES.flatMap((source) => filesIn(join(ROOT, source)));
const reasonOf = (error) => (error instanceof Error ? error.message.split("\n")[0] : String(error));

/** By what a change of a file changes, as build tools do: reading them all would take as long as starting. */
function fingerprint(sources) {
  const hash = createHash("sha256").update(`${ROOT}\0`);
  for (const path of sources) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size} ${mtimeMs}\0`);
  }
  return hash.digest("hex").slice(0, 16);
}

function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)],
  );
}

/** All of it or nothing, whoever else builds the same. */
async function buildInto(folder, sources) {
  const beside = `${folder}.${process.pid}`;
  try {
    const { build } = await import("./build-program.mjs");
    await build({ root: ROOT, program: PROGRAM, threads: THREADS, sources, folder: beside, keptAs: folder });
    removeOthers(beside);
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // Else another process was faster.
  }
}

/** Chosen: by then no process of the other state is still starting its threads. */
const HOUR_MS = 3_600_000;

function removeOthers(beside) {
  for (const name of readdirSync(PLACE)) {
    const path = join(PLACE, name);
    const isOther = name.startsWith("program-") && path !== beside;
    if (isOther && Date.now() - statSync(path).mtimeMs > HOUR_MS)
      rmSync(path, { recursive: true, force: true });
  }
}
