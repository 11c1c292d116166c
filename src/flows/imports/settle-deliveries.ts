import type { Clock } from "../../domain/clock.ts";
import type { HookDeliveriesStore } from "../../store/imports/hook-deliveries.ts";
import type { SourcesStore } from "../../store/imports/sources.ts";
import { DELIVERIES } from "./work-deliveries.ts";

export type SettleDeliveriesDeps = {
  readonly sources: Pick<SourcesStore, "find" | "forgetFailure">;
  readonly hookDeliveries: Pick<HookDeliveriesStore, "retry" | "drop">;
  readonly clock: Clock;
};

/**
 * Tries deliveries again that were given up, or drops them: either way they are told no longer.
 * @returns how many; null where there is no such source
 */
export async function settleDeliveries(
  { sources, hookDeliveries, clock }: SettleDeliveriesDeps,
  { name, how }: { readonly name: string; readonly how: "retry" | "drop" },
): Promise<number | null> {
  if ((await sources.find(name)) === null) return null;
  const settled =
    how === "retry" ? await hookDeliveries.retry(name, clock()) : await hookDeliveries.drop(name);
  await sources.forgetFailure(name, DELIVERIES);
  return settled;
}
