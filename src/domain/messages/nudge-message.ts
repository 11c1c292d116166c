import type { Day } from "../calendar.ts";
import type { CardFacts } from "../outreach/customer-card.ts";
import { mainReason } from "../outreach/main-reason.ts";
import { type NudgeDecision, nudgeKeys } from "../outreach/nudges.ts";
import { advise } from "../outreach/playbooks/advise.ts";
import type { NewSuggestion } from "../outreach/suggestion.ts";
import { bestStep, cardRisk } from "../risk/scores/card-risk.ts";
import type { ScoreBasis } from "../risk/scores/score-basis.ts";
import type { NudgeItem, NudgeMessage } from "./messages.ts";

type Nudge = Extract<NudgeDecision, { kind: "nudge" }>;

/** A member's message of one day, with the suggestions to keep beside it. */
export type NudgePlan = {
  readonly key: string;
  readonly message: NudgeMessage;
  readonly suggestions: readonly NewSuggestion[];
};

export type NudgeOccasion = { readonly memberId: string; readonly day: Day; readonly now: Date };

/**
 * Puts a member's nudges into words.
 * @param nudges that member's, most at stake first, each with what is known of the customer; at least one
 */
export function nudgePlan(
  { memberId, day, now }: NudgeOccasion,
  nudges: ReadonlyArray<{ readonly nudge: Nudge; readonly facts: CardFacts }>,
  overBudget: number,
): NudgePlan {
  const advised = nudges.map(({ nudge, facts }) => adviseOn(nudge, facts, day, now));
  return {
    key: nudgeKeys.message(memberId, day),
    message: {
      kind: "nudge",
      memberId,
      day,
      createdAt: now.toISOString(),
      basis: basisOf(nudges),
      items: advised.map(({ item }) => item),
      overBudget,
    },
    suggestions: advised.map(({ item, playbook }) => ({
      key: item.suggestionKey,
      customerId: item.customerId,
      memberId,
      playbook,
      action: item.action,
      reason: item.reason,
      probability: item.probability,
      createdAt: now,
    })),
  };
}

function adviseOn(nudge: Nudge, facts: CardFacts, day: Day, now: Date) {
  const advice = advise(facts, now);
  const item: NudgeItem = {
    suggestionKey: nudgeKeys.suggestion(nudge.customerId, day),
    customerId: nudge.customerId,
    name: facts.customer.name,
    probability: nudge.probability,
    bounds: facts.score?.bounds ?? null,
    // An owner may see what their own accounts are worth.
    stake: nudge.stake,
    // The owner may see the amounts in their own accounts' reasons.
    reason: mainReason(facts, "raises", true) ?? (advice.kind === "act" ? advice.reason : NO_REASON),
    action: advice.kind === "act" ? advice.action : CHECK_IN.action,
    lever: bestStep(facts, cardRisk(facts, now)),
  };
  return { item, playbook: advice.kind === "act" ? advice.playbook : CHECK_IN.playbook };
}

const NO_REASON = "No single thing stands out.";
/** At high risk a contact is worth making even where no rule of its own calls for one. */
const CHECK_IN = { playbook: "check-in", action: "Get in touch and ask how things are going" };

function basisOf(nudges: ReadonlyArray<{ nudge: Nudge; facts: CardFacts }>): ScoreBasis | null {
  const model = nudges[0]?.facts.score?.model;
  if (!model) return null;
  const oldest = Math.min(...nudges.map(({ nudge }) => nudge.scoredAt.getTime()));
  return {
    scoredAt: new Date(oldest).toISOString(),
    horizonDays: model.horizonDays,
    serves: model.serves,
  };
}
