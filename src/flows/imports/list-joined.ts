import type { CustomerJoinStore, JoinedCustomer } from "../../store/imports/customer-joins.ts";

export type ListJoinedDeps = { readonly customerJoins: Pick<CustomerJoinStore, "list"> };

/** Who counts for whom, the newest join first. */
export async function listJoined(
  { customerJoins }: ListJoinedDeps,
  { limit }: { readonly limit: number },
): Promise<{ readonly joined: JoinedCustomer[]; readonly inAll: number }> {
  return customerJoins.list(limit);
}
