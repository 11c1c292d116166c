import { inject } from "vitest";

/** As in a program that was built: threads are started from its folder. */
const folder = inject("builtThreads");
if (folder !== null) Object.assign(globalThis, { BUILT_IN: folder });
