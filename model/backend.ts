import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";

/** Where the arithmetic runs: native libtensorflow, WebAssembly, or plain JavaScript. */
export type BackendName = "tensorflow" | "wasm" | "cpu";

let starting: Promise<BackendName> | undefined;

/**
 * Starts the fastest backend that loads and says which: tfjs-node where its optional install succeeded, else
 * WebAssembly (its files come with the package), else plain JavaScript. Later calls return the first answer.
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
  ["tensorflow", loadNative],
  ["wasm", loadWasm],
  ["cpu", () => import("@tensorflow/tfjs-backend-cpu")],
];

async function starts(name: BackendName, load: () => Promise<unknown>): Promise<boolean> {
  try {
    await load();
    return await tf.setBackend(name);
  } catch {
    // An optional backend that is absent or broken on this machine is expected; the next one is tried.
    return false;
  }
}

/** The name is not a literal because the package is optional: where it is absent its types are too. */
function loadNative(): Promise<unknown> {
  const optionalPackage: string = "@tensorflow/tfjs-node";
  return import(optionalPackage);
}

async function loadWasm(): Promise<void> {
  const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
  const entry = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm");
  setWasmPaths(path.dirname(entry) + path.sep);
}
