import type { Clock } from "../../domain/clock.ts";
import type { Customer } from "../../domain/customer.ts";
import type { QuietEntry } from "../../domain/outreach/do-not-disturb.ts";
import type { FactStore } from "../../store/facts/facts.ts";
import type { DoNotDisturbStore } from "../../store/outreach/do-not-disturb.ts";

export type OpenDoNotDisturbDeps = {
  readonly facts: FactStore;
  readonly doNotDisturb: Pick<DoNotDisturbStore, "ofCustomer">;
  readonly clock: Clock;
};

export type DoNotDisturbQuestion =
  | {
      readonly kind: "open";
      readonly customer: Customer;
      /** How they are left alone already; null: they are not. */
      readonly entry: QuietEntry | null;
    }
  | { readonly kind: "gone" };

/** Whether a customer is left alone, before somebody says that they should be. */
export async function openDoNotDisturb(
  deps: OpenDoNotDisturbDeps,
  { customerId }: { readonly customerId: number },
): Promise<DoNotDisturbQuestion> {
  const about = (await deps.facts.read([], [customerId], deps.clock())).get(customerId);
  if (about === undefined) return { kind: "gone" };
  const { customer } = about;
  return { kind: "open", customer, entry: await deps.doNotDisturb.ofCustomer(customer.id) };
}
