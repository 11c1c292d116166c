import type { Clock } from "../../domain/clock.ts";
import type { QuietEntry } from "../../domain/outreach/do-not-disturb.ts";
import type { FactStore } from "../../store/facts/facts.ts";
import type { DoNotDisturbStore } from "../../store/outreach/do-not-disturb.ts";

export type SetDoNotDisturbDeps = {
  readonly facts: FactStore;
  readonly doNotDisturb: Pick<DoNotDisturbStore, "set" | "ofCustomer">;
  readonly clock: Clock;
};

export type DoNotDisturbSet =
  | { readonly kind: "set"; readonly name: string }
  /** Somebody said so before. */
  | { readonly kind: "before"; readonly name: string; readonly entry: QuietEntry }
  | { readonly kind: "gone" };

/** Leaves a customer alone who asked for it, until somebody allows contact again. */
export async function setDoNotDisturb(
  deps: SetDoNotDisturbDeps,
  request: { readonly customerId: number; readonly memberId: string; readonly because: string },
): Promise<DoNotDisturbSet> {
  const at = deps.clock();
  const about = (await deps.facts.read([], [request.customerId], at)).get(request.customerId);
  if (about === undefined) return { kind: "gone" };
  const { id: customerId, name } = about.customer;
  const before = await deps.doNotDisturb.ofCustomer(customerId);
  if (before !== null) return { kind: "before", name, entry: before };
  const { memberId: by, because } = request;
  if (await deps.doNotDisturb.set({ customerId, because, by, at })) return { kind: "set", name };
  const entry = await deps.doNotDisturb.ofCustomer(customerId);
  return entry === null ? { kind: "gone" } : { kind: "before", name, entry };
}
