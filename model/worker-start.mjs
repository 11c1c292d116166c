// Plain JavaScript on purpose: in a worker thread Node 20 applies neither the parent's TypeScript loader nor one named
// in execArgv, so the thread registers it itself before it loads the worker proper.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
