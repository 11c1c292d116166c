import { type Day, localTime } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import type { RecurringInterval } from "../../domain/costs/recurring.ts";
import type { CreatedRecurring, RecurringCostStore } from "../../store/costs/recurring-costs.ts";
import { type CheckCostDeps, type CheckedCost, type CostRequest, checkCost } from "./check-cost.ts";

export type AddRecurringCostDeps = CheckCostDeps & {
  readonly recurringCosts: Pick<RecurringCostStore, "create" | "makeDue">;
  readonly clock: Clock;
  /** Where the team is. */
  readonly timeZone: string;
};

/** The request's last day does not count. */
export type AddRecurringCostRequest = CostRequest & {
  readonly every: RecurringInterval;
  /** No period begins later; null: without end. */
  readonly untilDay: Day | null;
  /** For the audit: a Slack user id, a job's name, `command line`. */
  readonly by: string;
};

export type AddRecurringCostResult =
  | (Extract<CreatedRecurring, { kind: "created" }> & {
      /** Entries of periods that have begun, of this cost and others. */
      readonly made: number;
    })
  | Exclude<CreatedRecurring, { kind: "created" }>
  | Extract<CheckedCost, { kind: "wrong" }>;

/** Records a cost that comes back, and makes the entries of the periods that have begun. */
export async function addRecurringCost(
  deps: AddRecurringCostDeps,
  { every, untilDay, by, ...request }: AddRecurringCostRequest,
): Promise<AddRecurringCostResult> {
  const checked = await checkCost(deps, request);
  if (checked.kind === "wrong") return checked;
  const { toDay: _same, ...facts } = checked.cost;
  const { recurringCosts } = deps;
  const at = deps.clock();
  const created = await recurringCosts.create({ ...facts, every, untilDay }, { by, at });
  if (created.kind === "refused") return created;
  return { ...created, made: await recurringCosts.makeDue(localTime(at, deps.timeZone).day, { by, at }) };
}
