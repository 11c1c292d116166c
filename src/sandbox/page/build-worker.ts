import { parentPort, workerData } from "node:worker_threads";
import { build } from "vite";
import { pageConfig } from "./vite.config.ts";

/** Builds the page into the folder it is given; a refusal ends the thread with the compiler's error. */
const { folder } = workerData as { folder: string };
await build(pageConfig(folder));
parentPort?.postMessage("built");
