import { countSkips, type SkipCause } from "../../domain/outreach/nudges.ts";
import type { OutboxStore } from "../../store/messages/outbox.ts";
import { type ComposeNudgesDeps, composeNudges, type NudgeOccasion } from "./compose-nudges.ts";

export type PlanNudgesDeps = ComposeNudgesDeps & { readonly outbox: Pick<OutboxStore, "enqueue"> };

export type PlannedNudges = {
  readonly messages: number;
  /** Members whose message of the day was kept before. */
  readonly alreadyPlanned: number;
  readonly customers: number;
  readonly skipped: Partial<Record<SkipCause, number>>;
};

/** Plans the day's nudges for every member of a time zone: one direct message each, kept with its suggestions. */
export async function planNudges(deps: PlanNudgesDeps, occasion: NudgeOccasion): Promise<PlannedNudges> {
  const now = deps.clock();
  const { plans, decisions } = await composeNudges({ ...deps, clock: () => now }, occasion);
  let messages = 0;
  let customers = 0;
  for (const { key, message, suggestions } of plans) {
    const entry = { key, recipient: message.memberId, message, createdAt: now };
    if (!(await deps.outbox.enqueue(entry, suggestions))) continue;
    messages += 1;
    customers += suggestions.length;
  }
  return { messages, alreadyPlanned: plans.length - messages, customers, skipped: countSkips(decisions) };
}
