import { awake } from "../../domain/outreach/dismissal.ts";
import type { NudgeCandidate, NudgePolicy } from "../../domain/outreach/nudges.ts";
import { evaluatePlaybooks } from "../../domain/outreach/playbooks/evaluate.ts";
import { PLAYBOOK_NEEDS } from "../../domain/outreach/playbooks/playbooks.ts";
import { hasStopped } from "../../domain/risk/scores/stopped-data.ts";
import type { FactStore } from "../../store/facts/facts.ts";
import { type FindRestingSourcesDeps, findRestingSources } from "../risk/scoring/find-resting-sources.ts";

export type WithStoppedDataDeps = FindRestingSourcesDeps & { readonly facts: FactStore };

/**
 * The candidates; of those whose data have stopped it is said whether a known day calls for something all the same.
 * Whether a snooze holds is decided later, of them as of all others.
 */
export async function withStoppedData(
  deps: WithStoppedDataDeps,
  candidates: readonly NudgeCandidate[],
  policy: Pick<NudgePolicy, "threshold">,
  now: Date,
): Promise<readonly NudgeCandidate[]> {
  const { stopped } = await findRestingSources(deps, now);
  if (stopped === null) return candidates;
  const isFrozen = ({ source }: NudgeCandidate) => hasStopped(stopped, source);
  const high = candidates.filter((one) => isFrozen(one) && (one.probability ?? 0) >= policy.threshold);
  const ids = high.map(({ customerId }) => customerId);
  const known = await deps.facts.read(PLAYBOOK_NEEDS, ids, now);
  const isDue = (customerId: number) => {
    const facts = known.get(customerId);
    return facts !== undefined && evaluatePlaybooks(awake(facts), now, "nudge").advice.kind === "act";
  };
  return candidates.map((one) =>
    isFrozen(one) ? { ...withoutRise(one), stopped: { isDue: isDue(one.customerId) } } : one,
  );
}

/** A risk that is as of then breaks no snooze. */
const withoutRise = (one: NudgeCandidate): NudgeCandidate => ({
  ...one,
  sinceSnooze: one.sinceSnooze && { ...one.sinceSnooze, probabilityThen: null },
});
