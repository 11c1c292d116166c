import type { Clock } from "../../domain/clock.ts";
import type { Customer } from "../../domain/customer.ts";
import type { RunningOverride } from "../../domain/outreach/overrides/override.ts";
import type { FactStore } from "../../store/facts/facts.ts";

export type OpenOverrideFormDeps = { readonly facts: FactStore; readonly clock: Clock };

export type OverrideQuestion =
  | {
      readonly kind: "open";
      readonly customer: Customer;
      readonly override: RunningOverride | null;
      readonly now: Date;
    }
  | { readonly kind: "gone" };

/** What somebody should know before they say that they know better. */
export async function openOverrideForm(
  deps: OpenOverrideFormDeps,
  { customerId }: { readonly customerId: number },
): Promise<OverrideQuestion> {
  const now = deps.clock();
  const about = (await deps.facts.read(["override"], [customerId], now)).get(customerId);
  if (about === undefined) return { kind: "gone" };
  return { kind: "open", customer: about.customer, override: about.override, now };
}
