import { constants, existsSync } from "node:fs";
import { chmod, cp, mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A database to begin with where a folder has none yet. */
export type FirstContents = {
  /** A database's folder that no process has open. */
  readonly folder: string;
  /** Told when it cannot be copied; the database then begins empty. */
  onFailure(error: unknown): void;
};

/** What the install made: an empty database, in a fifth of the time that PGlite takes to make one. */
const EMPTY_DATABASE = fileURLToPath(
  new URL("../../../node_modules/.cache/mainstay/empty-database", import.meta.url),
);

/** The same for a database in memory, as PGlite dumps one. */
const EMPTY_DUMP = `${EMPTY_DATABASE}.tar`;

/** What a database in memory begins with; null where the install left nothing and PGlite makes its own. */
export const firstDump = (): string | null => (existsSync(EMPTY_DUMP) ? EMPTY_DUMP : null);

/**
 * Where `folder` is missing, makes it a copy of `first`, else of the empty database that the install made; without
 * either, PGlite makes its own there. A folder that exists is left as it is.
 */
export async function beginDatabaseFolder(folder: string, first?: FirstContents): Promise<void> {
  if (existsSync(folder)) return;
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  try {
    if (first) return await copyDatabase(first.folder, folder);
  } catch (error) {
    first?.onFailure(error);
  }
  if (existsSync(EMPTY_DATABASE)) await copyDatabase(EMPTY_DATABASE, folder).catch(unlessOnlyUnread);
}

/** What another user installed and keeps to himself is as good as none. */
function unlessOnlyUnread(error: NodeJS.ErrnoException): void {
  if (error.code !== "EACCES") throw error;
}

/** All of it or nothing: a copy that was cut off has another name. */
async function copyDatabase(from: string, to: string): Promise<void> {
  const beside = `${to}.new`;
  try {
    await rm(beside, { recursive: true, force: true });
    await cp(from, beside, { recursive: true, mode: constants.COPYFILE_FICLONE });
    await makeWritable(beside);
    await rename(beside, to);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}

/** A copy keeps the modes of files that nobody may write, such as those of a sealed install. */
async function makeWritable(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    await (entry.isDirectory() ? makeWritable(path) : chmod(path, 0o600));
  }
}
