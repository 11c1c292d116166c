import {
  type Pause,
  pausesSince,
  type RestingSource,
  restingSource,
} from "../../../domain/risk/scores/stale-source.ts";
import { type StoppedData, stoppedData } from "../../../domain/risk/scores/stopped-data.ts";
import type { SourceDayStore } from "../../../store/risk/source-days.ts";

export type FindRestingSourcesDeps = { readonly sourceDays: Pick<SourceDayStore, "histories"> };

export type RestingSources = {
  /** Those that have sent nothing for longer than they usually do as of the moment, by name. */
  readonly resting: readonly RestingSource[];
  /** Those of them that count as stopped, as surfaces say it. */
  readonly stopped: StoppedData | null;
  /** No source is left that sends as usual. */
  readonly areAll: boolean;
};

/** The pauses that ended between the moments. */
export async function findPauses(deps: FindRestingSourcesDeps, from: Date, upTo: Date): Promise<Pause[]> {
  return (await deps.sourceDays.histories(upTo)).flatMap((history) => pausesSince(history, from));
}

export async function findRestingSources(
  deps: FindRestingSourcesDeps,
  moment: Date,
): Promise<RestingSources> {
  const histories = await deps.sourceDays.histories(moment);
  const resting = histories.map((history) => restingSource(history, moment)).filter((one) => one !== null);
  const areAll = histories.length > 0 && resting.length === histories.length;
  return { resting, stopped: stoppedData(resting, histories.length), areAll };
}
