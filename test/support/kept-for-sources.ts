import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../..");
/** Within the folder of packages, so that those are found from there, and outside version control. */
const CACHE = join(ROOT, "node_modules/.cache/mainstay-tests");
const HOUR_MS = 3_600_000;

/**
 * A folder with what tests make of some sources, which takes longer to make than to use: made once for each state of the
 * sources, by whichever process is first, and there for the runs after.
 * @param sources files and folders of the repository; anything else leaves what is made as it is
 * @param make fills the first folder it is given, which becomes the second when it is whole
 */
export async function keptForSources(
  name: string,
  sources: readonly string[],
  make: (folder: string, keptAs: string) => Promise<unknown>,
): Promise<string> {
  const folder = join(CACHE, name, fingerprint(sources));
  if (existsSync(folder)) return folder;
  const beside = `${folder}.${process.pid}`;
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside, { recursive: true, mode: 0o700 });
  await make(beside, folder);
  removeOlder(join(CACHE, name));
  try {
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // Else another process was faster.
  }
  return folder;
}

/** Of other states, and what processes that were stopped left half made; not what one is making or using now. */
function removeOlder(folder: string): void {
  for (const entry of readdirSync(folder)) {
    const path = join(folder, entry);
    if (Date.now() - statSync(path).mtimeMs > HOUR_MS) rmSync(path, { recursive: true, force: true });
  }
}

function fingerprint(sources: readonly string[]): string {
  // Programs that were built name the files beside them.
  const hash = createHash("sha256").update(`${ROOT}\0`);
  for (const path of sources.flatMap(filesIn))
    hash.update(`${path}\0`).update(readFileSync(join(ROOT, path)));
  return hash.digest("hex").slice(0, 16);
}

function filesIn(path: string): string[] {
  if (statSync(join(ROOT, path)).isFile()) return [path];
  return readdirSync(join(ROOT, path))
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`));
}
