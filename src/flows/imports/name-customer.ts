import { queryKey } from "../../domain/customers/customer-search.ts";
import type { CustomerJoinStore, NamedCustomer } from "../../store/imports/customer-joins.ts";

export type NameCustomerDeps = { readonly customerJoins: Pick<CustomerJoinStore, "named"> };

/** Whom somebody means: an id, "system:id", or a name; a joined one is meant itself, not whom it counts for. */
export async function nameCustomer(
  { customerJoins }: NameCustomerDeps,
  typed: string,
): Promise<NamedCustomer[]> {
  return customerJoins.named(typed.trim(), queryKey(typed));
}
