import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build-program.mjs";
import { THREADS } from "./built-program.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SOURCES = ["src", "model", "scripts", "test/support"];

export type OtherProgram = {
  /** Within the repository; a script, which awaits nothing by itself. */
  readonly program: string;
  /** Below that of the packages, so that those are found from there. */
  readonly folder: string;
  /** Where the folder stands once it is whole; left out: where it is. */
  readonly keptAs?: string;
  /** Besides those of the bot. */
  readonly threads?: readonly string[];
  /** Packages that are not put into the file. */
  readonly stay?: readonly string[];
};

/**
 * Builds a program of ours other than `mainstay` as that one is built. Through the TypeScript loader it would take four seconds of
 * computing to start, and memory that no user's process has.
 * @returns the file to start, where it is kept
 */
export async function buildOther({ threads = [], ...other }: OtherProgram): Promise<string> {
  const { folder, keptAs = folder } = other;
  const sources = SOURCES.flatMap(filesIn);
  await build({ ...other, root: ROOT, threads: [...THREADS, ...threads], sources, keptAs });
  return join(keptAs, "mainstay.cjs");
}

const filesIn = (source: string) =>
  readdirSync(join(ROOT, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
