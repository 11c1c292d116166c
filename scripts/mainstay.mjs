// The program as people start it: from files that are built of the sources once, for reading those one by one through the TypeScript
// loader takes some four seconds of computing each start. Where nothing can be built, that loader reads them after all.
import { builtProgram } from "./program/built-program.mjs";

const built = await builtProgram();
if (built === null) {
  const { register } = await import("tsx/esm/api");
  register();
}
await import(built ?? "./mainstay.ts");
