import type { Day } from "../../domain/calendar.ts";
import { type NudgeCandidate, type NudgePolicy, worthNudging } from "../../domain/outreach/nudges.ts";
import { PLAYBOOK_NEEDS } from "../../domain/outreach/playbooks/playbooks.ts";
import { quietBecause } from "../../domain/outreach/quiet.ts";
import type { FactStore } from "../../store/facts/facts.ts";
import type { RestraintStore } from "../../store/outreach/restraints.ts";

export type WithRestraintsDeps = {
  readonly facts: FactStore;
  readonly restraints: Pick<RestraintStore, "among">;
};

/**
 * The candidates; of those about whom somebody decided that nudges keep quiet it is said why, before anybody's budget is
 * spent on them. Facts are read of those alone who would be nudged: few.
 */
export async function withRestraints(
  { facts, restraints }: WithRestraintsDeps,
  candidates: readonly NudgeCandidate[],
  { policy, now, day }: { readonly policy: NudgePolicy; readonly now: Date; readonly day: Day },
): Promise<readonly NudgeCandidate[]> {
  const restrained = await restraints.among(worthNudging(candidates, policy, now, day), now);
  if (restrained.length === 0) return candidates;
  const known = await facts.read(PLAYBOOK_NEEDS, restrained, now);
  return candidates.map((candidate) => {
    const about = known.get(candidate.customerId);
    const because = about === undefined ? null : quietBecause(about, candidate.dismissals, now);
    return because === null ? candidate : { ...candidate, quietBecause: because };
  });
}
