import { availableParallelism } from "node:os";

/** Test files that run at a time, each with databases of its own. Two where vitest would leave one of two cores to itself. */
export const WORKERS = Math.min(4, Math.max(2, availableParallelism() - 1));
