import { Worker, type WorkerOptions } from "node:worker_threads";

/**
 * Starts a worker thread on a TypeScript file. Node 20 does not hand the parent's loader down to its workers, so
 * the worker registers it itself; the same works under every test runner.
 */
export function startTypeScriptWorker(file: URL, options: WorkerOptions = {}): Worker {
  const loader = JSON.stringify(import.meta.resolve("tsx/esm/api"));
  const entry = `import(${loader}).then((tsx) => { tsx.register(); return import(${JSON.stringify(file.href)}); })`;
  return new Worker(entry, { ...options, eval: true, execArgv: [] });
}
