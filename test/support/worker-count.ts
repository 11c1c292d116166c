import { availableParallelism } from "node:os";

/**
 * Test files that run at a time, each with databases of its own: one more than there are cores, for a file waits part of its time for
 * a page, a process or a server. Never more than four, each of which has two databases.
 */
export const WORKERS = Math.min(4, availableParallelism() + 1);
