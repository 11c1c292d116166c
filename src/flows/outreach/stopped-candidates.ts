import type { NudgeCandidate } from "../../domain/outreach/nudges.ts";
import { hasStopped } from "../../domain/risk/scores/stopped-data.ts";
import { type FindRestingSourcesDeps, findRestingSources } from "../risk/scoring/find-resting-sources.ts";

/** The candidates; those whose data have stopped are marked. */
export async function withStoppedData(
  deps: FindRestingSourcesDeps,
  candidates: readonly NudgeCandidate[],
  now: Date,
): Promise<readonly NudgeCandidate[]> {
  const { stopped } = await findRestingSources(deps, now);
  if (stopped === null) return candidates;
  return candidates.map((one) =>
    hasStopped(stopped, one.source) ? { ...withoutRise(one), stopped: true } : one,
  );
}

/** A risk that is as of then breaks no snooze. */
const withoutRise = (one: NudgeCandidate): NudgeCandidate => ({
  ...one,
  sinceSnooze: one.sinceSnooze && { ...one.sinceSnooze, probabilityThen: null },
});
