import type { QueryStopStore } from "../../store/asking/query-stop.ts";

export type WorkUntilStoppedDeps = { readonly queryStop: QueryStopStore };

export type StoppableWork = { readonly signal: AbortSignal; readonly work: () => Promise<void> };

/** Does what somebody may stop: then the query that runs for it is ended, and no other begins. */
export async function workUntilStopped(
  { queryStop }: WorkUntilStoppedDeps,
  { signal, work }: StoppableWork,
): Promise<"done" | "stopped"> {
  try {
    await queryStop.until(signal, work);
    return "done";
  } catch (error) {
    if (queryStop.isStop(error)) return "stopped";
    throw error;
  }
}
