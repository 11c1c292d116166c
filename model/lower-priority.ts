import { setPriority } from "node:os";

/**
 * Chosen: beside one busy thread of usual priority it is left a quarter of the core instead of half. By 10 it would be a tenth, and a
 * training beside a few busy programs would hardly end.
 */
const LOWERED = 5;

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
