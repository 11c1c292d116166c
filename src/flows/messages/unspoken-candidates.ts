import type { Day } from "../../domain/calendar.ts";
import { awake } from "../../domain/outreach/dismissal.ts";
import { type NudgeCandidate, type NudgePolicy, worthNudging } from "../../domain/outreach/nudges.ts";
import { checkIn } from "../../domain/outreach/playbooks/check-in.ts";
import { evaluatePlaybooks } from "../../domain/outreach/playbooks/evaluate.ts";
import { inForce } from "../../domain/outreach/playbooks/in-force.ts";
import { PLAYBOOK_NEEDS } from "../../domain/outreach/playbooks/playbooks.ts";
import type { FactStore } from "../../store/facts/facts.ts";

/**
 * Marks those of whom no playbook that is on has anything to say, before anybody's budget is spent on them. As long as check-in
 * is on, it has: then nothing is read but one customer's facts.
 */
export async function withoutUnspoken(
  { facts }: { readonly facts: FactStore },
  candidates: readonly NudgeCandidate[],
  { policy, now, day }: { readonly policy: NudgePolicy; readonly now: Date; readonly day: Day },
): Promise<readonly NudgeCandidate[]> {
  const asked = worthNudging(candidates, policy, now, day);
  if (await checksInOnAll(facts, asked, now)) return candidates;
  const known = await facts.read(PLAYBOOK_NEEDS, asked, now);
  return candidates.map((candidate) => {
    const about = known.get(candidate.customerId);
    if (about === undefined) return candidate;
    const { advice } = evaluatePlaybooks(awake(about), now, "nudge");
    return advice.kind === "act" ? candidate : { ...candidate, nothingToSay: true };
  });
}

/** What the team set is the same for all of them. */
async function checksInOnAll(facts: FactStore, customerIds: readonly number[], now: Date): Promise<boolean> {
  const known = await facts.read(["playbookSettings"], customerIds.slice(0, 1), now);
  return [...known.values()].every(
    ({ playbookSettings }) => inForce(checkIn, playbookSettings).mode === "on",
  );
}
