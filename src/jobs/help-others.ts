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
