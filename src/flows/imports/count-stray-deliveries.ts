import type { HookDeliveriesStore, RefusedDeliveries } from "../../store/imports/hook-deliveries.ts";

export type CountStrayDeliveriesDeps = { readonly hookDeliveries: Pick<HookDeliveriesStore, "refused"> };

/** Deliveries for sources that are not there: somebody stated a wrong address. Null: there were none. */
export async function countStrayDeliveries({
  hookDeliveries,
}: CountStrayDeliveriesDeps): Promise<RefusedDeliveries | null> {
  return (await hookDeliveries.refused(""))[0] ?? null;
}
