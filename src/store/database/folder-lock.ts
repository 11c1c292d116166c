import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** Another process is working on the same data folder. */
export class FolderInUseError extends Error {
  override readonly name = "FolderInUseError";
}

export type FolderLock = { release(): void };

const ownerSchema = z.object({ pid: z.number().int(), socketFolder: z.string() });
type Owner = z.infer<typeof ownerSchema>;

/**
 * Takes `folder` for this process. A lock left by a process that no longer lives is cleared together with the
 * socket it left behind.
 * @throws FolderInUseError naming the living owner
 */
export function lockFolder(folder: string, socketFolder: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "lock.json");
  const owner: Owner = { pid: process.pid, socketFolder };
  if (!claim(path, owner)) {
    clearStale(path, folder);
    if (!claim(path, owner)) throw inUse(folder, readOwner(path));
  }
  return { release: () => rmSync(path, { force: true }) };
}

/** The living process that works on a data folder; null: nobody does. Changes nothing. */
export function whoHolds(folder: string): number | null {
  const owner = readOwner(join(folder, "lock.json"));
  return owner !== null && isAlive(owner.pid) ? owner.pid : null;
}

/** Creating the file exclusively is the claim: of two processes only one succeeds. */
function claim(path: string, owner: Owner): boolean {
  try {
    writeFileSync(path, JSON.stringify(owner), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function clearStale(path: string, folder: string): void {
  const owner = readOwner(path);
  if (owner && isAlive(owner.pid)) throw inUse(folder, owner);
  if (owner) rmSync(owner.socketFolder, { recursive: true, force: true });
  rmSync(path, { force: true });
}

function readOwner(path: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null; // Cut off while it was written: nobody who lives holds it.
  }
}

/** In a container the bot is often process 1 again after a restart, so its own number is no living owner. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function inUse(folder: string, owner: Owner | null): FolderInUseError {
  const holder = owner ? `process ${owner.pid}` : "another process";
  return new FolderInUseError(
    `The data folder ${folder} is in use by ${holder}. Stop that one first, set DATA_DIR to another folder, ` +
      "or set DATABASE_URL to a PostgreSQL server, which several processes can share.",
  );
}
