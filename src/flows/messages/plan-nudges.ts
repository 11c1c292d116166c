import { nudgesOverSince } from "../../domain/outreach/nudge-answer.ts";
import { countSkips, type SkipCause } from "../../domain/outreach/nudges.ts";
import type { OutboxStore } from "../../store/messages/outbox.ts";
import type { PlaybookCaseStore } from "../../store/outreach/playbook-cases.ts";
import type { SuggestionStore } from "../../store/outreach/suggestions.ts";
import { type ComposeNudgesDeps, composeNudges, type NudgeOccasion } from "./compose-nudges.ts";

export type PlanNudgesDeps = ComposeNudgesDeps & {
  readonly outbox: Pick<OutboxStore, "enqueue">;
  readonly playbookCases: Pick<PlaybookCaseStore, "record">;
  readonly suggestions: Pick<SuggestionStore, "closeOld" | "pressMore">;
};

export type PlannedNudges = {
  readonly messages: number;
  /** Members whose message of the day was kept before. */
  readonly alreadyPlanned: number;
  readonly customers: number;
  /** Open nudges that say what presses more by now. */
  readonly changed: number;
  readonly skipped: Partial<Record<SkipCause, number>>;
};

/**
 * Plans the day's nudges for every member of a time zone: one direct message each, kept with its suggestions, and with
 * every playbook that could have spoken of somebody, whether named or held back. Before that it closes those that nobody
 * answered in time; an open one of which something presses more by now is changed, and none is made beside it.
 */
export async function planNudges(deps: PlanNudgesDeps, occasion: NudgeOccasion): Promise<PlannedNudges> {
  const now = deps.clock();
  await deps.suggestions.closeOld(nudgesOverSince(now), now);
  const composed = await composeNudges({ ...deps, clock: () => now }, occasion);
  const { plans, decisions, passedOver, pressed, choices } = composed;
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
  const changed = await deps.suggestions.pressMore(pressed, now);
  await deps.playbookCases.record(passedOver);
  const alreadyPlanned = plans.length - messages;
  return { messages, alreadyPlanned, customers, changed, skipped: countSkips(decisions) };
}
