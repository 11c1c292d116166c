import type { Clock } from "../../domain/clock.ts";
import { NOTHING_COMPARED, pairOf, type Two } from "../../domain/customers/joins/named-pair.ts";
import type { CustomerJoinStore, Joined } from "../../store/imports/customer-joins.ts";
import type { CustomerPairStore } from "../../store/imports/customer-pairs.ts";

export type JoinCustomersDeps = {
  readonly customerPairs: Pick<CustomerPairStore, "decide">;
  readonly customerJoins: Pick<CustomerJoinStore, "join">;
  readonly clock: Clock;
};

/** Joins two customers whom somebody named, whatever their files say. */
export async function joinCustomers(deps: JoinCustomersDeps, two: Two): Promise<Joined> {
  const pair = { ...pairOf(two), at: deps.clock() };
  const joined = await deps.customerJoins.join({ ...pair, why: NOTHING_COMPARED });
  if (joined.kind === "joined") await deps.customerPairs.decide(pair, "joined", NOTHING_COMPARED);
  return joined;
}
