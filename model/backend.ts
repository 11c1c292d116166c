import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";

/** Where the arithmetic runs: WebAssembly, or plain JavaScript. */
export type BackendName = "wasm" | "cpu";

let starting: Promise<BackendName> | undefined;

/**
 * Starts the fastest backend that loads and says which: WebAssembly (its files come with the package), else plain
 * JavaScript. Later calls return the first answer. Why not the native one: docs/decisions/2026-11-30-no-native-backend.md.
 * @throws when not even the JavaScript backend starts.
 */
export function startBackend(): Promise<BackendName> {
  starting ??= chooseBackend();
  return starting;
}

async function chooseBackend(): Promise<BackendName> {
  for (const [name, load] of candidates) {
    if (await starts(name, load)) return name;
  }
  throw new Error("No TensorFlow.js backend starts. Run npm install again, then npm run mainstay -- doctor.");
}

const candidates: readonly (readonly [BackendName, () => Promise<unknown>])[] = [
  ["wasm", loadWasm],
  ["cpu", () => import("@tensorflow/tfjs-backend-cpu")],
];

async function starts(name: BackendName, load: () => Promise<unknown>): Promise<boolean> {
  try {
    await load();
    return await tf.setBackend(name);
  } catch {
    // A machine whose processor lacks what WebAssembly needs still has the next one.
    return false;
  }
}

async function loadWasm(): Promise<void> {
  const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
  const entry = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm");
  setWasmPaths(path.dirname(entry) + path.sep);
}
