import { setPriority } from "node:os";

/** Chosen: beside a thread of usual priority that is busy, too, a tenth of the core. */
const LOWERED = 10;

/**
 * Leaves the processor to whoever else wants it, for as long as this thread lives: raising it again takes rights. On Linux alone,
 * where a priority is a thread's; elsewhere the whole process would be lowered.
 */
export function lowerPriority(): void {
  if (process.platform !== "linux") return;
  try {
    setPriority(LOWERED);
  } catch {
    // A container may forbid the call: the work is the same at the usual priority.
  }
}
