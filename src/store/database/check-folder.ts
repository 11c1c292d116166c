import { existsSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/**
 * Tries whether files can be written in a folder, or where it would be made: permissions alone do not tell of a full disk or one
 * that is mounted for reading only. Leaves nothing behind.
 * @returns the system's word for why not, such as "EACCES"; null: they can
 */
export function whyNotWritable(folder: string): string | null {
  const probe = join(existingPart(resolve(folder)), `.mainstay-check-${process.pid}`);
  try {
    writeFileSync(probe, "1", { mode: 0o600 });
    rmSync(probe, { force: true });
    return null;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}

/** The folder itself, or the nearest above it that is there. */
function existingPart(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : existingPart(dirname(folder));
}
