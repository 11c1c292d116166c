import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Followed by the process that made the folder. */
const PREFIX = "mainstay-upload-";

/** Lends a folder that only this user can read, and that is gone when `work` is done. */
export async function withUploadFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes what processes left that are no more: they were killed at work. To be called before any file is taken. */
export async function removeLeftUploads(parent: string = tmpdir()): Promise<void> {
  const names = await readdir(parent);
  const left = names.filter((name) => {
    const owner = name.startsWith(PREFIX) ? /^(\d+)-/.exec(name.slice(PREFIX.length))?.[1] : undefined;
    return owner !== undefined && !isAtWork(Number(owner));
  });
  await Promise.all(left.map((name) => rm(join(parent, name), { recursive: true, force: true })));
}

/** In a container every process has the number of the one before: our own folders are those of a predecessor. */
function isAtWork(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process: there it is.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
