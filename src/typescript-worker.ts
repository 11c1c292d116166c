import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

/** Where the program was built to; there is no such name where it runs from its sources (scripts/program). */
declare const BUILT_IN: string | undefined;

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/**
 * Starts a worker thread on a TypeScript file: as it was built together with the program, or through the loader. Node 20 does not
 * hand the parent's loader down to its workers, so a small plain entry registers it first; the same works under every test runner.
 */
export function startTypeScriptWorker(file: URL, options: WorkerOptions = {}): Worker {
  const built = builtFrom(file);
  if (built !== null) return new Worker(built, { ...options, execArgv: [] });
  const entry = new URL("./typescript-worker-entry.mjs", import.meta.url);
  return new Worker(entry, { ...options, execArgv: [], argv: [file.href] });
}

function builtFrom(file: URL): string | null {
  if (typeof BUILT_IN === "undefined") return null;
  const built = join(BUILT_IN, relative(ROOT, fileURLToPath(file)).replace(/\.ts$/, ".mjs"));
  return existsSync(built) ? built : null;
}
