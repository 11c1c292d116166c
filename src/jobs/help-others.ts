import { setTimeout as sleep } from "node:timers/promises";
import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Log } from "../log.ts";

/** One for each kind of work that this process knows. */
const HELP = { scoring: "helpScoring", training: "helpTraining", costs: "helpAllocation" } as const;
const KINDS = Object.entries(HELP);

export type HelpOthersDeps = {
  readonly flows: Pick<BoundFlows, (typeof HELP)[keyof typeof HELP]>;
  readonly log: Pick<Log, "info" | "warn">;
  /** Nothing further is taken once it is aborted. */
  readonly stop: AbortSignal;
};

/**
 * Takes ranges of what other processes are at. What this one failed at once it leaves to others.
 * @returns a function that looks for such work once, kind by kind, and says how many ranges were done
 */
export function helpOthers({ flows, log, stop }: HelpOthersDeps): () => Promise<number> {
  const failedAt = new Set<number>();
  const help = async (work: string, flow: keyof HelpOthersDeps["flows"]) => {
    const result = await flows[flow]({ except: failedAt, stop });
    if (result.kind === "nothing-to-do") return 0;
    const about = { work, run: result.run.id };
    if (result.kind === "failed") {
      failedAt.add(result.run.id);
      log.warn({ ...about, err: result.error }, "could not help another process; who leads the work goes on");
      return 0;
    }
    log.info({ ...about, ranges: result.ranges }, "helped another process");
    return result.ranges;
  };
  return async () => {
    let ranges = 0;
    for (const [work, flow] of KINDS) if (!stop.aborted) ranges += await help(work, flow);
    return ranges;
  };
}

/** Between two looks for work. Chosen: a scoring takes minutes where workers are worth it. */
const LOOK_MS = 500;
/** A training reads one date after the other, each a run of its own: who has just helped looks so often, this many times. */
const SOON_MS = 50;
const SOON_LOOKS = 40;
/** Where the database does not answer. */
const LATER_MS = 5_000;

/** Looks for such work again and again. @returns once it is stopped, how many ranges were done */
export async function helpUntilStopped(deps: HelpOthersDeps): Promise<number> {
  const { log, stop } = deps;
  const help = helpOthers(deps);
  let ranges = 0;
  let inVain = SOON_LOOKS;
  while (!stop.aborted) {
    try {
      const done = await help();
      ranges += done;
      inVain = done === 0 ? inVain + 1 : 0;
      if (done === 0) await pause(inVain < SOON_LOOKS ? SOON_MS : LOOK_MS, stop);
    } catch (error) {
      log.warn({ err: error }, "could not look for work; trying again");
      await pause(LATER_MS, stop);
    }
  }
  return ranges;
}

const pause = (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }).catch(() => {});
