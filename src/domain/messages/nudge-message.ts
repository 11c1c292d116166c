import type { Day } from "../calendar.ts";
import type { Facts } from "../outreach/facts.ts";
import { mainReason } from "../outreach/main-reason.ts";
import { type NudgeDecision, nudgeKeys } from "../outreach/nudges.ts";
import { UNASKED_NEEDS } from "../outreach/playbooks/any-risk.ts";
import { casesOf, casesToKeep, type NewPlaybookCase } from "../outreach/playbooks/evaluate.ts";
import type { NewSuggestion } from "../outreach/suggestion.ts";
import type { Phrase } from "../phrase.ts";
import { cardRisk, effectOf, roughness } from "../risk/scores/card-risk.ts";
import type { ScoreBasis } from "../risk/scores/score-basis.ts";
import type { NudgeItem, NudgeMessage } from "./messages.ts";
import { nudgeEffect } from "./nudge-effect.ts";

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
  ...UNASKED_NEEDS,
] as const;
export type NudgeFacts = Facts<(typeof NUDGE_NEEDS)[number]>;

export type NudgeOccasion = {
  readonly memberId: string;
  readonly day: Day;
  readonly now: Date;
  /** The night's scoring is not through; left out: it is. */
  readonly isScoringLate?: true;
};

/** Customers of one member who found no room in the budgets. */
export type OverBudgetCount = { readonly all: number; readonly atRisk: number };

/** Everything `nudgePlan` is given. */
export type NudgePlanInputs = {
  readonly occasion: NudgeOccasion;
  readonly nudges: ReadonlyArray<{ readonly nudge: Nudge; readonly facts: NudgeFacts }>;
  readonly overBudget: OverBudgetCount;
};

/**
 * A member's nudges of a day, as a message.
 * @param nudges that member's, most expected of a contact first, each with what is known of the customer; at least one
 */
export function nudgePlan(
  occasion: NudgeOccasion,
  nudges: NudgePlanInputs["nudges"],
  overBudget: OverBudgetCount,
): NudgePlan {
  const { memberId, day, now, isScoringLate } = occasion;
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
      overBudget: overBudget.all,
      overBudgetAtRisk: overBudget.atRisk,
      ...(isScoringLate && { isScoringLate }),
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

function adviseOn(nudge: Nudge, facts: NudgeFacts, day: Day, now: Date) {
  const { chosen, options, probability } = nudge;
  const { resting } = facts;
  const [reason = chosen.reason, ...also] = reasonsOf(nudge, facts);
  const item: NudgeItem = {
    suggestionKey: nudgeKeys.suggestion(nudge.customerId, day),
    customerId: nudge.customerId,
    name: facts.customer.name,
    probability,
    ...(probability === null ? { bounds: null } : figureOf(facts)),
    // An owner may see what their own accounts are worth.
    stake: nudge.stake,
    expectedValue: nudge.value.kind === "known" ? nudge.value.value : null,
    effect: nudgeEffect(chosen, nudge.value),
    contact: facts.contact,
    inSpiteOfSnooze: nudge.inSpiteOfSnooze,
    reason,
    ...(also.length > 0 && { also }),
    action: chosen.action,
    lever: probability === null ? null : effectOf(chosen.step, facts, cardRisk(facts, now)),
    ...(resting?.stopped ? { stoppedSince: resting.lastDay } : {}),
  };
  return { item, playbook: chosen.playbook, cases: casesOf(options, chosen) };
}

const figureOf = ({ score }: NudgeFacts) => ({ bounds: score?.bounds ?? null, ...roughness(score) });

/** The reason of what was chosen first, then what else there is, each thing once: a rule and the model may say the same. */
function reasonsOf({ chosen, options, probability }: Nudge, facts: NudgeFacts): Phrase[] {
  // Reasons of a risk that is as of then, or is not told, are no reason today; nor are those of leaving for one who left.
  const isTold = !facts.resting?.stopped && probability !== null && !chosen.forWhoLeft;
  const risk = isTold ? mainReason(facts, "raises") : null;
  const others = options.filter(
    (one) => one.playbook !== chosen.playbook && one.barredBy === null && one.priority !== "last",
  );
  // What follows from risk has the model's reason, anything else its own.
  const first = chosen.atAnyRisk ? [chosen.reason, risk] : [risk ?? chosen.reason];
  const said = [...first, ...others.map(({ reason }) => reason)].filter((one) => one !== null);
  return said.filter(({ code }, place) => said.findIndex((other) => other.code === code) === place);
}

function basisOf(nudges: ReadonlyArray<{ nudge: Nudge; facts: NudgeFacts }>): ScoreBasis | null {
  const model = nudges.find(({ nudge }) => nudge.scoredAt !== null)?.facts.score?.model;
  if (!model) return null;
  const scored = nudges.flatMap(({ nudge }) => nudge.scoredAt ?? []);
  if (scored.length === 0) return null;
  const oldest = Math.min(...scored.map((at) => at.getTime()));
  return {
    scoredAt: new Date(oldest).toISOString(),
    horizonDays: model.horizonDays,
    serves: model.serves,
  };
}
