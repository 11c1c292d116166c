import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { productionPackages, readLock } from "./licences.ts";

/**
 * Whether nothing was installed but what the lock file has for production.
 * @throws Error naming what was
 */
export function assertWithoutDevelopment(folder: string): void {
  const lock = readLock(readFileSync(join(folder, "package-lock.json"), "utf8"));
  const wanted = new Set(productionPackages(lock));
  const found = Object.keys(lock.packages).filter(
    (path) => path !== "" && !wanted.has(path) && existsSync(join(folder, path)),
  );
  if (found.length > 0) throw new Error(`--omit=dev did not keep out: ${found.join(", ")}`);
}

/** What a folder takes on the disk, as `du` counts, in MB (1,048,576 bytes), rounded up. */
export const folderMegabytes = (folder: string): number => Math.ceil(bytesOf(folder) / 1_048_576);

/** A block of a file is taken as a whole; folders themselves count. */
function bytesOf(path: string): number {
  const own = lstatSync(path);
  const bytes = own.blocks * 512;
  if (!own.isDirectory()) return bytes;
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), bytes);
}
