import type { CustomerStore } from "../../store/customers/customers.ts";

export type NameSomeDeps = { readonly customers: Pick<CustomerStore, "namesOfSome"> };

/** The names of at most `limit` customers, whoever they are; none where there are no customers. */
export function nameSome({ customers }: NameSomeDeps, limit: number): Promise<string[]> {
  return customers.namesOfSome(limit);
}
