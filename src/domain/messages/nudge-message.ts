import type { Day } from "../calendar.ts";
import { awake, playbooksOf } from "../outreach/dismissal.ts";
import type { Facts } from "../outreach/facts.ts";
import { mainReason } from "../outreach/main-reason.ts";
import { type NudgeDecision, nudgeKeys } from "../outreach/nudges.ts";
import { checkIn } from "../outreach/playbooks/check-in.ts";
import { casesToKeep, evaluatePlaybooks, type NewPlaybookCase } from "../outreach/playbooks/evaluate.ts";
import { PLAYBOOK_NEEDS, type PlaybookNeed } from "../outreach/playbooks/playbooks.ts";
import { winBack } from "../outreach/playbooks/win-back.ts";
import type { NewSuggestion } from "../outreach/suggestion.ts";
import { phrase } from "../phrase.ts";
import { cardRisk, effectOf, roughness } from "../risk/scores/card-risk.ts";
import type { ScoreBasis } from "../risk/scores/score-basis.ts";
import type { NudgeItem, NudgeMessage } from "./messages.ts";

type Nudge = Extract<NudgeDecision, { kind: "nudge" }>;

/** A member's message of one day, with the suggestions to keep beside it. */
export type NudgePlan = {
  readonly key: string;
  readonly message: NudgeMessage;
  readonly suggestions: readonly NewSuggestion[];
  /** Every playbook that applied to one of these customers. */
  readonly cases: readonly NewPlaybookCase[];
  /** Everything it was made from: given again, the same plan comes of it. */
  readonly inputs: NudgePlanInputs;
};

/** What a nudge is made of. */
export const NUDGE_NEEDS = [
  "contact",
  "earlierScore",
  "hasModel",
  "lastTouch",
  "openTicket",
  "score",
  ...PLAYBOOK_NEEDS,
] as const;
export type NudgeFacts = Facts<(typeof NUDGE_NEEDS)[number]>;

export type NudgeOccasion = { readonly memberId: string; readonly day: Day; readonly now: Date };

/** Everything `nudgePlan` is given. */
export type NudgePlanInputs = {
  readonly occasion: NudgeOccasion;
  readonly nudges: ReadonlyArray<{ readonly nudge: Nudge; readonly facts: NudgeFacts }>;
  readonly overBudget: number;
};

/**
 * A member's nudges of a day, as a message.
 * @param nudges that member's, most at stake first, each with what is known of the customer; at least one
 */
export function nudgePlan(
  occasion: NudgeOccasion,
  nudges: NudgePlanInputs["nudges"],
  overBudget: number,
): NudgePlan {
  const { memberId, day, now } = occasion;
  const advised = nudges.map(({ nudge, facts }) => adviseOn(nudge, facts, day, now));
  return {
    key: nudgeKeys.message(memberId, day),
    inputs: { occasion, nudges, overBudget },
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
      kind: "nudge",
      key: item.suggestionKey,
      customerId: item.customerId,
      memberId,
      playbook,
      action: item.action,
      reason: item.reason,
      probability: item.probability,
      createdAt: now,
    })),
    cases: advised.flatMap(({ item, cases }) =>
      casesToKeep(cases, { customerId: item.customerId, kind: "nudge", at: now }, item.suggestionKey),
    ),
  };
}

/** What somebody would be nudged about. */
export function nudgedAbout(
  { inSpiteOfSnooze, dismissed }: Pick<Nudge, "inSpiteOfSnooze" | "dismissed">,
  known: Facts<PlaybookNeed>,
  now: Date,
) {
  const facts = inSpiteOfSnooze === null ? known : awake(known);
  const { advice, cases } = evaluatePlaybooks(facts, now, "nudge", null, playbooksOf(dismissed));
  return { due: advice.kind === "act" ? advice : NOTHING_ELSE, cases };
}

function adviseOn(nudge: Nudge, known: NudgeFacts, day: Day, now: Date) {
  const facts = nudge.inSpiteOfSnooze === null ? known : awake(known);
  const { due, cases } = nudgedAbout(nudge, known, now);
  const { resting } = facts;
  // Reasons of a risk that is as of then, or of leaving for one who left, are no reason today.
  const told = resting?.stopped || due.playbook === winBack.key ? null : mainReason(facts, "raises");
  const item: NudgeItem = {
    suggestionKey: nudgeKeys.suggestion(nudge.customerId, day),
    customerId: nudge.customerId,
    name: facts.customer.name,
    probability: nudge.probability,
    bounds: facts.score?.bounds ?? null,
    ...roughness(facts.score),
    // An owner may see what their own accounts are worth.
    stake: nudge.stake,
    contact: facts.contact,
    inSpiteOfSnooze: nudge.inSpiteOfSnooze,
    reason: told ?? due.reason,
    action: due.action,
    lever: effectOf(due.step, facts, cardRisk(facts, now)),
    ...(resting?.stopped ? { stoppedSince: resting.lastDay } : {}),
  };
  return { item, playbook: due.playbook, cases };
}

/** Where advice would be quiet, somebody who is nudged all the same is told the least there is to do. */
const NOTHING_ELSE = {
  playbook: checkIn.key,
  step: "contact" as const,
  action: phrase("check-in.action"),
  reason: phrase("check-in.reason"),
};

function basisOf(nudges: ReadonlyArray<{ nudge: Nudge; facts: NudgeFacts }>): ScoreBasis | null {
  const model = nudges[0]?.facts.score?.model;
  if (!model) return null;
  const oldest = Math.min(...nudges.map(({ nudge }) => nudge.scoredAt.getTime()));
  return {
    scoredAt: new Date(oldest).toISOString(),
    horizonDays: model.horizonDays,
    serves: model.serves,
  };
}
