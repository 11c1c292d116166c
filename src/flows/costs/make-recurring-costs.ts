import type { Day } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import type { RecurringCostStore } from "../../store/costs/recurring-costs.ts";

export type MakeRecurringCostsDeps = {
  readonly recurringCosts: Pick<RecurringCostStore, "makeDue">;
  readonly clock: Clock;
};

/**
 * Makes the entries of recurring costs whose period has begun by a day; what earlier days left out is made up.
 * @param request.by for the audit
 * @returns how many were made
 */
export function makeRecurringCosts(
  { recurringCosts, clock }: MakeRecurringCostsDeps,
  { day, by }: { readonly day: Day; readonly by: string },
): Promise<number> {
  return recurringCosts.makeDue(day, { by, at: clock() });
}
