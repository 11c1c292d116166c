import type { Clock } from "../../domain/clock.ts";
import type { CardFacts } from "../../domain/outreach/card-facts.ts";
import type { Settlement } from "../../domain/outreach/settlement.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";
import type { AuditStore } from "../../store/database/audit.ts";

export type OpenFormDeps = {
  readonly customers: Pick<CustomerStore, "cardFacts">;
  readonly audit: Pick<AuditStore, "settlementSince">;
  readonly clock: Clock;
};

export type FormDecision =
  | { readonly kind: "open"; readonly customer: CardFacts["customer"]; readonly now: Date }
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
  const [facts, settlement] = await Promise.all([
    deps.customers.cardFacts(request.customerId, now),
    deps.audit.settlementSince(request.customerId, request.shownAt),
  ]);
  if (facts === null) return { kind: "gone" };
  if (settlement) return { kind: "settled", settlement, customerName: facts.customer.name, now };
  return { kind: "open", customer: facts.customer, now };
}
