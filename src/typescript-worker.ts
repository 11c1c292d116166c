import { Worker, type WorkerOptions } from "node:worker_threads";

/**
 * Starts a worker thread on a TypeScript file. Node 20 does not hand the parent's loader down to its workers, so
 * a small plain entry registers it first; the same works under every test runner.
 */
export function startTypeScriptWorker(file: URL, options: WorkerOptions = {}): Worker {
  const entry = new URL("./typescript-worker-entry.mjs", import.meta.url);
  return new Worker(entry, { ...options, execArgv: [], argv: [file.href] });
}
