import { type StaleSource, staleSource } from "../../../domain/risk/scores/stale-source.ts";
import type { SourceDayStore } from "../../../store/risk/source-days.ts";

export type FindStaleSourcesDeps = { readonly sourceDays: Pick<SourceDayStore, "histories"> };

/** The sources that have stopped sending as of a moment, by name. */
export async function findStaleSources(deps: FindStaleSourcesDeps, moment: Date): Promise<StaleSource[]> {
  const histories = await deps.sourceDays.histories(moment);
  return histories.map((history) => staleSource(history, moment)).filter((stale) => stale !== null);
}
