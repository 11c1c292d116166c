import { setTimeout as sleep } from "node:timers/promises";
import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Log } from "../log.ts";

export type HelpOthersDeps = {
  readonly flows: Pick<BoundFlows, "helpScoring">;
  readonly log: Pick<Log, "info" | "warn">;
  /** Nothing further is taken once it is aborted. */
  readonly stop: AbortSignal;
};

/**
 * Takes ranges of what other processes are at. A scoring that this one failed at once it leaves to others.
 * @returns a function that looks for such work once and says how many ranges were done
 */
export function helpOthers({ flows, log, stop }: HelpOthersDeps): () => Promise<number> {
  const failedAt = new Set<number>();
  return async () => {
    if (stop.aborted) return 0;
    const result = await flows.helpScoring({ except: failedAt, stop });
    if (result.kind === "nothing-to-do") return 0;
    const about = { scoring: result.run.id, asOf: result.run.asOf, model: result.run.modelVersionId };
    if (result.kind === "failed") {
      failedAt.add(result.run.id);
      log.warn({ ...about, err: result.error }, "could not help with a scoring; who leads it goes on");
      return 0;
    }
    log.info({ ...about, ranges: result.ranges }, "helped with a scoring");
    return result.ranges;
  };
}

/** Between two looks for work. Chosen: a scoring takes minutes where workers are worth it. */
const LOOK_MS = 500;
/** Where the database does not answer. */
const LATER_MS = 5_000;

/** Looks for such work again and again. @returns once it is stopped, how many ranges were done */
export async function helpUntilStopped(deps: HelpOthersDeps): Promise<number> {
  const { log, stop } = deps;
  const help = helpOthers(deps);
  let ranges = 0;
  while (!stop.aborted) {
    try {
      const done = await help();
      ranges += done;
      if (done === 0) await pause(LOOK_MS, stop);
    } catch (error) {
      log.warn({ err: error }, "could not look for work; trying again");
      await pause(LATER_MS, stop);
    }
  }
  return ranges;
}

const pause = (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }).catch(() => {});
