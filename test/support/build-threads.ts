import { dirname } from "node:path";
import type { TestProject } from "vitest/node";
import { builtProgram } from "./built-program.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The folder of the built program, or null where threads are read from their sources. */
    builtThreads: string | null;
  }
}

/**
 * Builds the threads of database and model for a run; through the TypeScript loader each takes half a second of computing more to
 * start. Somebody who watches changes the sources meanwhile: they get none.
 */
export default async function buildThreads(project: TestProject): Promise<void> {
  const folder = project.vitest.config.watch ? null : dirname(await builtProgram("scripts/mainstay.ts"));
  project.provide("builtThreads", folder);
  // The databases of the run are threads of this process.
  if (folder !== null) Object.assign(globalThis, { BUILT_IN: folder });
}
