import type { Clock } from "../../domain/clock.ts";
import { queryKey } from "../../domain/customers/customer-search.ts";
import type {
  CustomerJoinStore,
  Joined,
  JoinedCustomer,
  NamedCustomer,
  Parted,
} from "../../store/imports/customer-joins.ts";
import type { CustomerPairStore } from "../../store/imports/customer-pairs.ts";

export type JoinCustomersDeps = {
  readonly customerPairs: Pick<CustomerPairStore, "decide">;
  readonly customerJoins: Pick<CustomerJoinStore, "join" | "part" | "list" | "named">;
  readonly clock: Clock;
};

type Two = { readonly firstId: number; readonly secondId: number; readonly by: string };

const NOTHING_COMPARED = { agrees: [], differs: [] };

const inOrder = ({ firstId, secondId, by }: Two): Two =>
  firstId < secondId ? { firstId, secondId, by } : { firstId: secondId, secondId: firstId, by };

/** Joins two customers whom somebody named, whatever their files say. */
export async function joinCustomers(deps: JoinCustomersDeps, two: Two): Promise<Joined> {
  const pair = { ...inOrder(two), at: deps.clock() };
  const joined = await deps.customerJoins.join({ ...pair, why: NOTHING_COMPARED });
  if (joined.kind === "joined") await deps.customerPairs.decide(pair, "joined", NOTHING_COMPARED);
  return joined;
}

/** Takes two customers apart, and lets them be: no import and no look joins them again. */
export async function partCustomers(deps: JoinCustomersDeps, two: Two): Promise<Parted> {
  const pair = { ...inOrder(two), at: deps.clock() };
  const parted = await deps.customerJoins.part(pair);
  if (parted.kind === "apart" || parted.kind === "not-joined")
    await deps.customerPairs.decide(pair, "apart", NOTHING_COMPARED);
  return parted;
}

/** Whom somebody means: an id, "system:id", or a name; a joined one is meant itself, not whom it counts for. */
export const nameCustomer = (
  { customerJoins }: Pick<JoinCustomersDeps, "customerJoins">,
  typed: string,
): Promise<NamedCustomer[]> => customerJoins.named(typed.trim(), queryKey(typed));

/** Who counts for whom, the newest join first. */
export const listJoined = (
  { customerJoins }: Pick<JoinCustomersDeps, "customerJoins">,
  { limit }: { readonly limit: number },
): Promise<{ readonly joined: JoinedCustomer[]; readonly inAll: number }> => customerJoins.list(limit);
