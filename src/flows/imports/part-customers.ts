import type { Clock } from "../../domain/clock.ts";
import { NOTHING_COMPARED, pairOf, type Two } from "../../domain/customers/joins/named-pair.ts";
import type { CustomerJoinStore, Parted } from "../../store/imports/customer-joins.ts";
import type { CustomerPairStore } from "../../store/imports/customer-pairs.ts";

export type PartCustomersDeps = {
  readonly customerPairs: Pick<CustomerPairStore, "decide">;
  readonly customerJoins: Pick<CustomerJoinStore, "part">;
  readonly clock: Clock;
};

/** Takes two customers apart, and lets them be: no import and no look joins them again. */
export async function partCustomers(deps: PartCustomersDeps, two: Two): Promise<Parted> {
  const pair = { ...pairOf(two), at: deps.clock() };
  const parted = await deps.customerJoins.part(pair);
  if (parted.kind === "apart" || parted.kind === "not-joined")
    await deps.customerPairs.decide(pair, "apart", NOTHING_COMPARED);
  return parted;
}
