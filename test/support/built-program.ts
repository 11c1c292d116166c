import { basename, join } from "node:path";
import { buildOther } from "../../scripts/program/build-other.ts";
import { keptForSources } from "./kept-for-sources.ts";

/** What a program of ours is built of. */
const SOURCES = [
  "src",
  "model",
  "scripts/mainstay.ts",
  "scripts/program",
  "test/support/import-into-folder.ts",
  "test/support/score-until-killed.ts",
  "package-lock.json",
];

/**
 * A program of ours as the program is built, with its threads, for tests about what a process does and how it ends.
 * @param file within the repository
 * @returns the file to start with Node
 */
export async function builtProgram(file: string): Promise<string> {
  const name = `program-${basename(file, ".ts")}`;
  const folder = await keptForSources(name, SOURCES, (made, keptAs) =>
    buildOther({ program: file, folder: made, keptAs }),
  );
  return join(folder, "mainstay.cjs");
}
