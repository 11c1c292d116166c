import type { Clock } from "../../domain/clock.ts";
import type { Customer } from "../../domain/customer.ts";
import type { Settlement } from "../../domain/customers/settlement.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";
import type { SettlementStore } from "../../store/customers/settlements.ts";
import type { RunningSnooze, SnoozeStore } from "../../store/customers/snoozes.ts";

export type OpenFormDeps = {
  readonly customers: Pick<CustomerStore, "find">;
  readonly settlements: SettlementStore;
  readonly snoozes: SnoozeStore;
  readonly clock: Clock;
};

export type FormDecision =
  | {
      readonly kind: "open";
      readonly customer: Customer;
      readonly snooze: RunningSnooze | null;
      readonly now: Date;
    }
  | {
      readonly kind: "settled";
      readonly settlement: Settlement;
      readonly customerName: string;
      readonly now: Date;
    }
  | { readonly kind: "gone" };

/** Whether a card shown at `shownAt` may still be answered, or someone was faster. */
export async function openForm(
  deps: OpenFormDeps,
  request: { readonly customerId: number; readonly shownAt: Date },
): Promise<FormDecision> {
  const now = deps.clock();
  const [customer, settlement, snooze] = await Promise.all([
    deps.customers.find(request.customerId),
    deps.settlements.since(request.customerId, request.shownAt),
    deps.snoozes.running(request.customerId, now),
  ]);
  if (customer === null) return { kind: "gone" };
  if (settlement) return { kind: "settled", settlement, customerName: customer.name, now };
  return { kind: "open", customer, snooze, now };
}
