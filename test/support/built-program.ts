import { basename, join } from "node:path";
import { bundle } from "../../scripts/chaos/bundle-bot.ts";
import { keptForSources, ROOT } from "./kept-for-sources.ts";

/** What a program of ours is built of. */
const SOURCES = [
  "src",
  "model",
  "scripts/mainstay.ts",
  "test/support/import-into-folder.ts",
  "package-lock.json",
];

/**
 * A program of ours in one file, the same code and threads as by the TypeScript loader, which takes four seconds of computing
 * a start: for tests about what a process does and how it ends.
 * @param file within the repository
 * @returns the file to start with Node
 */
export async function builtProgram(file: string): Promise<string> {
  const name = basename(file, ".ts");
  const folder = await keptForSources(`program-${name}`, SOURCES, (made) => bundle(join(ROOT, file), made));
  return join(folder, `${name}.js`);
}
