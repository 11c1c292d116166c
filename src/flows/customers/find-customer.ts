import type { Customer } from "../../domain/customer.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";

export type FindCustomerDeps = { readonly customers: Pick<CustomerStore, "find"> };

/** A customer by number; null where there is none any more. */
export function findCustomer({ customers }: FindCustomerDeps, customerId: number): Promise<Customer | null> {
  return customers.find(customerId);
}
