import type { NudgeCandidate, NudgeDecision, NudgePolicy, SkipCause } from "../outreach/nudges.ts";
import type { NudgePlanInputs } from "./nudge-message.ts";

/** What one member's nudges of a day were chosen from. */
export type NudgeChoice = {
  /** The numbers in force. */
  readonly policy: NudgePolicy;
  /** How many of the member's customers were looked at. */
  readonly considered: number;
  /** Why the others were not named, by the first cause that applied. */
  readonly skipped: Partial<Record<SkipCause, number>>;
  /** The first of those who had no room left in the budget, in the order of the choice. */
  readonly nextInLine: readonly number[];
};

/** What a message was decided from, beside the message itself. */
export type MessageInputs = NudgePlanInputs & {
  readonly kind: "nudge";
  /** Left out where nobody chose: a nudge that was asked for. */
  readonly choice?: NudgeChoice;
};

/** Enough to see where the line was drawn; a morning may leave out thousands. Chosen by the product. */
const NEXT_IN_LINE_KEPT = 20;

/** What each member's nudges were chosen from. */
export function choicesByMember(
  candidates: readonly NudgeCandidate[],
  decisions: readonly NudgeDecision[],
  policy: NudgePolicy,
): ReadonlyMap<string, NudgeChoice> {
  const owners = new Map(candidates.map(({ customerId, memberId }) => [customerId, memberId]));
  const byMember = new Map<string, NudgeDecision[]>();
  for (const decision of decisions) {
    const owner = owners.get(decision.customerId) ?? null;
    if (owner === null) continue;
    const own = byMember.get(owner);
    if (own === undefined) byMember.set(owner, [decision]);
    else own.push(decision);
  }
  return new Map([...byMember].map(([memberId, own]) => [memberId, choiceOf(own, policy)]));
}

function choiceOf(decisions: readonly NudgeDecision[], policy: NudgePolicy): NudgeChoice {
  const skipped: Partial<Record<SkipCause, number>> = {};
  const overBudget: number[] = [];
  for (const decision of decisions) {
    if (decision.kind === "nudge") continue;
    skipped[decision.because] = (skipped[decision.because] ?? 0) + 1;
    if (decision.because === "budget" || decision.because === "week-budget")
      overBudget.push(decision.customerId);
  }
  return {
    policy,
    considered: decisions.length,
    skipped,
    nextInLine: overBudget.slice(0, NEXT_IN_LINE_KEPT),
  };
}
