import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildOther } from "../program/build-other.ts";

/** Within the folder of packages, so that those are found from there, and outside version control. */
const OUT_FOLDER = fileURLToPath(new URL("../../node_modules/.cache/mainstay-chaos", import.meta.url));

/**
 * Builds the bot, which a run starts hundreds of times, as the program is built.
 * @returns the file to start
 */
export async function bundleBot(): Promise<string> {
  // What V8 has compiled of another state would be taken for this one's where both are equally long.
  rmSync(OUT_FOLDER, { recursive: true, force: true });
  const file = await buildOther({ program: "scripts/chaos/bot-process.ts", folder: OUT_FOLDER });
  // Compiled code is kept at an exit, and those that are killed have none: this one ends because it is given no tokens.
  spawnSync(process.execPath, ["--expose-gc", file], { cwd: OUT_FOLDER, env: {} });
  return file;
}
