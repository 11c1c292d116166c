import type { Day } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import type { EndedRecurring, RecurringCostStore } from "../../store/costs/recurring-costs.ts";

export type EndRecurringCostDeps = {
  readonly recurringCosts: Pick<RecurringCostStore, "end">;
  readonly clock: Clock;
};

export type EndRecurringCostRequest = {
  readonly id: number;
  readonly untilDay: Day;
  /** For the audit: a Slack user id, a job's name, `command line`. */
  readonly by: string;
};

/** Begins no further period after a day. */
export function endRecurringCost(
  { recurringCosts, clock }: EndRecurringCostDeps,
  { id, untilDay, by }: EndRecurringCostRequest,
): Promise<EndedRecurring> {
  return recurringCosts.end(id, untilDay, { by, at: clock() });
}
