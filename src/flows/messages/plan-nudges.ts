import { nudgesOverSince } from "../../domain/outreach/nudge-answer.ts";
import {
  countSkips,
  heldBackBecause,
  type NudgeDecision,
  type SkipCause,
} from "../../domain/outreach/nudges.ts";
import {
  casesToKeep,
  evaluatePlaybooks,
  type NewPlaybookCase,
} from "../../domain/outreach/playbooks/evaluate.ts";
import { PLAYBOOK_NEEDS } from "../../domain/outreach/playbooks/playbooks.ts";
import type { OutboxStore } from "../../store/messages/outbox.ts";
import type { PlaybookCaseStore } from "../../store/outreach/playbook-cases.ts";
import type { SuggestionStore } from "../../store/outreach/suggestions.ts";
import { type ComposeNudgesDeps, composeNudges, type NudgeOccasion } from "./compose-nudges.ts";

export type PlanNudgesDeps = ComposeNudgesDeps & {
  readonly outbox: Pick<OutboxStore, "enqueue">;
  readonly playbookCases: Pick<PlaybookCaseStore, "record">;
  readonly suggestions: Pick<SuggestionStore, "closeOld">;
};

export type PlannedNudges = {
  readonly messages: number;
  /** Members whose message of the day was kept before. */
  readonly alreadyPlanned: number;
  readonly customers: number;
  readonly skipped: Partial<Record<SkipCause, number>>;
};

/**
 * Plans the day's nudges for every member of a time zone: one direct message each, kept with its suggestions, and with
 * every playbook that applied to somebody worth a nudge, whether named or held back. Before that it closes those that
 * nobody answered in time.
 */
export async function planNudges(deps: PlanNudgesDeps, occasion: NudgeOccasion): Promise<PlannedNudges> {
  const now = deps.clock();
  await deps.suggestions.closeOld(nudgesOverSince(now), now);
  const { plans, decisions, heldOut, choices } = await composeNudges({ ...deps, clock: () => now }, occasion);
  let messages = 0;
  let customers = 0;
  for (const { key, message, suggestions, cases, inputs } of plans) {
    const choice = choices.get(message.memberId);
    const decidedFrom = { kind: "nudge" as const, ...inputs, ...(choice && { choice }) };
    const entry = { key, recipient: message.memberId, message, createdAt: now, inputs: decidedFrom };
    if (!(await deps.outbox.enqueue(entry, suggestions, cases))) continue;
    messages += 1;
    customers += suggestions.length;
  }
  await deps.playbookCases.record([...heldOut, ...(await heldBackCases(deps, decisions, now))]);
  return { messages, alreadyPlanned: plans.length - messages, customers, skipped: countSkips(decisions) };
}

async function heldBackCases(
  { facts }: Pick<PlanNudgesDeps, "facts">,
  decisions: readonly NudgeDecision[],
  now: Date,
): Promise<NewPlaybookCase[]> {
  const because = new Map(decisions.map((decision) => [decision.customerId, heldBackBecause(decision)]));
  const heldBack = [...because].flatMap(([customerId, why]) => (why === null ? [] : [customerId]));
  const known = await facts.read(PLAYBOOK_NEEDS, heldBack, now);
  return [...known].flatMap(([customerId, about]) => {
    const { cases } = evaluatePlaybooks(about, now, "nudge", because.get(customerId) ?? null);
    return casesToKeep(cases, { customerId, kind: "nudge", at: now }, null);
  });
}
