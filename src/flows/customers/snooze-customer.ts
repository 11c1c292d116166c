import { type Day, startOfDay } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";

export type SnoozeCustomerDeps = { readonly customers: Pick<CustomerStore, "snooze">; readonly clock: Clock };

export type SnoozeResult =
  | { readonly kind: "snoozed"; readonly until: Date }
  | { readonly kind: "past" }
  | { readonly kind: "gone" };

/** No suggestions about a customer until a day begins, in the member's own time zone. */
export async function snoozeCustomer(
  deps: SnoozeCustomerDeps,
  request: {
    readonly customerId: number;
    readonly memberId: string;
    readonly untilDay: Day;
    readonly timeZone: string;
  },
): Promise<SnoozeResult> {
  const at = deps.clock();
  const until = startOfDay(request.untilDay, request.timeZone);
  if (until <= at) return { kind: "past" };
  const kept = await deps.customers.snooze({
    customerId: request.customerId,
    until,
    by: request.memberId,
    at,
  });
  return kept ? { kind: "snoozed", until } : { kind: "gone" };
}
